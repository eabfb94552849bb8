package dev.twinstack.adapter.server.messages;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.mi.MiErrorException;
import dev.twinstack.mi.MiException;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.debug.Message;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place where a failed handler becomes a DAP error response: {@code message} is the sentence or one of DAP's reserved words,
 * {@code body.error} the sentence as a structured {@code Message} (DAP: ErrorResponse).
 */
final class DapErrors {
    private static final Logger LOG = LoggerFactory.getLogger(DapErrors.class);

    /** Ids of {@code body.error}, unique within this adapter as DAP asks. */
    private enum Kind {
        BUG,
        USER,
        GDB,
        UNSUPPORTED
    }

    /** Requests whose error a client shows where it was asked for: in the console, in a view, at the box of a new value. */
    private static final Set<String> SHOWN_IN_PLACE =
            Set.of("evaluate", "setVariable", "setExpression", "completions", "variables", "scopes", "stackTrace");

    private static final Pattern BRACE = Pattern.compile("[{}]");

    /** Variables of a {@code format}, in which a brace begins or ends the name of one; by the first letter they hold nothing private (DAP: Message). */
    private static final Map<String, String> BRACES = Map.of("_open", "{", "_close", "}");

    /** What {@code body} of an error response holds. */
    private record ErrorBody(Message error) {}

    private DapErrors() {}

    /** The answer to a request whose handler threw {@code thrown}; anything that is not a known kind is logged as a bug. */
    static ResponseError toResponseError(Throwable thrown) {
        Throwable cause = unwrapped(thrown);
        if (cause instanceof ResponseErrorException refused) {
            return error(
                    Kind.UNSUPPORTED,
                    "Twinstack refuses: " + sentence(refused.getResponseError().getMessage()));
        }
        if (cause instanceof UnsupportedOperationException) {
            return error(
                    Kind.UNSUPPORTED, "Twinstack does not support this request; its capabilities do not announce it.");
        }
        if (cause instanceof UserError error) {
            return error(Kind.USER, error.shortForm(), error.getMessage());
        }
        if (cause instanceof MiErrorException refused) {
            return refused.isQuit()
                    ? toResponseError(UserError.cancelled())
                    : error(Kind.GDB, "GDB refused: " + sentence(cause.getMessage()));
        }
        if (cause instanceof MiException) {
            return error(Kind.GDB, sentence(cause.getMessage()));
        }
        LOG.error("A request failed because of a defect in Twinstack", cause);
        return error(Kind.BUG, "Twinstack has a defect: " + cause + ". Its log (standard error) has the details.");
    }

    /** The error as the answer to a request. Where a client shows the error in place, it need not show it in a window, too. */
    static ResponseError of(String method, ResponseError error) {
        if (error.getData() instanceof ErrorBody body
                && (SHOWN_IN_PLACE.contains(method) || method.startsWith("twinstack."))) {
            body.error.setShowUser(false);
        }
        return error;
    }

    private static Throwable unwrapped(Throwable thrown) {
        Throwable cause = thrown;
        while (isWrapper(cause) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static boolean isWrapper(Throwable thrown) {
        return thrown instanceof CompletionException
                || thrown instanceof ExecutionException
                || thrown instanceof InvocationTargetException
                || thrown.getClass() == RuntimeException.class;
    }

    private static String sentence(String text) {
        String trimmed = String.valueOf(text).strip();
        return trimmed.endsWith(".") ? trimmed : trimmed + ".";
    }

    private static ResponseError error(Kind kind, String sentence) {
        return error(kind, sentence, sentence);
    }

    /**
     * {@code message} is the response's, in DAP's reserved short form where there is one; {@code sentence} is what the user reads. The short forms are for the client alone: it
     * took the request back itself, or sent it too late.
     */
    private static ResponseError error(Kind kind, String message, String sentence) {
        Message structured = structured(kind, sentence);
        structured.setShowUser(message.equals(sentence));
        return new ResponseError(ResponseErrorCode.RequestFailed, message, new ErrorBody(structured));
    }

    private static Message structured(Kind kind, String sentence) {
        Message message = new Message();
        message.setId(kind.ordinal() + 1);
        message.setFormat(sentence);
        if (BRACE.matcher(sentence).find()) {
            message.setFormat(
                    BRACE.matcher(sentence).replaceAll(brace -> brace.group().equals("{") ? "{_open}" : "{_close}"));
            message.setVariables(BRACES);
        }
        return message;
    }
}
