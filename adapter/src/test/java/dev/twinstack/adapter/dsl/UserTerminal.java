package dev.twinstack.adapter.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A terminal that the client opens when the server asks for one, and types its command into, as VS Code does; and the user in front of it. */
public final class UserTerminal implements AutoCloseable {
    private static final long MOMENT = 5;

    private final CompletableFuture<JsonObject> asked = new CompletableFuture<>();
    private final StringBuffer screen = new StringBuffer();
    private Process process;

    /** These arguments of {@code initialize}, of a client that opens terminals. */
    public static JsonObject openedBy(JsonObject client) {
        client.addProperty("supportsRunInTerminalRequest", true);
        return client;
    }

    /** One in which nobody has typed yet. */
    public static UserTerminal opened() {
        UserTerminal terminal = new UserTerminal();
        terminal.start();
        return terminal.prompts("$ ");
    }

    /** The client opens one whose shell ends before it has run much. */
    public static void offerOneThatCloses(DapClient client) {
        client.onRequest("runInTerminal", arguments -> {
            Path script = Path.of(arguments.getAsJsonArray("args").get(1).getAsString());
            Commands.run("sh", "-c", "exec 3>" + script.resolveSibling("reports"));
            return new JsonObject();
        });
    }

    /** Opens it when the server asks {@code client} for it. */
    public void offerTo(DapClient client) {
        client.onRequest("runInTerminal", this::run);
    }

    /** As {@link #offerTo(DapClient)}, but not before {@code open}. */
    public void offerTo(DapClient client, CountDownLatch open) {
        client.onRequest("runInTerminal", arguments -> {
            try {
                open.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return run(arguments);
        });
    }

    private JsonObject run(JsonObject arguments) {
        start();
        String command = arguments.getAsJsonArray("args").asList().stream()
                .map(each -> "'" + each.getAsString().replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
        type("cd '" + Json.text(arguments, "cwd").orElseThrow() + "' && " + command + "\n");
        asked.complete(arguments);
        return Json.object("shellProcessId", process.pid());
    }

    private void start() {
        try {
            Path script =
                    Path.of(UserTerminal.class.getResource("/user_terminal.py").toURI());
            process = new ProcessBuilder("python3", "-I", script.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("The user's terminal could not be started.", e);
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
        Thread reader = new Thread(this::read, "user-terminal");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        byte[] bytes = new byte[1 << 16];
        try {
            for (int size = process.getInputStream().read(bytes);
                    size >= 0;
                    size = process.getInputStream().read(bytes)) {
                screen.append(new String(bytes, 0, size, StandardCharsets.UTF_8));
            }
        } catch (IOException closed) {
            screen.append("\n(" + closed.getMessage() + ")\n");
        }
    }

    /** A text of what the server asked for. */
    public String asked(String name) {
        return Json.text(asked.join(), name).orElseThrow();
    }

    /** Presses keys. */
    public UserTerminal type(String keys) {
        return control("type " + new JsonPrimitive(keys));
    }

    /** Gives it another size. */
    public UserTerminal resize(int rows, int columns) {
        return control("size " + rows + " " + columns);
    }

    private UserTerminal control(String line) {
        try {
            OutputStream out = process.getOutputStream();
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("The user's terminal takes nothing any more.", e);
        }
    }

    /** Waits until it has shown this. */
    public UserTerminal shows(String text) {
        return shows("'" + text + "' is shown", shown -> shown.contains(text));
    }

    /** Waits until its shell asks for the next command. */
    public UserTerminal prompts() {
        return prompts("\r\n$ ");
    }

    private UserTerminal prompts(String end) {
        return shows("the shell prompts", shown -> shown.endsWith(end));
    }

    private UserTerminal shows(String what, Predicate<String> fits) {
        long deadline = System.nanoTime() + DapClient.PATIENCE.toNanos();
        while (!fits.test(screen.toString())) {
            assertThat(System.nanoTime())
                    .as("time that passes until %s in:%n%s", what, screen)
                    .isLessThan(deadline);
            pass();
        }
        return this;
    }

    /** What it has shown until now. */
    public String screen() {
        return screen.toString();
    }

    @Override
    public void close() {
        closeWindow();
    }

    /** Closes its window, with what runs in it. */
    public void closeWindow() {
        try {
            if (process != null) {
                process.getOutputStream().close();
                process.waitFor();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The user's terminal could not be closed.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pass() {
        try {
            Thread.sleep(MOMENT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted.", e);
        }
    }
}
