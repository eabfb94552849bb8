package dev.twinstack.adapter.python;

/**
 * Which children of a container are wanted.
 *
 * @param filter {@code named}, {@code indexed}, or null for both
 * @param start index of the first, from 0
 * @param count how many; 0 for as many as the helpers give in one answer
 */
public record Page(String filter, int start, int count) {
    /** All children, as far as one answer goes. */
    public static final Page ALL = new Page(null, 0, 0);
}
