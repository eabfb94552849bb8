package dev.twinstack.adapter.stack;

import java.util.List;

/**
 * The newest frames of a thread as they were read last, for requests that need them again.
 *
 * @param age {@link dev.twinstack.adapter.python.Helpers#age} at that time: the frames are valid as long as it is the same
 */
record RecentStack(StackOperations.StackRange range, StackOperations.StackPage page, long age) {
    /** Whether that range is in it and holds at that age. */
    boolean has(StackOperations.StackRange wanted, long now) {
        boolean same = range.thread() == wanted.thread()
                && range.evaluator() == wanted.evaluator()
                && range.view().equals(wanted.view());
        boolean enough = range.start() == 0 && wanted.start() == 0 && (range.count() >= wanted.count() || !page.more());
        return same && enough && age == now;
    }

    List<HelperFrame> newest(int count) {
        return page.frames().subList(0, Math.min(count, page.frames().size()));
    }
}
