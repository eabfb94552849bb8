package dev.twinstack.adapter.report.model;

/** Of Python, GDB, the kernel and Twinstack; null for each that is not known. */
public record Versions(String python, String gdb, String kernel, String twinstack) {}
