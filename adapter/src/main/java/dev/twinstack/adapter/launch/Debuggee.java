package dev.twinstack.adapter.launch;

import java.nio.file.Path;
import java.util.List;

/**
 * The process that a launch starts.
 *
 * @param directory where it runs
 * @param executable an ELF file: the program itself, or the Python interpreter
 * @param arguments all of its arguments, those of the interpreter included
 * @param shellArguments further arguments as one text, which a shell splits into words; or empty
 * @param isPython whether it is the Python interpreter
 */
public record Debuggee(
        Path directory, Path executable, List<String> arguments, String shellArguments, boolean isPython) {}
