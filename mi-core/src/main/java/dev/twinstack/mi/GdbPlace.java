package dev.twinstack.mi;

import java.util.Map;

/**
 * Where a GDB runs that was started through a {@link GdbPipe}.
 *
 * @param directory its working directory, made for it alone and gone with it; holds the FIFOs {@code input} and {@code output}
 * @param start the directory in which the pipe begins
 * @param environment the variables SHELL, LC_ALL, LINES and COLUMNS, as far as they were set, before they were set for GDB
 * @param pid GDB's process number on that machine
 */
public record GdbPlace(String directory, String start, Map<String, String> environment, long pid) {}
