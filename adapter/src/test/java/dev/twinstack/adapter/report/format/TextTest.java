package dev.twinstack.adapter.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.report.Reports;
import dev.twinstack.adapter.report.model.CrashReport;
import dev.twinstack.adapter.report.model.FrameReport;
import dev.twinstack.adapter.report.model.ThreadReport;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTest {
    private final String text = Text.plain().render(Reports.whole());

    @Test
    void theLikelyCauseComesFirstAndThenWhatHappened() {
        assertThat(text.lines().toList())
                .startsWith(
                        "SIGSEGV in take (part.c:12)",
                        "",
                        "Likely cause: A null PyObject was used.",
                        "  part = 0x0",
                        "",
                        "What happened",
                        "  meaning: Segmentation fault",
                        "  address: 0x1008 (SEGV_ACCERR), in /lib/libpart.so.1 r--p",
                        "  instruction: movl $0x1,(%rax)",
                        "  uncaught: std::logic_error: lost",
                        "  pending exception: ValueError: no such part",
                        "  handled exception: KeyError('part')",
                        "  process: 41");
        assertThat(text)
                .contains(
                        "GIL: held by MainThread, waited for by worker",
                        "lock: worker waits for a threading.Lock at 0x3000, which MainThread holds",
                        "What could not be read\n  The core file is truncated.");
    }

    @Test
    void aLongCommandIsCut() {
        assertThat(Text.plain().render(Reports.started("x".repeat(600)))).containsPattern("command: x{500}…\n");
    }

    @Test
    void theWayToASignalIsNotWhatCrashed() {
        FrameReport raise = Reports.compiled("libc.so.6!0x7ffff7e8e9fc", "/lib/libc.so.6");
        assertThat(Text.plain().render(Reports.of(raise, Reports.compiled("take", "/lib/libpart.so"))))
                .startsWith("SIGSEGV in take\n");
    }

    @Test
    void aStackHasItsSourceItsVariablesAndTheMachineryInOneLine() {
        assertThat(text).contains("""
                        MainThread (holds the GIL), which crashed
                          C       take                             /src/part.c:12
                                 11  {
                            →    12      return *part;
                                 13  }
                                    part = <Part at 0x3000>  (Part)
                                      size = 3  (str)
                                  · python3.11!0x545963
                          Python  find                             /src/parts.py:5
                                    password = 'hunter2'  (str)
                        """);
        assertThat(text).contains("worker (waits for the GIL)\n  The stack cannot be read: there is no memory at 0x0.");
    }

    @Test
    void theSourceOfLibrariesIsLeftOut() {
        FrameReport own = new FrameReport(
                FrameReport.PYTHON,
                "find",
                "/src/parts.py",
                5,
                null,
                null,
                false,
                List.of(new FrameReport.SourceLine(5, "return part")),
                List.of(),
                null);
        CrashReport report = Reports.of(own, own.passedOver());
        assertThat(Text.plain().render(report).split("return part")).hasSize(2);
        assertThat(new Markdown().render(report).split("return part")).hasSize(2);
    }

    @Test
    void threadsThatAreAlikeAreShownOnce() {
        List<ThreadReport> threads = List.of(
                idle(1, "python3", "wait"),
                idle(2, "worker", "wait"),
                idle(3, "worker", "read"),
                idle(4, "worker", "wait"),
                new ThreadReport(5, "main", 45, null, true, idle(5, "", "wait").frames(), false, null));
        String shown = Text.plain().render(Reports.of(threads));
        assertThat(shown)
                .contains("\npython3, and 2 threads with the same stack\n  native  wait", "\nworker\n  native  read")
                .contains("\nmain, which crashed\n  native  wait");
        assertThat(shown.split("native  wait")).hasSize(3);
    }

    private static ThreadReport idle(int id, String name, String at) {
        List<FrameReport> frames = List.of(Reports.compiled(at, "/lib/libpool.so"));
        return new ThreadReport(id, name, 40 + id, null, false, frames, false, null);
    }

    @Test
    void machineryThatStandsTogetherIsOneLine() {
        FrameReport own = Reports.machinery();
        String shown =
                Text.plain().render(Reports.of(Reports.python("find"), own, own, own, own, Reports.python("main")));
        assertThat(shown).contains("          · python3.11!0x545963, 2 more, python3.11!0x545963\n  Python  main");
    }

    @Test
    void theProgramHasNoEscapeSequencesOfItsOwn() {
        String escape = "\u001b]0;title\u0007\u009b31m";
        FrameReport frame = Reports.python(escape, Reports.variable(escape, escape));
        ThreadReport thread = new ThreadReport(1, escape, 41, null, true, List.of(frame), false, escape);
        String shown = Text.plain().render(Reports.of(thread)) + Text.plain().render(Reports.started(escape));
        assertThat(shown).contains("command: \uFFFD]0;title").doesNotContain("\u001b", "\u0007", "\u009b");
        assertThat(Text.coloured().render(Reports.of(thread))).doesNotContain("\u001b]", "\u009b");
    }

    @Test
    void coloursAreAllThatATerminalGetsMore() {
        String coloured = Text.coloured().render(Reports.whole());
        assertThat(coloured).contains("\u001b[1mSIGSEGV in take (part.c:12)\u001b[0m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(text);
    }
}
