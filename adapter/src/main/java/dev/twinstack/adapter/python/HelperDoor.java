package dev.twinstack.adapter.python;

import dev.twinstack.mi.MiCommand;
import dev.twinstack.mi.MiRecord;
import dev.twinstack.mi.MiValue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * How an operation reaches the helpers and its line of JSON comes back. GDB 13 to 18 write console output one byte per system call (100 KB:
 * 72 to 104 ms against 0.6 ms), which is why the MI command is preferred where GDB has {@code gdb.MICommand} (12 and later).
 */
sealed interface HelperDoor {
    MiCommand command(String operation, String json);

    /** The line of JSON, once the command's results are there. */
    String answer(MiValue.Tuple results);

    /** Sees what GDB prints unasked; from GDB's reader thread. */
    default void onRecord(MiRecord record) {}

    /** {@code -twinstack OP JSON}, answered in the result record. */
    record Mi() implements HelperDoor {
        @Override
        public MiCommand command(String operation, String json) {
            return MiCommand.of("-twinstack").parameter(operation).parameter(json);
        }

        @Override
        public String answer(MiValue.Tuple results) {
            return results.text("json");
        }
    }

    /** {@code twinstack OP JSON} through {@code -interpreter-exec console}, answered on the console before the result record. */
    final class Console implements HelperDoor {
        private final Queue<String> console = new ConcurrentLinkedQueue<>();

        @Override
        public MiCommand command(String operation, String json) {
            console.clear();
            return MiCommand.console("twinstack " + operation + " " + json);
        }

        @Override
        public String answer(MiValue.Tuple results) {
            return String.join("", console)
                    .lines()
                    .filter(line -> line.startsWith("{\"result\"") || line.startsWith("{\"error\""))
                    .reduce((first, last) -> last)
                    .orElseThrow(() -> new HelperException("on the console", "no answer in: " + console));
        }

        @Override
        public void onRecord(MiRecord record) {
            if (record instanceof MiRecord.Stream stream && stream.kind() == MiRecord.Stream.Kind.CONSOLE) {
                console.add(stream.text());
            }
        }
    }
}
