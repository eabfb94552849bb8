package dev.twinstack.mi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which GDB the options mean. */
class GdbOptionsTest {
    private final GdbOptions ofPath = GdbOptions.defaults();
    private final Path gdb = GdbLaunch.file("gdb");

    @TempDir
    private Path folder;

    @Test
    void aGdbIsTheSameByItsNameAndByItsPath() {
        assertThat(gdb).isAbsolute();
        assertThat(ofPath.isSameGdb(ofPath.withGdb("gdb"))).isTrue();
        assertThat(ofPath.isSameGdb(ofPath.withGdb(gdb.toString()))).isTrue();
    }

    @Test
    void aFolderMayHaveAnotherName() throws Exception {
        Path other = Files.createSymbolicLink(folder.resolve("other"), gdb.getParent());
        assertThat(ofPath.isSameGdb(
                        ofPath.withGdb(other.resolve(gdb.getFileName()).toString())))
                .isTrue();
    }

    @Test
    void aLinkToAnExecutableIsAProgramOfItsOwn() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("gdb"), gdb);
        assertThat(ofPath.isSameGdb(ofPath.withGdb(link.toString()))).isFalse();
    }

    @Test
    void anotherProgramOrOtherArgumentsAreAnotherGdb() {
        assertThat(ofPath.isSameGdb(ofPath.withGdb("/no/such/gdb"))).isFalse();
        assertThat(ofPath.isSameGdb(ofPath.withArguments(List.of("-readnow")))).isFalse();
    }
}
