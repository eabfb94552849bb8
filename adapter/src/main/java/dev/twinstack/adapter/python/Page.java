package dev.twinstack.adapter.python;

/**
 * Which children of a container are wanted.
 *
 * @param filter {@code named}, {@code indexed}, or null for both
 * @param start index of the first, from 0
 * @param count how many; 0 for as many as the helpers give in one answer
 */
public record Page(String filter, int start, int count) {
    /** Whether all children are wanted. */
    public boolean isWhole() {
        return filter == null && start == 0 && count == 0;
    }
}
