package dev.twinstack.adapter.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AttributeOptionsTest {
    @Test
    void whatASentenceAsksForIsAnOption() {
        assertThat(AttributeOptions.named("Set 'sysroot' or 'solibSearchPath' to where they are."))
                .isEqualTo("Set '--sysroot' or '--solib-search-path' to where they are.");
        assertThat(AttributeOptions.named("There is no 'gdb' on PATH. Install it, or set \"gdb\" to the path of one."))
                .isEqualTo("There is no 'gdb' on PATH. Install it, or set '--gdb' to the path of one.");
    }

    @Test
    void whatNoOptionSetsStays() {
        String sentence = "The directory does not exist; correct 'cwd'.";
        assertThat(AttributeOptions.named(sentence)).isEqualTo(sentence);
    }
}
