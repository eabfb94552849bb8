package dev.twinstack.adapter.python;

/**
 * Which children of a container are wanted.
 *
 * @param filter {@code named}, {@code indexed}, or null for both
 * @param start index of the first, from 0
 * @param count how many; 0 for all, as far as one answer goes
 */
public record Page(String filter, int start, int count) {
    /** How many variables one answer of the helpers holds at most. */
    private static final int LARGEST = 500;

    /** How many children one call asks for. */
    int limit() {
        return count == 0 ? LARGEST : Math.min(count, LARGEST);
    }

    /** Whether all children are wanted. */
    public boolean isWhole() {
        return filter == null && start == 0 && count == 0;
    }

    /** What is still wanted after {@code read} children: a page of its own, or null when {@code read} was the end or enough. */
    public Page after(int read) {
        return read < limit() || count <= read ? null : new Page(filter, start + read, count - read);
    }
}
