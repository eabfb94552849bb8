package dev.twinstack.adapter.variables;

import dev.twinstack.adapter.dap.UserError;
import java.util.HashMap;
import java.util.Map;

/** What repr() of objects is, by their addresses, where the user has asked for it: a client asks again and again for the variables that it shows. */
final class Reprs {
    private final ReprCall call;
    private final Map<String, String> known = new HashMap<>();

    Reprs(ReprCall call) {
        this.call = call;
    }

    /** Null where it was not asked for. */
    String known(String object) {
        return known.get(object);
    }

    /** Runs code in the program; the text says why if that fails. */
    void make(int thread, String object) {
        try {
            known.put(object, call.repr(thread, object));
        } catch (UserError failed) {
            if (failed.isCancelled()) {
                throw failed;
            }
            known.put(object, "<error: " + failed.getMessage() + ">");
        }
    }

    /** The objects may have changed, or may be gone. */
    void forget() {
        known.clear();
    }
}
