package dev.twinstack.adapter.evaluation;

import dev.twinstack.adapter.console.GdbConsole;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.output.DebuggeeTerminal;
import dev.twinstack.adapter.program.ProgramState;
import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.adapter.stack.Frame;
import dev.twinstack.adapter.stack.MergedStack;
import dev.twinstack.adapter.variables.HelperVariable;
import dev.twinstack.adapter.variables.Presentation;
import dev.twinstack.adapter.variables.Reach;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.EvaluateArguments;
import org.eclipse.lsp4j.debug.EvaluateArgumentsContext;
import org.eclipse.lsp4j.debug.EvaluateResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Evaluates expressions of Python, or in a native frame of C and C++. Only in the context {@code repl}, where the user types, may an expression run code in the
 * program ({@link PythonCode}) or be a command of GDB ({@link GdbConsole}); in other contexts a path through Python objects is read. What else is typed while
 * the program runs is the program's input: nothing could be evaluated then, and a client has no other place for input.
 */
final class Evaluation {
    private static final Set<String> HINTED = Set.of(EvaluateArgumentsContext.REPL, EvaluateArgumentsContext.WATCH);

    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    private static final Logger LOG = LoggerFactory.getLogger(Evaluation.class);

    private final Helpers helpers;
    private final ProgramState program;
    private final DebuggeeTerminal terminal;
    private final MergedStack stack;
    private final Presentation presentation;
    private final GdbConsole console;
    private final PythonCode python;

    Evaluation(
            Helpers helpers,
            ProgramState program,
            PythonCode python,
            DebuggeeTerminal terminal,
            MergedStack stack,
            Presentation presentation,
            GdbConsole console) {
        this.helpers = helpers;
        this.program = program;
        this.python = python;
        this.terminal = terminal;
        this.stack = stack;
        this.presentation = presentation;
        this.console = console;
    }

    void declare(Capabilities capabilities) {
        capabilities.setSupportsEvaluateForHovers(true);
        capabilities.setSupportsClipboardContext(true);
        capabilities.setSupportsValueFormattingOptions(true);
    }

    EvaluateResponse evaluate(EvaluateArguments arguments) {
        String typed = Objects.requireNonNullElse(arguments.getExpression(), "");
        boolean isTyped = EvaluateArgumentsContext.REPL.equals(arguments.getContext());
        String expression = typed.strip();
        if (isTyped && isCommand(typed)) {
            return text(console.said(() -> stack.frameOrNewest(arguments.getFrameId()), expression));
        }
        if (isTyped && program.isRunning() && terminal.isOpen()) {
            terminal.type(typed + "\n");
            return text("");
        }
        if (expression.isEmpty()) {
            throw new UserError("There is nothing to evaluate; type an expression.");
        }
        boolean hex = Presentation.isHex(arguments.getFormat());
        EvaluationOperations operations = new EvaluationOperations(helpers.inHex(hex));
        FrameExpression parsed = FrameExpression.of(operations, stack.frameOrNewest(arguments.getFrameId()), typed);
        if (EvaluateArgumentsContext.CLIPBOARD.equals(arguments.getContext())) {
            return text(Clipboard.copy(
                    operations, parsed.frame(), parsed.expression().strip()));
        }
        HelperVariable value = wanted(operations, parsed, arguments.getContext(), hex);
        return value == null ? text("") : presentation.result(value, within(parsed.frame(), value));
    }

    /** The value of an expression, or null for statements. An error says what else the user may have meant. */
    private HelperVariable wanted(
            EvaluationOperations operations, FrameExpression parsed, String context, boolean hex) {
        boolean isTyped = EvaluateArgumentsContext.REPL.equals(context);
        String expression = parsed.expression().strip();
        try {
            return isTyped && parsed.frame() instanceof Frame.Python frame
                    ? typed(operations, frame, parsed.expression(), hex)
                    : value(operations, parsed.frame(), expression, context);
        } catch (UserError failed) {
            if (context == null || !HINTED.contains(context)) {
                throw failed;
            }
            throw new UserError(operations.hint(parsed.frame(), expression, failed.getMessage(), isTyped), failed);
        }
    }

    /** The value of what was typed in a frame of Python. A bare name is read, anything else runs; where no code can run, what can be read is read. */
    private HelperVariable typed(EvaluationOperations operations, Frame.Python frame, String code, boolean hex) {
        String path = code.strip();
        if (NAME.matcher(path).matches()) {
            try {
                return operations.evaluate(frame, path);
            } catch (UserError unread) {
                if (unread.isCancelled()) {
                    throw unread; // nothing is to run any more
                }
                LOG.debug("What Python knows by that name is not in the frame", unread);
            }
        }
        PythonCode.Outcome done = python.evaluate(frame, code, terminal.isOpen());
        if (done.refused() == null) {
            return done.object() == null ? null : python.described(done.object(), path, hex);
        }
        return operations.evaluateUnrun(frame, path, done.refused());
    }

    /** How the children of a result are reached; not at all if evaluating it again could do something again, or if it is a Python object in a frame of C. */
    private static Reach within(Frame frame, HelperVariable value) {
        Reach scope = Reach.scope(frame);
        return scope.isC() && value.object() != null ? Reach.nowhere(frame.thread()) : scope.at(scope.child(value));
    }

    static HelperVariable value(EvaluationOperations operations, Frame frame, String expression, String context) {
        if (frame instanceof Frame.Python python) {
            return operations.evaluate(python, expression);
        }
        return operations.nativeEvaluate((Frame.Native) frame, expression, context == null ? "watch" : context);
    }

    private static EvaluateResponse text(String result) {
        EvaluateResponse response = new EvaluateResponse();
        response.setResult(result);
        return response;
    }

    /** Whether it is a command of GDB. Text that begins with a blank while the program runs is its input. */
    private boolean isCommand(String typed) {
        boolean isInput = program.isRunning() && typed.startsWith(" ");
        return !isInput && GdbConsole.isCommand(typed.strip());
    }
}
