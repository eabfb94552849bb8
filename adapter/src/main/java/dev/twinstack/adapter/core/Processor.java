package dev.twinstack.adapter.core;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;

/** The processors that programs are built for, by the names that Linux has for them ({@code uname -m}). */
public final class Processor {
    private Processor() {}

    /** That of this machine. */
    public static String own() {
        return System.getProperty("os.arch").replace("amd64", "x86-64");
    }

    /** That of an ELF file of 64 bits; empty for any other file. */
    public static Optional<String> of(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            return Elf.read(Bytes.of(channel)).map(elf -> name(elf.machine()));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** The name for an {@code e_machine} (elf(5)). */
    static String name(int machine) {
        return switch (machine) {
            case Elf.X86_64 -> "x86-64";
            case Elf.AARCH64 -> "aarch64";
            default -> "the ELF machine " + machine;
        };
    }
}
