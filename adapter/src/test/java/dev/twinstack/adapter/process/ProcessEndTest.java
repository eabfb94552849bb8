package dev.twinstack.adapter.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.Orphans;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessEndTest {
    @Test
    void whatAProcessHasStartedEndsWithIt() throws IOException {
        Process script = new ProcessBuilder("/bin/sh", "-c", "(sleep 60; true) & echo started; wait").start();
        assertThat(script.inputReader().readLine()).isEqualTo("started");
        List<ProcessHandle> started = script.descendants().toList();
        assertThat(started).isNotEmpty();
        ProcessEnd.of(script.toHandle());
        assertThat(script.toHandle()).matches(Orphans::endsSoon);
        assertThat(started).allMatch(Orphans::endsSoon);
    }
}
