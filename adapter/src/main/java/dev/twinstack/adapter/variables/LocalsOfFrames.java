package dev.twinstack.adapter.variables;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.python.HelperException;
import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.adapter.stack.Frame;
import dev.twinstack.adapter.stack.MergedStack;
import java.time.Duration;
import java.util.List;
import org.eclipse.lsp4j.debug.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The custom request {@code twinstack.locals}: the locals of many frames at once, as {@code scopes} and {@code variables} tell those of one. */
public final class LocalsOfFrames {
    private static final Logger LOG = LoggerFactory.getLogger(LocalsOfFrames.class);
    /** How long one request reads; the frames that it has not come to by then go without. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final VariableOperations operations;
    private final MergedStack stack;
    private final Scopes scopes;
    private final Variables variables;

    LocalsOfFrames(Helpers helpers, MergedStack stack, Scopes scopes, Variables variables) {
        this.operations = new VariableOperations(helpers);
        this.stack = stack;
        this.scopes = scopes;
        this.variables = variables;
    }

    /** {@code frameIds}: of frames that {@code stackTrace} has told. */
    public record Arguments(List<Integer> frameIds) {}

    /** In the order of the ids. */
    public record Found(List<Locals> frames) {}

    /** The locals of a frame; {@code problem}: why there are none, as a whole sentence, or null. */
    public record Locals(Variable[] variables, String problem) {}

    Found locals(Arguments arguments) {
        if (arguments.frameIds() == null) {
            throw new UserError("Locals of which frames? Give their ids, as stackTrace tells them, as 'frameIds'.");
        }
        List<Frame> frames = arguments.frameIds().stream().map(stack::frame).toList();
        operations.expectLocals(frames);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        return new Found(frames.stream()
                .map(frame -> System.nanoTime() < deadline ? locals(frame) : notReached())
                .toList());
    }

    private static Locals notReached() {
        return new Locals(
                new Variable[0],
                "The locals were not read, as those of the frames before took " + PATIENCE.toSeconds() + " seconds.");
    }

    private Locals locals(Frame frame) {
        try {
            return new Locals(variables.all(scopes.locals(frame)), null);
        } catch (UserError refused) {
            if (refused.isCancelled()) {
                throw refused; // all of the request is
            }
            return new Locals(new Variable[0], refused.getMessage());
        } catch (HelperException defect) {
            LOG.error("The locals of {} cannot be read because of a defect in Twinstack", frame, defect);
            return new Locals(new Variable[0], "Twinstack has a defect; its log (standard error) has the details.");
        }
    }
}
