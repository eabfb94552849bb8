package dev.twinstack.mi;

import java.util.Set;

/**
 * What this GDB can do.
 *
 * @param version GDB's version
 * @param interpreter {@code mi3}, or {@code mi2} before GDB 9.1
 * @param hasPython whether GDB's Python works; it is at least 3.6 then
 * @param pythonVersion of GDB's own Python, such as {@code 3.11}; empty without Python
 * @param hasMiCommand whether Python can add MI commands ({@code gdb.MICommand}, GDB 12)
 * @param miFeatures the answer of {@code -list-features}
 */
public record GdbFeatures(
        GdbVersion version,
        String interpreter,
        boolean hasPython,
        String pythonVersion,
        boolean hasMiCommand,
        Set<String> miFeatures) {
    public GdbFeatures {
        miFeatures = Set.copyOf(miFeatures);
    }
}
