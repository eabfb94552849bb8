package dev.twinstack.adapter.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceMapTest {
    private final SourceMap map = new SourceMap();

    @Test
    void mapsBothWays() {
        map.use(List.of(new SourceMap.Entry("/build", "/home/me/src")), Path.of("/"));

        assertThat(map.toClient("/build/a/b.c")).isEqualTo("/home/me/src/a/b.c");
        assertThat(map.toDebuggee("/home/me/src/a/b.c")).isEqualTo("/build/a/b.c");
        assertThat(map.toClient("/build")).isEqualTo("/home/me/src");
    }

    @Test
    void anEntryMayBeForWhatIsShownAlone() {
        map.use(List.of(new SourceMap.Entry("/build", "/src", false)), Path.of("/"));

        assertThat(map.toClient("/build/a.c")).isEqualTo("/src/a.c");
        assertThat(map.toDebuggee("/src/a.c")).isEqualTo("/src/a.c");
    }

    @Test
    void leavesOtherPathsAlone() {
        map.use(List.of(new SourceMap.Entry("/build", "/src")), Path.of("/"));

        assertThat(map.toClient("/builder/a.c")).isEqualTo("/builder/a.c");
        assertThat(map.toClient("<string>")).isEqualTo("<string>");
    }

    @Test
    void theLongestPrefixWins() {
        map.use(List.of(new SourceMap.Entry("/b", "/one"), new SourceMap.Entry("/b/ext/", "/two")), Path.of("/"));

        assertThat(map.toClient("/b/ext/x.c")).isEqualTo("/two/x.c");
        assertThat(map.toClient("/b/x.c")).isEqualTo("/one/x.c");
    }

    @Test
    void mapsTheRootDirectory() {
        map.use(List.of(new SourceMap.Entry("/", "/rootfs")), Path.of("/"));

        assertThat(map.toClient("/usr/x.c")).isEqualTo("/rootfs/usr/x.c");
        assertThat(map.toDebuggee("/rootfs/usr/x.c")).isEqualTo("/usr/x.c");
    }
}
