package dev.twinstack.mi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MiBreakpointTest {
    private static final String HEAD =
            "bkpt={number=\"1\",type=\"breakpoint\",disp=\"keep\",enabled=\"y\",addr=\"<MULTIPLE>\",cond=\"x > 1\","
                    + "times=\"2\",ignore=\"3\",original-location=\"roll\"";
    private static final String FIRST = "{number=\"1.1\",enabled=\"y\",addr=\"0x10\",func=\"roll\",file=\"a.c\","
            + "fullname=\"/src/a.c\",line=\"5\",thread-groups=[\"i1\"]}";
    private static final String SECOND = "{number=\"1.2\",enabled=\"N\",addr=\"0x20\"}";

    @Test
    void severalLocationsAreTheSameInMi2AndMi3() {
        MiBreakpoint mi2 = breakpoint("=breakpoint-modified," + HEAD + "}," + FIRST + "," + SECOND);
        MiBreakpoint mi3 = breakpoint("=breakpoint-modified," + HEAD + ",locations=[" + FIRST + "," + SECOND + "]}");
        assertThat(mi2)
                .isEqualTo(mi3)
                .isEqualTo(new MiBreakpoint(
                        "1",
                        "breakpoint",
                        "keep",
                        true,
                        2,
                        null,
                        List.of(
                                new MiBreakpoint.Location("1.1", "0x10", "roll", "a.c", "/src/a.c", 5, true),
                                new MiBreakpoint.Location("1.2", "0x20", null, null, null, 0, false)),
                        "x > 1",
                        3,
                        "roll",
                        null,
                        List.of()));
    }

    @Test
    void oneLocationIsPrintedAmongTheFields() {
        MiBreakpoint one = breakpoint("^done,bkpt={number=\"4\",type=\"breakpoint\",enabled=\"n\",addr=\"0x1\","
                + "func=\"f\",file=\"a.c\",fullname=\"/a.c\",line=\"7\",times=\"0\"}");
        assertThat(one.enabled()).isFalse();
        assertThat(one.locations())
                .containsExactly(new MiBreakpoint.Location("4.1", "0x1", "f", "a.c", "/a.c", 7, false));
    }

    @Test
    void pendingAndWatchpointHaveNoLocation() {
        MiBreakpoint pending =
                breakpoint("^done,bkpt={number=\"1\",addr=\"<PENDING>\",pending=\"/a b.c:3\",times=\"0\"}");
        assertThat(pending.pending()).isEqualTo("/a b.c:3");
        assertThat(pending.locations()).isEmpty();
        MiBreakpoint watch = breakpoint("^done,hw-awpt={number=\"2\",exp=\"x\"}");
        assertThat(watch.what()).isEqualTo("x");
        assertThat(watch.locations()).isEmpty();
    }

    @Test
    void scriptIsATupleUpToMi3AndAListInMi4() {
        assertThat(breakpoint("^done,bkpt={number=\"1\",script={\"a\",\"b\"}}").script())
                .isEqualTo(breakpoint("^done,bkpt={number=\"1\",script=[\"a\",\"b\"]}")
                        .script())
                .containsExactly("a", "b");
    }

    @Test
    void theTableOfMi2HasLocationsBehindTheirBreakpoint() {
        MiValue.Tuple results = results("^done,BreakpointTable={nr_rows=\"2\",body=[" + HEAD + "}," + FIRST + ","
                + SECOND + ",bkpt={number=\"2\",addr=\"0x3\"}]}");
        assertThat(MiBreakpoint.all(results)).extracting(MiBreakpoint::number).containsExactly("1", "2");
        assertThat(MiBreakpoint.all(results).get(0).locations()).hasSize(2);
    }

    @Test
    void theTupleItselfWillDo() {
        MiValue.Tuple tuple = results("^done,bkpt={number=\"9\"}").tuple("bkpt");
        assertThat(MiBreakpoint.of(tuple).number()).isEqualTo("9");
        assertThatThrownBy(() -> MiBreakpoint.of(MiValue.Tuple.EMPTY))
                .isInstanceOf(MiProtocolException.class)
                .hasMessageContaining("no breakpoint");
    }

    private static MiBreakpoint breakpoint(String line) {
        return MiBreakpoint.of(results(line));
    }

    private static MiValue.Tuple results(String line) {
        MiRecord record = MiParser.parse(line);
        return record instanceof MiRecord.Async async ? async.results() : ((MiRecord.Result) record).results();
    }
}
