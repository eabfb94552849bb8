package dev.twinstack.adapter.report.model;

import dev.twinstack.adapter.crash.Absent;
import java.util.List;

/**
 * A frame of the merged stack.
 *
 * @param language {@link #PYTHON} or {@link #NATIVE}
 * @param function its name, or its address where it has none
 * @param file path of the source, null where it is not known; {@code line} goes with it
 * @param library path of a native frame's object file
 * @param address of a native frame's instruction, in hexadecimal
 * @param subtle whether it is CPython's machinery or a library's, which most readers pass over
 * @param source lines around {@code line}, where the file can be read
 * @param variables arguments and locals, as far as they were read
 * @param problem why there are no variables, or null
 */
public record FrameReport(
        String language,
        String function,
        String file,
        Integer line,
        String library,
        String address,
        boolean subtle,
        List<SourceLine> source,
        List<Variable> variables,
        String problem) {
    /** Of Python code. */
    public static final String PYTHON = "python";

    /** Of C, C++ or whatever was compiled. */
    public static final String NATIVE = "native";

    public FrameReport {
        source = Absent.empty(source);
        variables = Absent.empty(variables);
    }

    public boolean isPython() {
        return language.equals(PYTHON);
    }

    /** The same frame as one that most readers pass over. */
    public FrameReport passedOver() {
        return new FrameReport(language, function, file, line, library, address, true, source, variables, problem);
    }

    /** The same frame without arguments and locals. */
    FrameReport withoutVariables() {
        return new FrameReport(language, function, file, line, library, address, subtle, source, List.of(), problem);
    }

    /** A line of a source file, counted from 1. */
    public record SourceLine(int number, String text) {}
}
