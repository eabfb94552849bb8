package dev.twinstack.adapter.variables;

import dev.twinstack.adapter.console.GdbConsole;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.output.DebuggeeTerminal;
import dev.twinstack.adapter.program.ProgramState;
import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.adapter.stack.Frame;
import dev.twinstack.adapter.stack.MergedStack;
import java.util.Objects;
import java.util.Set;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.EvaluateArguments;
import org.eclipse.lsp4j.debug.EvaluateArgumentsContext;
import org.eclipse.lsp4j.debug.EvaluateResponse;

/**
 * Evaluation in a frame: a read-only path through Python objects in a Python frame, a C or C++ expression in a native one. Only the context
 * {@code repl}, where the user types, may run code in the program, and takes commands of GDB ({@link GdbConsole}). What else is typed there
 * while the program runs is its input: nothing could be evaluated then, and no other place of a client leads to it.
 */
final class Evaluation {
    private static final Set<String> HINTED = Set.of(EvaluateArgumentsContext.REPL, EvaluateArgumentsContext.WATCH);

    private final Helpers helpers;
    private final ProgramState program;
    private final DebuggeeTerminal terminal;
    private final MergedStack stack;
    private final Presentation presentation;
    private final GdbConsole console;

    Evaluation(
            Helpers helpers,
            ProgramState program,
            DebuggeeTerminal terminal,
            MergedStack stack,
            Presentation presentation,
            GdbConsole console) {
        this.helpers = helpers;
        this.program = program;
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
        Frame frame = stack.frameOrNewest(arguments.getFrameId());
        EvaluationOperations operations =
                new EvaluationOperations(helpers.inHex(Presentation.isHex(arguments.getFormat())));
        if (EvaluateArgumentsContext.CLIPBOARD.equals(arguments.getContext())) {
            return text(Clipboard.copy(operations, frame, expression));
        }
        HelperVariable value = wanted(operations, frame, expression, arguments.getContext());
        return presentation.result(value, within(frame, value));
    }

    /** The value of what a user has written down; what fails says what else may have been meant. */
    private static HelperVariable wanted(
            EvaluationOperations operations, Frame frame, String expression, String context) {
        try {
            return value(operations, frame, expression, context);
        } catch (UserError failed) {
            if (context == null || !HINTED.contains(context)) {
                throw failed;
            }
            boolean typed = EvaluateArgumentsContext.REPL.equals(context);
            throw new UserError(operations.hint(frame, expression, failed.getMessage(), typed), failed);
        }
    }

    /** How the children of a result are reached; not at all where evaluating it again would do something again, or where C does not lead. */
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

    /** A command of GDB; not where it is input that begins with blanks. */
    private boolean isCommand(String typed) {
        boolean isInput = program.isRunning() && typed.startsWith(" ");
        return !isInput && GdbConsole.isCommand(typed.strip());
    }
}
