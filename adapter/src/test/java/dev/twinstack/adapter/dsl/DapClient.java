package dev.twinstack.adapter.dsl;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;

/** A DAP client that knows nothing of the server: it frames, numbers and records messages, and pairs answers with requests. */
public final class DapClient {
    /** How long a test waits for anything unless it says otherwise. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private final OutputStream out;
    private final Recording recording = new Recording();
    private final EventQueue events = new EventQueue();
    private final Map<Integer, CompletableFuture<Response>> waiting = new ConcurrentHashMap<>();
    private final Map<String, Function<JsonObject, JsonObject>> handlers = new ConcurrentHashMap<>();
    private CompletableFuture<Void> answered = CompletableFuture.completedFuture(null);
    private int lastSeq;

    /** Starts to read what the server writes. */
    public DapClient(InputStream in, OutputStream out) {
        this.out = out;
        Thread reader = new Thread(() -> readAll(in), "dap-client-reader");
        reader.setDaemon(true);
        reader.start();
    }

    /** Sends a request and does not wait for its answer. */
    public synchronized CompletableFuture<Response> send(String command, JsonObject arguments) {
        int seq = ++lastSeq;
        JsonObject request = Json.object("seq", seq, "type", "request", "command", command, "arguments", arguments);
        CompletableFuture<Response> response = new CompletableFuture<>();
        waiting.put(seq, response);
        recording.add(new Message(Message.Sender.CLIENT, request));
        write(request.toString());
        if (events.isClosed()) {
            response.completeExceptionally(new IOException("The server has closed the connection."));
        }
        return response;
    }

    /** Sets what is done, and answered, when the server sends a request of this name; null: it is refused without a message. Other requests are refused with one. */
    public void onRequest(String command, Function<JsonObject, JsonObject> handler) {
        handlers.put(command, handler);
    }

    /** The number of the request that was sent last. */
    public synchronized int lastSeq() {
        return lastSeq;
    }

    /** Sends a request and waits for its answer, good or bad. */
    public Response ask(String command, JsonObject arguments) {
        return await(command, send(command, arguments));
    }

    /** Waits for an answer. */
    public Response await(String command, CompletableFuture<Response> response) {
        try {
            return response.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new AssertionError("No answer to " + command + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for the answer to " + command + ".", e);
        }
    }

    /** Writes a frame with any text in it, outside the numbering. */
    public void write(String body) {
        try {
            Wire.write(out, body);
        } catch (IOException e) {
            throw new UncheckedIOException("The server does not read any more.", e);
        }
    }

    /** Ends the client's half of the conversation. */
    public void closeInput() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The server's input could not be closed.", e);
        }
    }

    /** Waits for the next event of this name. */
    public Event event(String name) {
        return event(name, event -> true);
    }

    /** Waits for the next event of this name that fits. */
    public Event event(String name, Predicate<Event> fits) {
        return events.take(name, event -> event.name().equals(name) && fits.test(event), PATIENCE);
    }

    /** Waits until the server has closed the connection. */
    public void awaitEnd() {
        events.awaitClosed(PATIENCE);
    }

    EventQueue events() {
        return events;
    }

    /** All messages until now. */
    public Recording recording() {
        return recording;
    }

    private void readAll(InputStream in) {
        try {
            for (String json = Wire.read(in); json != null; json = Wire.read(in)) {
                accept(Message.server(json));
            }
            fail(new IOException("The server closed the connection."));
        } catch (IOException | JsonParseException e) {
            fail(e);
        }
    }

    private void accept(Message message) {
        recording.add(message);
        if (message.isEvent()) {
            events.add(new Event(message.seq(), message.name(), message.body()));
        } else if (message.isReverseRequest()) {
            answered = answered.thenRunAsync(() -> answer(message)); // in their order, as clients do
        } else if (message.isResponse()) {
            CompletableFuture<Response> response = waiting.remove(message.requestSeq());
            if (response != null) {
                response.complete(Response.of(message));
            }
        }
    }

    private void answer(Message request) {
        Function<JsonObject, JsonObject> handler = handlers.get(request.name());
        JsonObject response = handler == null
                ? Json.object("success", false, "message", "The client cannot do that.")
                : carriedOut(handler.apply(Json.objectAt(request.json(), "arguments")));
        synchronized (this) {
            response.addProperty("seq", ++lastSeq);
            response.addProperty("type", "response");
            response.addProperty("request_seq", request.seq());
            response.addProperty("command", request.name());
            recording.add(new Message(Message.Sender.CLIENT, response));
            write(response.toString());
        }
    }

    private static JsonObject carriedOut(JsonObject body) {
        return body == null ? Json.object("success", false) : Json.object("success", true, "body", body);
    }

    private void fail(Exception reason) {
        waiting.values().forEach(response -> response.completeExceptionally(reason));
        events.close();
    }
}
