package dev.twinstack.mi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Programs that a test writes for itself. */
final class Script {
    private Script() {}

    /** The path of a shell script with these lines. */
    static String in(Path directory, String body) throws IOException {
        Path file = Files.createTempFile(
                directory,
                "gdb",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        return file.toString();
    }

    /** A GDB as it was before version 9, whose newest interpreter is {@code mi2}. */
    static String gdbWithoutMi3(Path directory) throws IOException {
        return in(
                directory,
                "case \"$*\" in *mi3*) echo \"Interpreter \\`mi3' unrecognized\" >&2; exit 1;; esac; exec gdb \"$@\"");
    }
}
