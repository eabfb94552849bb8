package dev.twinstack.adapter.modules;

/**
 * A file of which GDB has read the symbols, as the helpers tell it.
 *
 * @param file its path here
 * @param program whether it is the program itself
 * @param debugInformation whether GDB has debug information of it
 * @param symbolFile the file with that information where it is another, or null
 */
public record ObjectFile(String file, boolean program, boolean debugInformation, String symbolFile) {}
