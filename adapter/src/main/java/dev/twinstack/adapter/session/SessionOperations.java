package dev.twinstack.adapter.session;

import dev.twinstack.adapter.python.Helpers;
import java.nio.file.Path;

/** The helpers' operations by which a session is set up. */
record SessionOperations(Helpers helpers) {
    /** How many characters of a string are shown from now on. */
    void showStrings(int length) {
        helpers.call("formats", new Formats(length));
    }

    private record Formats(int string) {}

    /** Gives GDB the program's file, without the debug information of a CPython that is installed for use, which would cost seconds. */
    void programFile(Path file) {
        helpers.call("program-file", new FileRef(file.toString()));
    }

    private record FileRef(String file) {}
}
