package dev.twinstack.adapter.report.format;

import dev.twinstack.adapter.report.model.CrashReport;

/** A way to write a report down. */
public interface Format {
    /** The name by which a user asks for it. */
    String name();

    /** The extension of the files that it is written to. */
    String extension();

    /** The whole document, with a line's end behind its last line. */
    String render(CrashReport report);
}
