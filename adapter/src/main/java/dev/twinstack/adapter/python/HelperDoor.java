package dev.twinstack.adapter.python;

import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.mi.MiCommand;
import dev.twinstack.mi.MiRecord;
import java.util.concurrent.CompletableFuture;

/**
 * How an operation reaches the helpers and its line of JSON comes back. GDB 13 to 18 write console output one byte per system call (100 KB:
 * 72 to 104 ms against 0.6 ms), which is why the MI command is preferred where GDB has {@code gdb.MICommand} (12 and later).
 */
enum HelperDoor {
    /** {@code -twinstack OP JSON}, answered in the result record. */
    MI {
        @Override
        CompletableFuture<String> send(Gdb gdb, String operation, String json) {
            return gdb.send(command(operation, json))
                    .thenApply(reply -> reply.results().text("json"));
        }
    },

    /** {@code twinstack OP JSON} through {@code -interpreter-exec console}, answered on the console before the result record. */
    CONSOLE {
        @Override
        CompletableFuture<String> send(Gdb gdb, String operation, String json) {
            StringBuffer printed = new StringBuffer();
            return gdb.send(MiCommand.console("twinstack " + operation + " " + json), record -> append(record, printed))
                    .thenApply(done -> answer(operation, printed.toString()));
        }
    };

    /** The door of that GDB. Throws {@link dev.twinstack.adapter.dap.UserError} before a program is being debugged. */
    static HelperDoor of(Gdb gdb) {
        return gdb.features().hasMiCommand() ? MI : CONSOLE;
    }

    /** Sends an operation with its arguments; completed with the line of JSON that answers it. */
    abstract CompletableFuture<String> send(Gdb gdb, String operation, String json);

    static MiCommand command(String operation, String json) {
        return MiCommand.of("-twinstack").parameter(operation).parameter(json);
    }

    private static void append(MiRecord record, StringBuffer printed) {
        if (record instanceof MiRecord.Stream stream && stream.kind() == MiRecord.Stream.Kind.CONSOLE) {
            printed.append(stream.text());
        }
    }

    private static String answer(String operation, String printed) {
        return printed.lines()
                .filter(line -> line.startsWith("{\"result\"") || line.startsWith("{\"error\""))
                .reduce((first, last) -> last)
                .orElseThrow(() -> new HelperException(operation, "no answer on the console: " + printed));
    }
}
