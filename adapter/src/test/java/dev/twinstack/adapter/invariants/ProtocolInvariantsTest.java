package dev.twinstack.adapter.invariants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinstack.adapter.dsl.Message;
import dev.twinstack.adapter.dsl.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each rule is seen to fail on a session that breaks it, and to hold on one that does not. */
class ProtocolInvariantsTest {
    private static final List<String> START = List.of(
            "-> 1 initialize",
            "<- 1 initialize of 1",
            "-> 2 launch",
            "<- 2 event initialized",
            "-> 3 configurationDone",
            "<- 3 configurationDone of 3",
            "<- 4 launch of 2");

    @Test
    void aGoodSessionBreaksNothing() {
        assertThat(afterStart(
                        "<- 5 event stopped {\"reason\":\"entry\"}",
                        "-> 4 continue",
                        "<- 6 continue of 4 {\"allThreadsContinued\":true}",
                        "-> 5 pause",
                        "<- 7 pause of 5",
                        "<- 8 event stopped {\"reason\":\"pause\"}",
                        "<- 9 event exited {\"exitCode\":0}",
                        "<- 10 event terminated",
                        "-> 6 disconnect",
                        "<- 11 disconnect of 6"))
                .isEmpty();
    }

    @Test
    void everyRequestIsAnsweredOnce() {
        assertThat(afterStart("-> 4 threads")).singleElement().asString().startsWith("0 responses to ");
        assertThat(afterStart("-> 4 pause", "<- 5 pause of 4", "<- 6 pause of 4"))
                .singleElement()
                .asString()
                .startsWith("2 responses to ");
    }

    @Test
    void everyResponseHasARequestOfItsCommand() {
        assertThat(afterStart("<- 5 pause of 77")).singleElement().asString().startsWith("A response to no request");
        assertThat(afterStart("-> 4 pause", "<- 5 disconnect of 4"))
                .singleElement()
                .asString()
                .startsWith("A response of another command");
    }

    @Test
    void noResponseComesBeforeItsRequest() {
        assertThat(afterStart("<- 5 pause of 4", "-> 4 pause"))
                .singleElement()
                .asString()
                .startsWith("A response before its request");
    }

    @Test
    void noEventComesBeforeTheResponseToInitialize() {
        assertThat(violations("-> 1 initialize", "<- 1 event initialized", "<- 2 initialize of 1"))
                .singleElement()
                .asString()
                .startsWith("An event before the response to initialize");
    }

    @Test
    void aProgressEndsOnce() {
        String start = "event progressStart {\"progressId\":\"a\",\"title\":\"t\"}";
        String end = "event progressEnd {\"progressId\":\"a\"}";
        assertThat(afterStart("<- 5 " + start, "<- 6 " + end)).isEmpty();
        assertThat(afterStart("<- 5 " + start)).singleElement().asString().startsWith("A progress that never ends");
        assertThat(afterStart("<- 5 " + end)).singleElement().asString().startsWith("A progress event out of turn");
    }

    @Test
    void initializedComesOnce() {
        assertThat(afterStart("<- 5 event initialized"))
                .singleElement()
                .asString()
                .startsWith("Initialized a second");
    }

    @Test
    void launchWaitsForTheConfiguration() {
        assertThat(violations(
                        "-> 1 launch", "<- 1 launch of 1", "-> 2 configurationDone", "<- 2 configurationDone of 2"))
                .singleElement()
                .asString()
                .startsWith("Launched before configurationDone");
    }

    @Test
    void aStopComesAfterTheResponseOfItsCause() {
        for (String command : List.of("continue", "next", "stepIn", "stepOut", "pause")) {
            String body = command.equals("continue") ? " {\"allThreadsContinued\":true}" : "";
            assertThat(afterStart(
                            "<- 5 event stopped {\"reason\":\"entry\"}",
                            "-> 4 " + command,
                            "<- 6 event stopped {\"reason\":\"pause\"}",
                            "<- 7 " + command + " of 4" + body))
                    .singleElement()
                    .asString()
                    .startsWith("Before the response to ");
        }
    }

    @Test
    void anotherThreadStopsOfItsOwnWhereTheyStopOneByOne() {
        String stop = "<- 6 event stopped {\"reason\":\"breakpoint\",\"threadId\":%d,\"allThreadsStopped\":false}";
        for (int thread : List.of(1, 2)) {
            assertThat(afterStart(
                            "<- 5 event stopped {\"reason\":\"entry\",\"threadId\":1,\"allThreadsStopped\":false}",
                            "-> 4 next {\"threadId\":1}",
                            stop.formatted(thread),
                            "<- 7 next of 4"))
                    .hasSize(thread == 1 ? 1 : 0);
        }
    }

    @Test
    void theEndComesAfterTheResponseOfItsCause() {
        assertThat(afterStart(
                        "<- 5 event stopped {\"reason\":\"entry\"}",
                        "-> 4 next",
                        "<- 6 event exited {\"exitCode\":0}",
                        "<- 7 next of 4"))
                .singleElement()
                .asString()
                .startsWith("Before the response to ");
    }

    @Test
    void theEndOfTheSessionComesAfterTheResponseToDisconnect() {
        List<String> attached = START.stream()
                .map(message -> message.replace("launch", "attach"))
                .toList();
        assertThat(after(attached, "-> 4 disconnect", "<- 5 event terminated", "<- 6 disconnect of 4"))
                .singleElement()
                .asString()
                .startsWith("Before the response to disconnect");
        assertThat(after(attached, "-> 4 disconnect", "<- 5 disconnect of 4", "<- 6 event terminated"))
                .isEmpty();
    }

