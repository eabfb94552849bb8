package dev.twinstack.adapter.breakpoints;

import dev.twinstack.adapter.breakpoints.BreakpointOperations.Answer;
import dev.twinstack.adapter.breakpoints.BreakpointOperations.Function;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.FunctionBreakpoint;

/**
 * Breakpoints on functions: on native ones by their names, {@code file.c:function}, or a regular expression {@code /…/} for many of them; on those
 * of Python by {@code py:name}, or a name that has dots, as {@code Reader.load}.
 */
final class FunctionBreakpoints {
    private static final String PYTHON = "py:";
    private static final String CALLED = "()";
    private static final Pattern DOTTED =
            Pattern.compile("[^\\W\\d]\\w*(\\.[^\\W\\d]\\w*)+(\\(\\))?", Pattern.UNICODE_CHARACTER_CLASS);

    private final BreakpointOperations operations;
    private final PythonBreakpoints python;

    FunctionBreakpoints(BreakpointOperations operations, PythonBreakpoints python) {
        this.operations = operations;
        this.python = python;
    }

    void declare(Capabilities capabilities) {
        capabilities.setSupportsFunctionBreakpoints(true);
    }

    /** Replaces all. A name with dots is that of a native function where GDB knows one, as Go has them. */
    List<Answer> set(FunctionBreakpoint[] wanted) {
        Predicate<FunctionBreakpoint> isPython = FunctionBreakpoints::isNamedPython;
        List<Answer> natives = operations.setFunctionBreakpoints(functions(wanted, isPython.negate()));
        Set<String> unknown = unknown(functions(wanted, isPython.negate()), natives);
        if (!unknown.isEmpty()) {
            isPython = isPython.or(each -> unknown.contains(each.getName().strip()));
            natives = operations.setFunctionBreakpoints(functions(wanted, isPython.negate()));
        }
        return inOrder(wanted, isPython, natives.iterator());
    }

    private List<Answer> inOrder(
            FunctionBreakpoint[] wanted, Predicate<FunctionBreakpoint> isPython, Iterator<Answer> natives) {
        Iterator<Answer> pythons = python(functions(wanted, isPython)).iterator();
        return Arrays.stream(wanted)
                .map(each -> (isPython.test(each) ? pythons : natives).next())
                .toList();
    }

    private static boolean isNamedPython(FunctionBreakpoint wanted) {
        return wanted.getName().strip().startsWith(PYTHON);
    }

    /** The names with dots that GDB does not know. */
    private static Set<String> unknown(List<Function> natives, List<Answer> answers) {
        return IntStream.range(0, natives.size())
                .filter(index -> !answers.get(index).verified())
                .mapToObj(index -> natives.get(index).name())
                .filter(name -> DOTTED.matcher(name).matches())
                .collect(Collectors.toSet());
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
                ? python.setFunctions(wanted.stream()
                        .map(FunctionBreakpoints::withoutParentheses)
                        .toList())
                : wanted.stream().map(each -> Answer.refused(refusal)).toList();
    }

    /** {@code Reader.load()} is {@code Reader.load}. */
    private static Function withoutParentheses(Function wanted) {
        String name = wanted.name();
        String bare = name.endsWith(CALLED) ? name.substring(0, name.length() - CALLED.length()) : name;
        return new Function(bare, wanted.condition(), wanted.hitCondition());
    }
}
