package dev.twinstack.mi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class MiConnectionTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final BlockingQueue<MiRecord> events = new LinkedBlockingQueue<>();
    private FakeGdb gdb;
    private MiConnection connection;

    @BeforeEach
    void connect() throws IOException {
        gdb = new FakeGdb();
        connection = new MiConnection(
                gdb.socket().getInputStream(), gdb.socket().getOutputStream(), this::event, new MiTranscript());
    }

    private void event(MiRecord record) {
        events.add(record);
        if (record instanceof MiRecord.Output output && output.text().equals("fail")) {
            throw new IllegalStateException("a consumer that fails");
        }
    }

    @AfterEach
    void disconnect() throws IOException {
        connection.close();
        gdb.close();
    }

    @Test
    void repliesAreMatchedByToken() throws Exception {
        CompletableFuture<MiRecord.Result> first = connection.send(MiCommand.of("-thread-info"));
        CompletableFuture<MiRecord.Result> second = connection.send(MiCommand.of("-gdb-version"));
        assertThat(gdb.nextCommand()).isEqualTo("1-thread-info");
        assertThat(gdb.nextCommand()).isEqualTo("2-gdb-version");
        gdb.says("1^done,n=\"one\"", "2^done,n=\"two\"");
        assertThat(first.get(5, TimeUnit.SECONDS).results().text("n")).isEqualTo("one");
        assertThat(second.get(5, TimeUnit.SECONDS).results().text("n")).isEqualTo("two");
    }

    @Test
    void whatGdbPrintsBelongsToTheCommandThatItCarriesOut() throws Exception {
        BlockingQueue<MiRecord> first = new LinkedBlockingQueue<>();
        BlockingQueue<MiRecord> second = new LinkedBlockingQueue<>();
        connection.send(MiCommand.console("info a"), first::add);
        CompletableFuture<MiRecord.Result> last = connection.send(MiCommand.console("info b"), second::add);
        gdb.says("~\"a1 \"", "printed by a program", "1^done", "~\"b\"", "2^done", "~\"unasked\"");
        assertThat(last).succeedsWithin(SOON);
        assertThat(first).extracting(Object::getClass).containsExactly(MiRecord.Stream.class, MiRecord.Output.class);
        assertThat(second).singleElement().isInstanceOf(MiRecord.Stream.class);
        assertThat(events.poll(5, TimeUnit.SECONDS)).isEqualTo(first.peek());
    }

    @Test
    void aCommandThatGdbHasPassedOverFailsAndGetsNothingMore() throws Exception {
        BlockingQueue<MiRecord> passedOver = new LinkedBlockingQueue<>();
        BlockingQueue<MiRecord> last = new LinkedBlockingQueue<>();
        CompletableFuture<MiRecord.Result> first = connection.send(MiCommand.console("info a"), passedOver::add);
        CompletableFuture<MiRecord.Result> second = connection.send(MiCommand.of("-thread-info"));
        gdb.says("2^done");
        assertThat(second).succeedsWithin(SOON);
        assertThat(first)
                .failsWithin(SOON)
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(MiProtocolException.class)
                .withMessageContaining("has not answered -interpreter-exec");
        CompletableFuture<MiRecord.Result> third = connection.send(MiCommand.console("info b"), last::add);
        gdb.says("~\"b\"", "3^done");
        assertThat(third).succeedsWithin(SOON);
        assertThat(passedOver).isEmpty();
        assertThat(last).singleElement().isInstanceOf(MiRecord.Stream.class);
    }

    @Test
    void unfinishedDigitsBeforeAReplyBelongToNoLaterCommand() throws Exception {
        CompletableFuture<MiRecord.Result> first = connection.send(MiCommand.of("-thread-info"));
        CompletableFuture<MiRecord.Result> second = connection.send(MiCommand.of("-thread-info"));
        List<CompletableFuture<MiRecord.Result>> later = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            later.add(connection.send(MiCommand.of("-thread-info")));
        }
        gdb.says("1^done", "12^done,n=\"two\"");
        assertThat(first).succeedsWithin(SOON);
        assertThat(second.get(5, TimeUnit.SECONDS).results().text("n")).isEqualTo("two");
        assertThat(later).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void everythingElseGoesToTheConsumerInOrder() throws Exception {
        gdb.says("*running,thread-id=\"all\"", "~\"text\"", "^done", "99^done", "^done,", "hello", "(gdb) ");
        List<String> kinds = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            kinds.add(events.poll(5, TimeUnit.SECONDS).getClass().getSimpleName());
        }
        assertThat(kinds).containsExactly("Async", "Stream", "Result", "Result", "Malformed", "Output", "Prompt");
    }

    @Test
    void aReplyBehindAnUnfinishedLineIsFound() throws Exception {
        CompletableFuture<MiRecord.Result> first = connection.send(MiCommand.of("-thread-info"));
        CompletableFuture<MiRecord.Result> second = connection.send(MiCommand.of("-thread-info"));
        gdb.says("42 of 71^done,n=\"one\"", "72^done,n=\"two\"");
        assertThat(first.get(5, TimeUnit.SECONDS).results().text("n")).isEqualTo("one");
        assertThat(second.get(5, TimeUnit.SECONDS).results().text("n")).isEqualTo("two");
        assertThat(List.of(events.poll(5, TimeUnit.SECONDS), events.poll(5, TimeUnit.SECONDS)))
                .extracting(record -> ((MiRecord.Output) record).text())
                .containsExactly("42 of 7", "7");
    }

    @Test
    void errorsOfGdbComeWithMessageAndCode() throws Exception {
        CompletableFuture<MiRecord.Result> reply = connection.send(MiCommand.of("-nonsense"));
        gdb.says("1^error,msg=\"Undefined MI command: nonsense\",code=\"undefined-command\"");
        assertThat(reply)
                .failsWithin(SOON)
                .withThrowableThat()
                .havingCause()
                .isInstanceOfSatisfying(MiErrorException.class, error -> {
                    assertThat(error.getMessage()).isEqualTo("Undefined MI command: nonsense");
                    assertThat(error.operation()).isEqualTo("-nonsense");
                    assertThat(error.isUndefinedCommand()).isTrue();
                    assertThat(error.isQuit()).isFalse();
                });
    }

    @Test
    void askGivesResultsOrThrows() throws Exception {
        answerNextWith("^done,value=\"7\"");
        assertThat(connection
                        .ask(MiCommand.of("-data-evaluate-expression"), SOON)
                        .integer("value"))
                .isEqualTo(7);
        answerNextWith("^error,msg=\"Quit\"");
        assertThatThrownBy(() -> connection.ask(MiCommand.of("-x"), SOON))
                .isInstanceOfSatisfying(
                        MiErrorException.class,
                        error -> assertThat(error.isQuit()).isTrue());
    }

    private void answerNextWith(String reply) {
        CompletableFuture.runAsync(() -> {
            try {
                String command = gdb.nextCommand();
                gdb.says(command.substring(0, command.indexOf('-')) + reply);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void timeoutNamesTheOperationAndTheLateReplyIsDropped() throws Exception {
        assertThatThrownBy(() -> connection.ask(MiCommand.of("-symbol-info-types"), Duration.ofMillis(50)))
                .isInstanceOf(MiTimeoutException.class)
                .hasMessage("GDB did not answer -symbol-info-types within 50 ms.");
        gdb.says("1^done", "~\"next\"");
        assertThat(events.poll(5, TimeUnit.SECONDS)).isInstanceOf(MiRecord.Stream.class);
    }

    @Test
    void deathOfGdbFailsEveryWaiterAndIsToldOnce() throws Exception {
        BlockingQueue<MiClosedException> told = new LinkedBlockingQueue<>();
        connection.onClosed(told::add);
        List<CompletableFuture<MiRecord.Result>> waiting =
                List.of(connection.send(MiCommand.of("-exec-run")), connection.send(MiCommand.of("-thread-info")));
        gdb.says("~\"last words\"");
        assertThat(events.poll(5, TimeUnit.SECONDS)).isNotNull();
        gdb.dies();
        for (CompletableFuture<MiRecord.Result> reply : waiting) {
            assertThat(reply)
                    .failsWithin(SOON)
                    .withThrowableThat()
                    .havingCause()
                    .isInstanceOf(MiClosedException.class)
                    .withMessageContaining("GDB has ended")
                    .withMessageContaining("has no answer");
        }
        assertThat(connection.send(MiCommand.of("-late"))).failsWithin(SOON);
        connection.close();
        assertThat(connection.closed()).succeedsWithin(SOON);
        assertThat(told.poll(5, TimeUnit.SECONDS)).isNotNull();
        assertThat(told.poll(100, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void aReplyThatCannotBeReadFailsItsCommand() throws Exception {
        CompletableFuture<MiRecord.Result> reply = connection.send(MiCommand.of("-stack-list-frames"));
        gdb.says("1^done,stack=[frame={", "~\"next\"");
        assertThat(reply)
                .failsWithin(SOON)
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(MiProtocolException.class)
                .withMessageContaining("reply to -stack-list-frames cannot be read");
        assertThat(events.poll(5, TimeUnit.SECONDS)).isInstanceOf(MiRecord.Malformed.class);
        assertThat(events.poll(5, TimeUnit.SECONDS)).isInstanceOf(MiRecord.Stream.class);
    }

    @Test
    void anErrorOfAnyShapeReachesTheOneWhoWaits() throws Exception {
        CompletableFuture<MiRecord.Result> reply = connection.send(MiCommand.of("-x"));
        gdb.says("1^error,msg={}");
        assertThat(reply)
                .failsWithin(SOON)
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(MiErrorException.class)
                .withMessageContaining("without saying why");
    }

    @Test
    void aConsumerThatFailsDoesNotEndTheReading() throws Exception {
        gdb.says("fail", "hello");
        assertThat(events.poll(5, TimeUnit.SECONDS)).isNotNull();
        assertThat(events.poll(5, TimeUnit.SECONDS)).isEqualTo(new MiRecord.Output(MiValue.Text.of("hello")));
    }

    @Test
    void waitingOnTheReaderThreadIsRefused() throws Exception {
        CompletableFuture<Throwable> refused = new CompletableFuture<>();
        connection.send(MiCommand.of("-first")).thenRun(() -> {
            try {
                connection.ask(MiCommand.of("-second"), SOON);
            } catch (IllegalStateException e) {
                refused.complete(e);
            }
        });
        gdb.nextCommand();
        gdb.says("1^done");
        assertThat(refused.get(5, TimeUnit.SECONDS)).hasMessageContaining("-second");
    }

    @Test
    void theTranscriptHasBothSides() throws Exception {
        answerNextWith("^done");
        connection.ask(MiCommand.of("-gdb-version"), SOON);
        assertThat(connection.transcript().text()).contains("-> 1-gdb-version").contains("<- 1^done");
    }
}
