package dev.twinstack.adapter.children;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.children.ChildrenOperations.Child;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChildTest {
    @Test
    void aSessionHasTheNameOfItsCommandLineWithoutFolders() {
        assertThat(name("/usr/bin/python3", "/home/me/a project/main.py", "./x/y", "--key=/a/b", "7/8"))
                .isEqualTo("python3 main.py y --key=/a/b 7/8 (12)");
        assertThat(name("/usr/bin/env", "/", "/tmp/")).isEqualTo("env / /tmp/ (12)");
    }

    @Test
    void codeStaysAsItIsUpToSixtyCharacters() {
        assertThat(name("python3", "-c", "/* a */\n  print(1 / 2)")).isEqualTo("python3 -c /* a */ print(1 / 2) (12)");
        assertThat(name("python3", "x".repeat(60))).isEqualTo("python3 " + "x".repeat(52) + "… (12)");
    }

    @Test
    void aProcessOfMultiprocessingHasTheNameOfItsModule() {
        String code = "from multiprocessing.spawn import spawn_main; spawn_main(tracker_fd=5, pipe_handle=7)";
        assertThat(name("/usr/bin/python3", "-s", "-c", code, "--multiprocessing-fork"))
                .isEqualTo("python3 -s multiprocessing.spawn (12)");
        assertThat(name("python3", "-c", "from multiprocessing.resource_tracker import main;main(5)"))
                .isEqualTo("python3 multiprocessing.resource_tracker (12)");
    }

    private static String name(String... command) {
        return new Child(12, "", List.of(command)).name();
    }
}
