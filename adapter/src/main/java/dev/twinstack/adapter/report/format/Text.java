package dev.twinstack.adapter.report.format;

import dev.twinstack.adapter.report.model.CrashReport;
import dev.twinstack.adapter.report.model.FrameReport;
import dev.twinstack.adapter.report.model.FrameReport.SourceLine;
import dev.twinstack.adapter.report.model.ThreadReport;
import dev.twinstack.adapter.report.model.Variable;
import java.util.List;

/** The report for a terminal or a log: what happened, the likely causes, every thread's stack. */
public final class Text implements Format {
    private final boolean coloured;

    private Text(boolean coloured) {
        this.coloured = coloured;
    }

    public static Text plain() {
        return new Text(false);
    }

    /** With the colours of a terminal (ECMA-48). */
    public static Text coloured() {
        return new Text(true);
    }

    @Override
    public String name() {
        return "text";
    }

    @Override
    public String extension() {
        return "txt";
    }

    @Override
    public String render(CrashReport report) {
        StringBuilder out = new StringBuilder();
        out.append(paint(Paint.HEAD, Headline.of(report))).append('\n');
        report.causes().forEach(cause -> section(out, Paint.CAUSE, "Likely cause: " + cause.says(), cause.evidence()));
        section(out, Paint.HEAD, "What happened", Headline.details(report));
        AlikeThreads.of(report.threads()).forEach(alike -> thread(out, Headline.of(report, alike), alike.get(0)));
        if (!report.problems().isEmpty()) {
            section(out, Paint.HEAD, "What could not be read", report.problems());
        }
        return out.append('\n')
                .append(paint(Paint.FAINT, Headline.versions(report)))
                .append('\n')
                .toString();
    }

    private void section(StringBuilder out, Paint paint, String title, List<String> lines) {
        out.append('\n').append(paint(paint, title)).append('\n');
        lines.forEach(line -> out.append("  ").append(XmlText.of(line)).append('\n'));
    }

    private void thread(StringBuilder out, String title, ThreadReport thread) {
        out.append('\n').append(paint(Paint.HEAD, title)).append('\n');
        if (thread.problem() != null) {
            out.append("  ").append(XmlText.of(thread.problem())).append('\n');
        }
        FrameText.runs(thread.frames()).forEach(run -> frames(out, run, thread.crashed()));
        if (thread.more()) {
            out.append("  … older frames are left out\n");
        }
    }

    private void frames(StringBuilder out, List<FrameReport> run, boolean isCrashed) {
        FrameReport frame = run.get(0);
        Paint own = frame.isPython() ? Paint.PYTHON : Paint.NATIVE;
        out.append(paint(frame.subtle() ? Paint.FAINT : own, "  " + FrameText.row(run)))
                .append('\n');
        if (!FrameText.isMachinery(frame)) {
            content(out, frame, isCrashed);
        }
    }

    private void content(StringBuilder out, FrameReport frame, boolean isCrashed) {
        if (isCrashed && !frame.subtle()) {
            frame.source().forEach(line -> line(out, frame, line));
        }
        frame.variables().forEach(variable -> variable(out, variable, "            "));
        if (frame.problem() != null) {
            out.append("            ").append(XmlText.of(frame.problem())).append('\n');
        }
    }

    private void line(StringBuilder out, FrameReport frame, SourceLine line) {
        String row = "    " + FrameText.line(frame, line);
        out.append(FrameText.isCurrent(frame, line) ? XmlText.of(row) : paint(Paint.FAINT, row))
                .append('\n');
    }

    private void variable(StringBuilder out, Variable variable, String indent) {
        String type = variable.type() == null || variable.type().isEmpty() ? "" : "  (" + variable.type() + ")";
        out.append(indent)
                .append(XmlText.of(variable.name()))
                .append(" = ")
                .append(XmlText.of(variable.value()).replace("\n", "\n" + indent + "  "))
                .append(paint(Paint.FAINT, type))
                .append('\n');
        variable.children().forEach(child -> variable(out, child, indent + "  "));
    }

    /** What comes from the program brings no escape sequences of its own. */
    private String paint(Paint paint, String program) {
        String text = XmlText.of(program);
        return coloured ? "\u001b[" + paint.code + "m" + text + "\u001b[0m" : text;
    }

    private enum Paint {
        HEAD("1"),
        CAUSE("1;33"),
        PYTHON("32"),
        NATIVE("36"),
        FAINT("2");

        private final String code; // of "select graphic rendition"

        Paint(String code) {
            this.code = code;
        }
    }
}
