package dev.twinstack.adapter.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.AnyStop;
import dev.twinstack.adapter.dsl.Breakpoints;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Response;
import dev.twinstack.adapter.dsl.Stack;
import dev.twinstack.adapter.dsl.Stepping;
import dev.twinstack.adapter.dsl.Stop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A session of the program {@code soak}: it carries out requests, whatever the program does meanwhile, and checks what comes of them. */
final class SoakSession {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration MOMENT = Duration.ofMillis(60);
    /** Functions that nothing leaves before the program's end. */
    private static final Set<String> ENDLESS = Set.of("work", "<module>");

    private static final Map<String, String> CODE = Map.of(
            "1 + 1", "2",
            "[each for each in range(3)]", "[0, 1, 2]",
            "(lambda: 7)()", "7",
            "soak.leaf([1])", "2",
            "one_round(10) == expected(10)", "True");

    private final DebugSession session;
    private final Sources sources = new Sources();
    private final LegalStacks stacks;
    private Stop stop;

    SoakSession(DebugSession session, Stop first) {
        this.session = session;
        this.stop = first;
        stacks = new LegalStacks(session.program(), sources);
    }

    void carryOut(SoakRequest request) {
        switch (request.kind()) {
            case NEXT -> step("next", request);
            case STEP_IN -> step("stepIn", request);
            case STEP_OUT -> step("stepOut", request);
            case CONTINUE -> goOn();
            case PYTHON_LINES -> breakAt("main.py", request.number());
            case C_LINES -> breakAt("soak.c", request.number());
            case EXCEPTIONS -> stopAtExceptions(request.number());
            case EVALUATE -> evaluate(request.number());
            case PAUSE -> pauseRunning();
        }
    }

    /** The program, which has been told to end, does so without breakpoints. */
    void end() {
        breakAt("main.py", 0);
        breakAt("soak.c", 0);
        stopAtExceptions(0);
        goOn();
        while (session.stopsBeforeItsEnd()) { // of the breakpoints that were there
            standsAt(AnyStop.now(session).orElseThrow(), null);
            goOn();
        }
    }

    private void step(String command, SoakRequest request) {
        Stop from = stands();
        Stack stack = from.stack();
        List<Frame> before = stacks.own(stack);
        boolean isOwn = !before.isEmpty() && stack.top().equals(before.get(0));
        Response answer = session.client().ask(command, Stepping.thread(from));
        if (!answer.success()) {
            answer.refused();
            meanwhile();
            return;
        }
        stop = null;
        AnyStop.forgetBefore(answer, session);
        boolean mayNotEnd =
                before.isEmpty() || command.equals("stepOut") && ENDLESS.contains(LegalStacks.name(before.get(0)));
        Optional<Stop> end = AnyStop.within(mayNotEnd ? MOMENT : PATIENCE, session);
        if (end.isEmpty()) {
            if (!mayNotEnd) {
                throw new AssertionError(command + " does not end, from:\n" + stack + "\nin:\n" + stands().stack());
            }
            return;
        }
        standsAt(end.get(), request);
        assertStepped(command, from, isOwn ? before : List.of());
        meanwhile();
    }

    private void assertStepped(String command, Stop from, List<Frame> before) {
        if (stop.reason().equals("step")) {
            assertThat(stop.threadId()).as("the thread that has stepped").isEqualTo(from.threadId());
            if (!before.isEmpty() && !stop.words().contains("The step ends here")) {
                assertDepth(command, before);
            }
        }
    }

    private void assertDepth(String command, List<Frame> before) {
        List<Frame> after = stacks.own(stop.stack());
        int difference = after.size() - before.size();
        int most = command.equals("next") ? 0 : command.equals("stepIn") ? 1 : -1;
        assertThat(difference)
                .as("frames more, after %s from %s to %s", command, before, after)
                .isLessThanOrEqualTo(most);
    }

    private void goOn() {
        Stop from = stands();
        stop = null;
        AnyStop.forgetBefore(session.ask("continue", Stepping.thread(from)), session);
    }

    private void pauseRunning() {
        if (stop != null) {
            goOn();
        }
        stands();
    }

    /** The stop at which the program stands; it is paused where it runs. */
    private Stop stands() {
        if (stop == null) {
            AnyStop.now(session).ifPresent(each -> standsAt(each, null));
        }
        if (stop == null) {
            session.ask(
                    "pause", Json.object("threadId", session.threads().get(0).id()));
            standsAt(AnyStop.within(PATIENCE, session).orElseThrow(() -> new AssertionError("no pause")), null);
        }
        return stop;
    }

    private void standsAt(Stop stood, SoakRequest request) {
        stop = stood;
        stacks.check(stop.stack());
        if (request != null && request.number() % 4 == 0) {
            session.threads().forEach(thread -> stacks.check(thread.stack()));
        }
    }

    private void breakAt(String file, int bits) {
        List<String> marks = sources.marks(session.program().file(file));
        List<String> chosen = IntStream.range(0, marks.size())
                .filter(mark -> (bits >> mark % 20 & 1) == 1)
                .mapToObj(marks::get)
                .limit(bits % 4)
                .toList();
        session.clearBreakpoints(file);
        if (!chosen.isEmpty()) {
            session.breakAt(chosen.toArray(String[]::new));
        }
        meanwhile();
    }

    private void stopAtExceptions(int number) {
        if (number % 3 == 1) {
            Breakpoints.of(session).onExceptionsWhen("raised", "ValueError");
        } else {
            Breakpoints.of(session).onExceptions();
        }
        meanwhile();
    }

    private void evaluate(int number) {
        List<String> codes = CODE.keySet().stream().sorted().toList();
        String code = codes.get(number % codes.size());
        Optional<Frame> frame = stacks.own(stands().stack()).stream()
                .filter(each -> Path.of(each.path()).endsWith("main.py"))
                .findFirst();
        if (frame.isPresent()) {
            Response answer = frame.get().tryToEvaluate(code, "repl");
            if (answer.success()) {
                assertThat(answer.body().get("result").getAsString()).as(code).isEqualTo(CODE.get(code));
            } else {
                answer.refused();
            }
            meanwhile();
        }
    }

    /** While the program is at work for the debugger other threads may come to a stop, which is told behind that. */
    private void meanwhile() {
        session.threads();
        for (Optional<Stop> each = AnyStop.now(session); each.isPresent(); each = AnyStop.now(session)) {
            standsAt(each.get(), null);
        }
    }
}
