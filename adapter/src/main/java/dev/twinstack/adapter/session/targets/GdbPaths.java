package dev.twinstack.adapter.session.targets;

import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.launch.Libraries;
import dev.twinstack.mi.MiCommand;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Tells GDB where the files of a program that ran or runs elsewhere are. */
final class GdbPaths {
    private GdbPaths() {}

    static void set(Gdb gdb, Libraries libraries) {
        if (libraries.sysroot() != null) {
            gdb.ask(MiCommand.console("set sysroot " + libraries.sysroot()));
        }
        if (!libraries.searchPath().isEmpty()) {
            gdb.ask(MiCommand.console("set solib-search-path "
                    + libraries.searchPath().stream().map(Path::toString).collect(Collectors.joining(":"))));
        }
    }
}
