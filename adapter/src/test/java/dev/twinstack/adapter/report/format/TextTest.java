package dev.twinstack.adapter.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.report.Reports;
import dev.twinstack.adapter.report.model.FrameReport;
import dev.twinstack.adapter.report.model.ThreadReport;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTest {
    private final String text = Text.plain().render(Reports.whole());

    @Test
    void whatHappenedComesFirst() {
        assertThat(text.lines().toList())
                .startsWith(
                        "SIGSEGV in take (part.c:12)",
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
                        "Likely cause: A null PyObject was used.\n  part = 0x0\n",
                        "What could not be read\n  The core file is truncated.");
    }

    @Test
    void theWayToASignalIsNotWhatCrashed() {
        FrameReport raise = Reports.compiled("__GI_raise", "/lib/libc.so.6");
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