    @Test
    void nothingStopsBeforeLaunchIsAnswered() {
        assertThat(violations(
                        "-> 1 launch",
                        "-> 2 configurationDone",
                        "<- 1 configurationDone of 2",
                        "<- 2 event stopped {\"reason\":\"entry\"}",
                        "<- 3 launch of 1"))
                .anyMatch(violation -> violation.startsWith("Before the response to "));
    }

    @Test
    void aStopOfAnEarlierResumeMayComeBeforeTheResponseToALaterOne() {
        assertThat(afterStart(
                        "<- 5 event stopped {\"reason\":\"entry\"}",
                        "-> 4 next",
                        "<- 6 next of 4",
                        "-> 5 next",
                        "<- 7 event stopped {\"reason\":\"step\"}",
                        "<- 8 next of 5"))
                .isEmpty();
    }

    @Test
    void aBreakpointMayComeBeforeTheResponseToPause() {
        assertThat(afterStart("-> 4 pause", "<- 5 event stopped {\"reason\":\"breakpoint\"}", "<- 6 pause of 4"))
                .isEmpty();
    }

    @Test
    void aResumeThatWasAskedForIsNotTold() {
        assertThat(afterStart("<- 5 event continued {\"threadId\":1}"))
                .singleElement()
                .asString()
                .startsWith("The client asked for this resume");
    }

    @Test
    void aResumeThatNobodyAskedForIsTold() {
        assertThat(afterStart("<- 5 event stopped {\"reason\":\"pause\"}", "<- 6 event continued {\"threadId\":1}"))
                .isEmpty();
    }

    @Test
    void aResumeThatWasRefusedIsToldIfItComesAllTheSame() {
        assertThat(afterStart(
                        "<- 5 event stopped {\"reason\":\"pause\"}",
                        "-> 4 next",
                        "<- 6 next refused 4 {}",
                        "<- 7 event continued {\"threadId\":1}"))
                .isEmpty();
    }

    @Test
    void nothingComesAfterTerminated() {
        for (String late : List.of("exited {\"exitCode\":0}", "terminated", "output {\"output\":\"late\"}")) {
            assertThat(afterStart("<- 5 event terminated", "<- 6 event " + late))
                    .singleElement()
                    .asString()
                    .startsWith("An event after terminated");
        }
    }

    @Test
    void theProgramExitsOnce() {
        assertThat(afterStart("<- 5 event exited {\"exitCode\":0}", "<- 6 event exited {\"exitCode\":0}"))
                .singleElement()
                .asString()
                .startsWith("Exited a second time");
    }

    @Test
    void numbersGrow() {
        assertThat(afterStart("<- 4 event terminated"))
                .singleElement()
                .asString()
                .startsWith("Number 4 after 4");
    }

    @Test
    void messagesConformToTheSchema() {
        assertThat(afterStart("<- 5 event stopped {\"threadId\":1}"))
                .singleElement()
                .asString()
                .startsWith("No StoppedEvent");
        assertThat(afterStart("-> 4 threads", "<- 5 threads of 4 {\"threads\":[{\"id\":\"one\",\"name\":\"main\"}]}"))
                .singleElement()
                .asString()
                .startsWith("No ThreadsResponse");
        assertThat(afterStart("<- 5 event rumour")).singleElement().asString().startsWith("DAP knows no RumourEvent");
    }

    @Test
    void aFailureListsEveryViolation() {
        assertThatThrownBy(() -> ProtocolInvariants.check(recording("-> 1 threads", "-> 2 threads")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("\"seq\":1")
                .hasMessageContaining("\"seq\":2");
    }

    private static List<String> afterStart(String... lines) {
        return after(START, lines);
    }

    private static List<String> after(List<String> start, String... lines) {
        return violations(Stream.concat(start.stream(), Stream.of(lines)).toArray(String[]::new));
    }

    private static List<String> violations(String... lines) {
        return ProtocolInvariants.violations(recording(lines));
    }

    private static Recording recording(String... lines) {
        List<Message> messages = new ArrayList<>();
        for (String line : lines) {
            messages.add(message(line));
        }
        return Recording.of(messages.toArray(Message[]::new));
    }

    /** {@code -> SEQ COMMAND [ARGUMENTS]}, {@code <- SEQ COMMAND of REQUEST [BODY]}, with {@code refused} in the place of {@code of}, or {@code <- SEQ event NAME [BODY]}. */
    private static Message message(String line) {
        Matcher request = Pattern.compile("-> (\\d+) (\\w+) ?(.*)").matcher(line);
        if (request.matches()) {
            String arguments = request.group(3).isEmpty() ? "" : ",\"arguments\":" + request.group(3);
            return Message.client("{\"seq\":%s,\"type\":\"request\",\"command\":\"%s\"%s}"
                    .formatted(request.group(1), request.group(2), arguments));
        }
        Matcher event = Pattern.compile("<- (\\d+) event (\\w+) ?(.*)").matcher(line);
        if (event.matches()) {
            return Message.server("{\"seq\":%s,\"type\":\"event\",\"event\":\"%s\"%s}"
                    .formatted(event.group(1), event.group(2), body(event.group(3))));
        }
        Matcher response =
                Pattern.compile("<- (\\d+) (\\w+) (of|refused) (\\d+) ?(.*)").matcher(line);
        assertThat(response.matches()).as(line).isTrue();
        return Message.server(
                "{\"seq\":%s,\"type\":\"response\",\"command\":\"%s\",\"request_seq\":%s,\"success\":%s%s}"
                        .formatted(
                                response.group(1),
                                response.group(2),
                                response.group(4),
                                response.group(3).equals("of"),
                                body(response.group(5))));
    }

    private static String body(String json) {
        return json.isEmpty() ? "" : ",\"body\":" + json;
    }
}
