package dev.twinstack.adapter.soak;

import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Pythons;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Steps, breakpoints, pauses and evaluations at random in a program with threads and an extension, which comes to its right end all the same.
 *
 * <p>A failure prints the seed and the requests until then; with {@code -Dsoak.requests=FILE} they are carried out again from a file with
 * a request in each line.
 */
@EndToEnd
class SoakTest {
    private static final long SEED = Long.getLong("soak.seed", 20);
    private static final String REQUESTS = System.getProperty("soak.requests");

    @Test
    void aFewRequests() {
        soak(Pythons.system(), 20);
    }

    @Tag("matrix")
    @OnSystemPython
    void requestsOnEveryPython(Python python) {
        soak(python, 50);
    }

    /** How long a request may take is bounded where it is awaited; how long all of them take says how busy the machine is. */
    @Tag("matrix")
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    @Test
    void thousandsOfRequests() {
        soak(Pythons.system(), 2000);
    }

    private static void soak(Python python, int count) {
        Random random = new Random(SEED);
        Stream<SoakRequest> requests = REQUESTS == null
                ? Stream.generate(() -> SoakRequest.draw(random)).limit(count)
                : requestsOf(Path.of(REQUESTS));
        List<String> done = new ArrayList<>();
        System.out.println("soak of " + python + ": seed " + SEED);
        Path end = Files.nowhere("end");
        try (DebugSession session =
                DebugSession.open(Launch.python("soak", python).args(end.toString()))) {
            session.breakAt("main.py@outer");
            SoakSession soak = new SoakSession(session, session.start().stopped("breakpoint"));
            requests.forEach(request -> carryOut(soak, request, done));
            Files.create(end);
            soak.end();
            session.output(output -> output.ofDebuggee().contains("wrong []"));
            session.exited(7);
        } catch (AssertionError failure) {
            throw new AssertionError(transcript(done), failure);
        }
    }

    private static void carryOut(SoakSession soak, SoakRequest request, List<String> done) {
        long began = System.nanoTime();
        try {
            soak.carryOut(request);
        } finally {
            done.add(request + " took " + (System.nanoTime() - began) / 1_000_000 + " ms");
        }
    }

    private static Stream<SoakRequest> requestsOf(Path file) {
        try {
            return java.nio.file.Files.readAllLines(file).stream().map(SoakRequest::parse);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be read.", e);
        }
    }

    private static String transcript(List<String> done) {
        return "Seed " + SEED + ", requests until then:\n" + String.join("\n", done);
    }
}
