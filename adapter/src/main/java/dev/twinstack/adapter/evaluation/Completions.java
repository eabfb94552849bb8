package dev.twinstack.adapter.evaluation;

import dev.twinstack.adapter.client.ClientFormat;
import dev.twinstack.adapter.console.GdbConsole;
import dev.twinstack.adapter.evaluation.CompletionOperations.Found;
import dev.twinstack.adapter.evaluation.CompletionOperations.Item;
import dev.twinstack.adapter.program.ProgramState;
import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.adapter.stack.Frame;
import dev.twinstack.adapter.stack.MergedStack;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.CompletionItem;
import org.eclipse.lsp4j.debug.CompletionItemType;
import org.eclipse.lsp4j.debug.CompletionsArguments;
import org.eclipse.lsp4j.debug.CompletionsResponse;

/** What the word before the caret in the debug console may become: a name, a member or an attribute, a command of GDB. */
final class Completions {
    private final CompletionOperations operations;
    private final EvaluationOperations frames;
    private final ProgramState program;
    private final MergedStack stack;
    private final ClientFormat format;

    Completions(Helpers helpers, ProgramState program, MergedStack stack, ClientFormat format) {
        this.operations = new CompletionOperations(helpers);
        this.frames = new EvaluationOperations(helpers);
        this.program = program;
        this.stack = stack;
        this.format = format;
    }

    void declare(Capabilities capabilities) {
        capabilities.setSupportsCompletionsRequest(true);
        capabilities.setCompletionTriggerCharacters(new String[] {".", ">", ":", "\"", "'"});
    }

    CompletionsResponse completions(CompletionsArguments arguments) {
        if (program.isRunning()) { // what is typed then is the program's input, or a command of the shell
            return response(Stream.empty());
        }
        program.requireStopped();
        Frame frame = stack.frameOrNewest(arguments.getFrameId());
        String typed = typed(arguments);
        int command = GdbConsole.commandStart(typed);
        Found found = command < 0 ? expression(frame, typed) : operations.command(frame, typed.substring(command));
        int start = typed.offsetByCodePoints(typed.length(), -found.length());
        return response(found.items().stream().map(item -> item(item, start, typed.length() - start)));
    }

    private Found expression(Frame frame, String typed) {
        FrameExpression parsed = FrameExpression.of(frames, frame, typed);
        return operations.expression(parsed.frame(), parsed.expression());
    }

    private static CompletionsResponse response(Stream<CompletionItem> items) {
        CompletionsResponse response = new CompletionsResponse();
        response.setTargets(items.toArray(CompletionItem[]::new));
        return response;
    }

    /** The line with the caret, up to the caret. */
    private String typed(CompletionsArguments arguments) {
        String[] lines = arguments.getText().split("\n", -1);
        int line = format.fromClientLine(Objects.requireNonNullElse(arguments.getLine(), format.line(1))) - 1;
        String text = lines[Math.max(0, Math.min(line, lines.length - 1))];
        int column = format.fromClientColumn(arguments.getColumn());
        return text.substring(0, Math.max(0, Math.min(column, text.length())));
    }

    private CompletionItem item(Item found, int start, int length) {
        CompletionItem item = new CompletionItem();
        item.setLabel(found.label());
        item.setType(CompletionItemType.valueOf(found.type().toUpperCase(Locale.ROOT)));
        item.setStart(format.completionStart(start));
        item.setLength(length);
        return item;
    }
}
