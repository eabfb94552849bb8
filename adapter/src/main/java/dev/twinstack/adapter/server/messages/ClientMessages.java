package dev.twinstack.adapter.server.messages;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.MessageIssueException;
import org.eclipse.lsp4j.jsonrpc.MessageIssueHandler;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.json.StreamMessageProducer;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.util.LimitedInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * lsp4j's reader of the client's messages, but for those that cannot be read: the client is told, as a request among them gets no answer, and the
 * message behind one is read however much of it was understood.
 */
final class ClientMessages extends StreamMessageProducer {
    private static final Logger LOG = LoggerFactory.getLogger(ClientMessages.class);
    private static final int SHOWN = 200;

    private final Consumer<String> tell;

    /** {@code tell} gets a sentence about each message that cannot be read, and about each that meets a defect. */
    ClientMessages(InputStream in, MessageJsonHandler json, MessageIssueHandler issues, Consumer<String> tell) {
        super(in, json, issues);
        this.tell = tell;
    }

    @Override
    public void listen(MessageConsumer consumer) {
        super.listen(message -> handOn(message, consumer));
    }

    /** What fails behind the reading is not the client's fault, which {@link #fireError} would make it. */
    private void handOn(Message message, MessageConsumer consumer) {
        try {
            consumer.consume(message);
        } catch (MessageIssueException refused) {
            throw refused;
        } catch (RuntimeException bug) {
            LOG.error("A message of the client's had no effect because of a defect in Twinstack", bug);
            tell.accept("A message of the client's had no effect, as Twinstack has a defect: " + bug
                    + ". Its log (standard error) has the details.");
        }
    }

    @Override
    protected boolean handleMessage(InputStream in, Headers headers) throws IOException {
        byte[] content = new LimitedInputStream(in, headers.contentLength, false).readAllBytes();
        return super.handleMessage(new ByteArrayInputStream(content), headers);
    }

    @Override
    protected void fireError(Throwable error) {
        tell.accept("A message of the client's could not be read, and has no effect: " + reason(error)
                + " Each needs the header 'Content-Length: N', an empty line, and N bytes of JSON.");
    }

    private static String reason(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String said = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return said.length() > SHOWN ? said.substring(0, SHOWN) + "…" : said + ".";
    }
}
