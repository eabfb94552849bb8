package dev.twinstack.adapter.server.messages;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonIOException;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import dev.twinstack.adapter.dap.UserError;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.lsp4j.jsonrpc.MessageIssueException;
import org.eclipse.lsp4j.jsonrpc.debug.json.DebugMessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.debug.messages.DebugRequestMessage;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.messages.MessageIssue;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/**
 * lsp4j's reader of a message's JSON, but for a request whose arguments it cannot read. That one is refused with the name of the argument, in whatever order
 * its parts come: lsp4j answers it only where {@code type} and {@code seq} come first, and VS Code writes them last.
 */
final class RequestReader extends DebugMessageJsonHandler {
    private static final int SHOWN = 80;

    RequestReader(Map<String, JsonRpcMethod> methods, Consumer<GsonBuilder> gson) {
        super(methods, gson);
    }

    /** The parts of a request, null where they are missing. */
    private record Request(Integer seq, String type, String command, JsonElement arguments) {
        boolean isWhole() {
            return seq != null && "request".equals(type) && command != null;
        }
    }

    /** Throws {@link MessageIssueException}, with a {@link UserError} as its issue's cause, for such a request. */
    @Override
    public Message parseMessage(Reader input) {
        String text = text(input);
        try {
            return super.parseMessage(new StringReader(text));
        } catch (JsonParseException | MessageIssueException unread) {
            throw refusal(text, unread);
        }
    }

    private static String text(Reader input) {
        StringWriter text = new StringWriter();
        try {
            input.transferTo(text);
        } catch (IOException failure) {
            throw new JsonIOException(failure);
        }
        return text.toString();
    }

    private RuntimeException refusal(String input, RuntimeException unread) {
        try {
            Request request = getGson().fromJson(input, Request.class);
            return request != null && request.isWhole() && takesArguments(request) ? refused(request) : unread;
        } catch (JsonParseException noRequest) {
            return unread;
        }
    }

    private boolean takesArguments(Request request) {
        JsonRpcMethod method = getJsonRpcMethod(request.command());
        return method != null && method.getParameterTypes().length == 1;
    }

    private MessageIssueException refused(Request request) {
        DebugRequestMessage message = new DebugRequestMessage();
        message.setJsonHandler(this);
        message.setId(request.seq());
        message.setMethod(request.command());
        UserError reason = new UserError("The request '" + request.command() + "' cannot be read, as " + wrong(request)
                + "; the Debug Adapter Protocol tells the shape that it needs.");
        int code = ResponseErrorCode.ParseError.getValue();
        return new MessageIssueException(message, new MessageIssue(reason.getMessage(), code, reason));
    }

    private String wrong(Request request) {
        if (!(request.arguments() instanceof JsonObject arguments)) {
            return "its arguments are no object but " + shown(request.arguments());
        }
        Type type = getJsonRpcMethod(request.command()).getParameterTypes()[0];
        return arguments.entrySet().stream()
                .filter(argument -> !isReadable(argument.getKey(), argument.getValue(), type))
                .findFirst()
                .map(argument -> "its argument '" + argument.getKey() + "' is " + shown(argument.getValue()))
                .orElse("its arguments do not go together");
    }

    private boolean isReadable(String name, JsonElement value, Type type) {
        JsonObject alone = new JsonObject();
        alone.add(name, value);
        try {
            getGson().fromJson(alone, type);
            return true;
        } catch (JsonParseException unreadable) {
            return false;
        }
    }

    private static String shown(JsonElement value) {
        String text = String.valueOf(value);
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
