package dev.twinstack.adapter.client;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.program.ByThread;
import java.util.HashMap;
import java.util.Map;

/** The numbers by which a client names things of one sort. Each thing belongs to a thread, and its number is valid until that runs on; no number is used again. */
public final class Handles<T> {
    private final String sort;
    private final String origin;
    private final Map<Integer, Owned<T>> things = new HashMap<>();
    private int last;

    private record Owned<T>(int thread, T thing) {}

    /** {@code sort} names the things in errors, such as {@code variables reference}; {@code origin} names what a client must ask for to get new ones. */
    public Handles(String sort, String origin) {
        this.sort = sort;
        this.origin = origin;
    }

    /** A new number, from 1 on, for what belongs to a thread. */
    public int to(int thread, T thing) {
        things.put(++last, new Owned<>(thread, thing));
        return last;
    }

    /** Throws {@link UserError} for a number of an earlier stop. */
    public T get(int handle) {
        Owned<T> found = things.get(handle);
        if (found == null) {
            throw new UserError("There is no " + sort + " " + handle + ": " + sort.substring(sort.lastIndexOf(' ') + 1)
                    + "s are valid only until the program runs on; ask for the " + origin + " again.");
        }
        return found.thing;
    }

    /** Forgets what belongs to a thread that runs on; {@link ByThread#ALL}: all things. */
    public void forget(int thread) {
        things.values().removeIf(each -> thread == ByThread.ALL || each.thread == thread);
    }
}
