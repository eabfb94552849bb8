package dev.twinstack.mi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MiValueTest {
    private final MiValue.Tuple tuple = ((MiRecord.Result)
                    MiParser.parse("^done,text=\"a\\n\",n=\"7\",t={x=\"1\"},l=[\"p\",{q=\"2\"}],{\"alone\"}"))
            .results();

    @Test
    void accessorsGiveTheShapeAskedFor() {
        assertThat(tuple.text("text")).isEqualTo("a\n");
        assertThat(tuple.integer("n")).isEqualTo(7);
        assertThat(tuple.tuple("t").text("x")).isEqualTo("1");
        assertThat(tuple.list("l").texts()).containsExactly("p");
        assertThat(tuple.list("l").tuples()).hasSize(1);
        assertThat(tuple.has("n")).isTrue();
        assertThat(tuple.findText("absent")).isEmpty();
    }

    @Test
    void absentOrOtherwiseShapedFieldsAreSaid() {
        assertThatThrownBy(() -> tuple.text("absent"))
                .isInstanceOf(MiProtocolException.class)
                .hasMessageContaining("has no absent");
        assertThatThrownBy(() -> tuple.findText("t"))
                .isInstanceOf(MiProtocolException.class)
                .hasMessageContaining("t is no Text");
        assertThatThrownBy(() -> tuple.integer("text"))
                .isInstanceOf(MiProtocolException.class)
                .hasMessageContaining("no number");
    }

    @Test
    void aTupleIsPrintedAsGdbWritesIt() {
        assertThat(tuple).hasToString("{text=\"a\\n\",n=\"7\",t={x=\"1\"},l=[\"p\",{q=\"2\"}],{\"alone\"}}");
    }
}
