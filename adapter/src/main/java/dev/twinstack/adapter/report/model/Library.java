package dev.twinstack.adapter.report.model;

/** The program or a library that it had loaded; {@code buildId} in hexadecimal and {@code version} may be null. */
public record Library(String path, String version, String buildId, boolean hasSymbols) {}
