package dev.twinstack.adapter.client;

import dev.twinstack.adapter.dap.UserError;
import java.util.HashMap;
import java.util.Map;

/** The numbers by which a client names things of one sort: each stands for one thing while the program stands, and none is used again. */
public final class Handles<T> {
    private final String sort;
    private final String origin;
    private final Map<Integer, T> things = new HashMap<>();
    private int last;

    /** {@code sort} names the things, such as {@code variables reference}, and {@code origin} what to ask for to have them anew. */
    public Handles(String sort, String origin) {
        this.sort = sort;
        this.origin = origin;
    }

    /** A new number, from 1 on. */
    public int to(T thing) {
        things.put(++last, thing);
        return last;
    }

    /** Throws {@link UserError} for a number of an earlier stop. */
    public T get(int handle) {
        T thing = things.get(handle);
        if (thing == null) {
            throw new UserError("There is no " + sort + " " + handle + ": " + sort.substring(sort.lastIndexOf(' ') + 1)
                    + "s are valid only until the program runs on; ask for the " + origin + " again.");
        }
        return thing;
    }

    /** Forgets all things, as the program runs on. */
    public void clear() {
        things.clear();
    }
}
