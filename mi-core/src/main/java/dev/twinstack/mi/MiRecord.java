package dev.twinstack.mi;

import java.util.Objects;

/** One line of GDB/MI output (GDB manual, "GDB/MI Output Records"), or a line that is none. */
public sealed interface MiRecord {

    /**
     * The answer to a command: {@code 12^done,results}.
     *
     * @param token the digits as printed, of any length, or null
     * @param resultClass {@code done}, {@code running}, {@code connected}, {@code error} or {@code exit}
     * @param results what follows, in order
     */
    record Result(String token, String resultClass, MiValue.Tuple results) implements MiRecord {
        public Result {
            Objects.requireNonNull(resultClass, "resultClass");
        }

        public boolean isError() {
            return resultClass.equals("error");
        }
    }

    /**
     * Something that happened: {@code *stopped,…}, {@code +download,…}, {@code =breakpoint-modified,…}.
     *
     * @param token the digits as printed, or null; GDB has printed none for many years
     */
    record Async(Kind kind, String token, String asyncClass, MiValue.Tuple results) implements MiRecord {
        /** {@code *}, {@code +} and {@code =}. */
        public enum Kind {
            EXEC,
            STATUS,
            NOTIFY
        }

        public Async {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(asyncClass, "asyncClass");
        }

        /** Whether this is {@code kind}'s {@code name}, such as {@code EXEC}'s {@code stopped}. */
        public boolean is(Kind wantedKind, String name) {
            return kind == wantedKind && asyncClass.equals(name);
        }
    }

    /** Text from GDB's console, from a remote target, or from GDB's log. */
    record Stream(Kind kind, MiValue.Text content) implements MiRecord {
        /** {@code ~}, {@code @} and {@code &}. */
        public enum Kind {
            CONSOLE,
            TARGET,
            LOG
        }

        public Stream {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(content, "content");
        }

        public String text() {
            return content.text();
        }
    }

    /** {@code (gdb)}: GDB is ready for a command. */
    record Prompt() implements MiRecord {}

    /** A line that does not begin like a record: output of the debuggee, which shares GDB's standard output. */
    record Output(MiValue.Text content) implements MiRecord {
        public String text() {
            return content.text();
        }
    }

    /**
     * A line that begins like a record and is none, or that has the debuggee's output glued to it.
     *
     * @param message what is wrong and what to do, as whole sentences
     * @param position index of the first byte of the line that cannot be part of a record
     * @param line the line; a long one is cut
     */
    record Malformed(String message, int position, String line) implements MiRecord {}
}
