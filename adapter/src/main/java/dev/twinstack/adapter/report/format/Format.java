package dev.twinstack.adapter.report.format;

import dev.twinstack.adapter.report.model.CrashReport;

/** A way to write a report down. */
public interface Format {
    /** By which it is asked for. */
    String name();

    /** How the name of a file ends that it is written to. */
    String extension();

    /** The whole document, with a line's end behind its last line. */
    String render(CrashReport report);
}
