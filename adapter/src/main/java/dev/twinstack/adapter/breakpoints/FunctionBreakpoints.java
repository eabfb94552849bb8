package dev.twinstack.adapter.breakpoints;

import dev.twinstack.adapter.breakpoints.BreakpointOperations.Answer;
import dev.twinstack.adapter.breakpoints.BreakpointOperations.Function;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.FunctionBreakpoint;

/**
 * Breakpoints on functions: on native ones by their names, {@code file.c:function}, or a regular expression {@code /…/} for many of them; on those
 * of Python by {@code py:name}, or a name that has dots, as {@code Reader.load}.
 */
final class FunctionBreakpoints {
    private static final String PYTHON = "py:";
    private static final Pattern DOTTED =
            Pattern.compile("[^\\W\\d]\\w*(\\.[^\\W\\d]\\w*)+", Pattern.UNICODE_CHARACTER_CLASS);

    private final BreakpointOperations operations;
    private final PythonBreakpoints python;

    FunctionBreakpoints(BreakpointOperations operations, PythonBreakpoints python) {
        this.operations = operations;
        this.python = python;
    }

    void declare(Capabilities capabilities) {
        capabilities.setSupportsFunctionBreakpoints(true);
    }

    List<Answer> set(FunctionBreakpoint[] wanted) {
        Predicate<FunctionBreakpoint> isPython = each -> isOfPython(each.getName());
        Iterator<Answer> natives = operations
                .setFunctionBreakpoints(functions(wanted, isPython.negate()))
                .iterator();
        Iterator<Answer> pythons = python(functions(wanted, isPython)).iterator();
        return Arrays.stream(wanted)
                .map(each -> (isPython.test(each) ? pythons : natives).next())
                .toList();
    }

    private static boolean isOfPython(String name) {
        return name.strip().startsWith(PYTHON) || DOTTED.matcher(name.strip()).matches();
    }

    private static List<Function> functions(FunctionBreakpoint[] wanted, Predicate<FunctionBreakpoint> which) {
        return Arrays.stream(wanted)
                .filter(which)
                .map(FunctionBreakpoints::function)
                .toList();
    }

    private static Function function(FunctionBreakpoint wanted) {
        String name = wanted.getName().strip();
        String bare = name.startsWith(PYTHON) ? name.substring(PYTHON.length()).strip() : name;
        return new Function(bare, wanted.getCondition(), wanted.getHitCondition());
    }

    private List<Answer> python(List<Function> wanted) {
        String refusal = wanted.isEmpty() ? null : python.refusal();
        return refusal == null
                ? python.setFunctions(wanted)
                : wanted.stream().map(each -> Answer.refused(refusal)).toList();
    }
}
