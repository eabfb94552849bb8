package dev.twinstack.adapter.server.messages;

import dev.twinstack.adapter.dap.SessionThread;
import dev.twinstack.adapter.dap.UserError;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.lsp4j.debug.services.IDebugProtocolClient;
import org.eclipse.lsp4j.jsonrpc.Endpoint;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.MessageIssueHandler;
import org.eclipse.lsp4j.jsonrpc.MessageProducer;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.debug.DebugLauncher;
import org.eclipse.lsp4j.jsonrpc.debug.DebugRemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.json.ConcurrentMessageProcessor;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.json.StreamMessageConsumer;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.messages.MessageIssue;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;
import org.eclipse.lsp4j.jsonrpc.services.ServiceEndpoints;

/**
 * lsp4j's launcher, with a reader thread that writes nothing: a request that cannot be read is refused in its turn, from the session thread, so
 * that messages are written in the order of their numbers.
 */
final class DapLauncher extends DebugLauncher.Builder<IDebugProtocolClient> {
    private final SessionThread thread;
    private final Consumer<String> tell;
    private MessageJsonHandler json;

    /** {@code tell} gets, on the session thread, a sentence about each message of the client's that cannot be read. */
    DapLauncher(SessionThread thread, Consumer<String> tell) {
        this.thread = thread;
        this.tell = tell;
    }

    @Override
    protected MessageJsonHandler createJsonHandler() {
        json = new RequestReader(getSupportedMethods(), configureGson);
        return json;
    }

    /** Reads by {@link ClientMessages}. */
    @Override
    protected ConcurrentMessageProcessor createMessageProcessor(
            MessageProducer replaced, MessageConsumer incoming, IDebugProtocolClient client) {
        MessageIssueHandler refusing = (MessageIssueHandler) json.getMethodProvider();
        Consumer<String> inTurn = sentence -> thread.post(() -> tell.accept(sentence));
        return super.createMessageProcessor(new ClientMessages(input, json, refusing, inTurn), incoming, client);
    }

    /** As lsp4j's own, but for {@link Refusing}. */
    @Override
    protected RemoteEndpoint createRemoteEndpoint(MessageJsonHandler json) {
        MessageConsumer outgoing = wrapMessageConsumer(new StreamMessageConsumer(output, json));
        RemoteEndpoint endpoint = new Refusing(outgoing, ServiceEndpoints.toEndpoint(localServices));
        json.setMethodProvider(endpoint);
        endpoint.setJsonHandler(json);
        return endpoint;
    }

    private final class Refusing extends DebugRemoteEndpoint {
        Refusing(MessageConsumer outgoing, Endpoint services) {
            super(outgoing, services, exceptionHandler);
        }

        @Override
        protected ResponseMessage createErrorResponseMessage(RequestMessage request, ResponseError error) {
            ResponseError said =
                    error.getData() instanceof UserError refused ? DapErrors.toResponseError(refused) : error;
            return super.createErrorResponseMessage(request, DapErrors.of(request.getMethod(), said));
        }

        @Override
        public void handle(Message unread, List<MessageIssue> issues) {
            thread.post(() -> super.handle(unread, issues));
        }
    }
}
