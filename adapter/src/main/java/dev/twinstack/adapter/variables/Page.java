package dev.twinstack.adapter.variables;

import java.util.List;

/**
 * Which children of a container are wanted.
 *
 * @param filter {@code named}, {@code indexed}, or null for both
 * @param start index of the first, from 0
 * @param count how many; 0 for all, up to {@link #wanted}
 * @param group the group of children ({@link HelperVariable#group}), or null for the children that are in none
 */
record Page(String filter, int start, int count, String group) {
    /** How many variables one answer of the helpers holds at most; some 100 KB. */
    private static final int LARGEST_ANSWER = 500;

    /** How many children a client gets that asks for all of them. */
    private static final int WHOLE = 1000;

    /** A page of the children themselves. */
    Page(String filter, int start, int count) {
        this(filter, start, count, null);
    }

    /** The same page of a group of the children. */
    Page in(String name) {
        return new Page(filter, start, count, name);
    }

    /** The same page, as if the children began with the second one. */
    Page behindTheFirst() {
        return start > 0
                ? new Page(filter, start - 1, count, group)
                : new Page(filter, 0, Math.max(count - 1, 0), group);
    }

    /** The same page, as if the first {@code first} children of a sort were not there. */
    Page behind(String sort, int first) {
        return new Page(sort == null ? filter : sort, first + start, count, group);
    }

    /** How many children one call asks for. */
    int limit() {
        return Math.min(wanted(), LARGEST_ANSWER);
    }

    /** How many children are wanted. */
    int wanted() {
        return count == 0 ? WHOLE : count;
    }

    /** Whether the client asks for all children, and must be told when it does not get them. */
    boolean isOpen() {
        return count == 0;
    }

    /** The page that is still wanted after {@code read} children; null when there are no more, or enough. */
    Page after(int read) {
        return read < limit() || wanted() <= read ? null : new Page(filter, start + read, wanted() - read, group);
    }

    /** The part of {@code all} that is wanted; for what is not read in pages. */
    <T> List<T> of(List<T> all) {
        int from = Math.min(start, all.size());
        return all.subList(from, count == 0 ? all.size() : Math.min(from + count, all.size()));
    }
}
