package dev.twinstack.adapter.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Launch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a core file of the kernel tells, and what is said of one that does not fit. */
class CoreFileTest {
    private static final int TYPE = 16;
    private static final int MACHINE = 18;
    private static final byte AARCH64 = (byte) 183;
    private static final int ABORT = 6;

    private final Launch launch = Launch.executable("exits").args("abort");
    private final Path path = launch.dump();

    @Test
    void itsProgramSignalAndBuildAreKnown() throws IOException {
        CoreFile core = CoreFile.read(path);
        String program = Path.of(launch.path("program")).toRealPath().toString();
        assertThat(core.signal()).isEqualTo(ABORT);
        assertThat(core.program()).contains(program);
        assertThat(core.isTruncated()).isFalse();
        assertThat(core.mappedPaths()).anyMatch(file -> file.endsWith("/libc.so.6"));
        try (FileChannel file = FileChannel.open(Path.of(program))) {
            assertThat(core.buildId(program)).isPresent().isEqualTo(Elf.buildId(Bytes.of(file)));
        }
        assertThat(warnings(core, Path.of(program))).isEmpty();
    }

    @Test
    void aProgramForAnotherProcessorIsRefused() {
        write(path, MACHINE, AARCH64);
        CoreFiles files = new CoreFiles(CoreFile.read(path), null, List.of());
        assertThatThrownBy(files::requireMachine)
                .isInstanceOf(UserError.class)
                .hasMessageContaining("is of a program for aarch64")
                .hasMessageContaining("gdb-multiarch");
    }

    @Test
    void anExecutableIsNoCoreFile() {
        write(path, TYPE, (byte) 2);
        assertThatThrownBy(() -> CoreFile.read(path))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("not a core file");
    }

    @Test
    void everyLengthIsReadOrRefusedAndNeverFailsOtherwise() {
        for (double share = 0.9; share > 0.00001; share *= 0.5) {
            Files.cut(path, 0.5);
            try {
                assertThat(CoreFile.read(path).isTruncated()).isTrue();
            } catch (UserError tooShort) {
                assertThat(tooShort).hasMessageContaining("not a core file");
            }
        }
    }

    @Test
    void aFileThatIsNewerIsToldWhereNoBuildIdHelps() throws IOException {
        Launch without = Launch.executable("exits", "-Wl,--build-id=none").args("abort");
        CoreFile core = CoreFile.read(without.dump());
        Path program = Files.copied(Path.of(without.path("program")), "rebuilt");
        assertThat(warnings(core, program)).isEmpty();
        write(program, (int) java.nio.file.Files.size(program), (byte) 0);
        assertThat(warnings(core, program)).singleElement().asString().contains("is newer than the core file");
    }

    @Test
    void aLibraryIsFoundBelowTheSysrootAndThenByItsName() {
        Path elsewhere = Files.nowhere("lib.so");
        Files.create(elsewhere);
        CoreFiles files = new CoreFiles(CoreFile.read(path), Path.of("/no/such"), List.of(elsewhere.getParent()));
        assertThat(files.find("/usr/lib/lib.so")).contains(elsewhere);
        assertThat(files.find("/bin/sh")).isEmpty();
        assertThat(files.find("anon_inode:[io_uring]")).isEmpty();
    }

    private static List<String> warnings(CoreFile core, Path program) {
        return new CoreFiles(core, null, List.of()).warnings(program);
    }

    private static void write(Path path, int position, byte value) {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(new byte[] {value}), position);
        } catch (IOException e) {
            throw new AssertionError(path + " could not be written.", e);
        }
    }
}
