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
 * @param entryFile {@code co_filename} of the Python code that the program begins with, or null when it is native or unknown
 */
public record Debuggee(
        Path directory, Path executable, List<String> arguments, String shellArguments, String entryFile) {}
