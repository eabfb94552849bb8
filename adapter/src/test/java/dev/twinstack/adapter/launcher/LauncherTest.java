package dev.twinstack.adapter.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/twinstack} in an installation of its own, with JVMs that only print how they were started. */
class LauncherTest {
    private static final Path LAUNCHER = Path.of("../bin/twinstack").toAbsolutePath();

    @TempDir
    Path root;

    private final Map<String, String> environment = new HashMap<>();

    private record Run(int status, String output) {}

    @BeforeEach
    void install() throws IOException {
        Files.createDirectories(root.resolve("bin"));
        Files.copy(LAUNCHER, root.resolve("bin/twinstack"));
        Files.createDirectories(root.resolve("lib"));
        Files.createFile(root.resolve("lib/twinstack.jar"));
    }

    @Test
    void takesJavaOfJavaHomeAndPassesTheArgumentsOn() throws Exception {
        Run run = launch(jdk("17.0.9"), "mi-json", "a b");
        assertThat(run.output()).startsWith("java 17.0.9 ").endsWith("/lib/twinstack.jar mi-json a b\n");
    }

    @Test
    void passesByAJavaThatIsTooOld() throws Exception {
        assertThat(launch(jdk("11.0.2")).output()).startsWith("java 21.0.1 ");
        assertThat(launch(jdk("1.8.0_392")).output()).startsWith("java 21.0.1 ");
    }

    @Test
    void startsFromTheClassArchiveOfTheSameJavaOnly() throws Exception {
        Files.createFile(root.resolve("lib/twinstack-17.0.9+8.jsa"));
        assertThat(launch(jdk("17.0.9")).output()).contains("-XX:SharedArchiveFile=");
        assertThat(launch(jdk("17.0.10")).output()).doesNotContain("SharedArchiveFile");
    }

    @Test
    void reportsStartFromAnArchiveOfTheirOwn() throws Exception {
        Files.createFile(root.resolve("lib/twinstack-report-17.0.9+8.jsa"));
        assertThat(launch(jdk("17.0.9"), "core", "core.1").output())
                .contains("-XX:SharedArchiveFile=")
                .contains("/twinstack-report-17.0.9+8.jsa ");
        assertThat(launch(jdk("17.0.9")).output()).doesNotContain("SharedArchiveFile");
    }

    @Test
    void aLimitOfTheHeapThatTheUserSetsIsNotContradicted() throws Exception {
        assertThat(launch(jdk("17.0.9")).output()).contains("-Xms24m ");
        for (String name : List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS")) {
            environment.clear();
            environment.put(name, "-ea -Xmx20m");
            assertThat(launch(jdk("17.0.9")).output())
                    .startsWith("java 17.0.9 ")
                    .doesNotContain("-Xms");
        }
    }

    @Test
    void keepsAClassArchiveWhereItIsToldFromJava19On() throws Exception {
        environment.put("TWINSTACK_CLASS_ARCHIVES", "/storage");
        assertThat(launch(jdk("19.0.1")).output())
                .contains("-XX:+AutoCreateSharedArchive -XX:SharedArchiveFile=/storage/twinstack-19.0.1+8.jsa ");
        assertThat(launch(jdk("18.0.2")).output()).doesNotContain("SharedArchive");
    }

    @Test
    void takesTheJavaThatIsNamedByItsDirectoryOrCommand() throws Exception {
        Path named = jdk("23.0.1");
        for (Path name : List.of(named, named.resolve("bin/java"))) {
            environment.put("TWINSTACK_JAVA", name.toString());
            assertThat(launch(jdk("17.0.9")).output()).startsWith("java 23.0.1 ");
            assertThat(launch(jdk("17.0.9"), "--java").output()).isEqualTo(named + "/bin/java\n");
        }
    }

    @Test
    void takesNoOtherWhereTheJavaThatIsNamedIsNone() throws Exception {
        environment.put("TWINSTACK_JAVA", "/nowhere");
        assertThat(launch(jdk("17.0.9")).output()).contains("'/nowhere' is no Java 17 or newer");
        environment.put("TWINSTACK_JAVA", jdk("11.0.2").toString());
        Run run = launch(jdk("17.0.9"), "--java");
        assertThat(run.status()).isEqualTo(127);
        assertThat(run.output()).contains("found only Java 11 in ");
    }

    @Test
    void runsACommandInTheGdbThatIsNamed() throws Exception {
        Path gdb = root.resolve("my gdb");
        Files.writeString(gdb, "#!/bin/sh\necho mine \"$@\" # gdb.GdbError\n");
        Files.setPosixFilePermissions(gdb, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (List<String> option : List.of(List.of("--gdb", gdb.toString()), List.of("--gdb=" + gdb))) {
            List<String> words = Stream.of(List.of("run"), option, List.of("--", "true", "--gdb=no"))
                    .flatMap(List::stream)
                    .toList();
            assertThat(launch(root.resolve("bin/twinstack"), jdk("17.0.9"), words)
                            .output())
                    .startsWith("mine -nx ");
        }
    }

    @Test
    void isFoundThroughALink() throws Exception {
        Path link = Files.createSymbolicLink(root.resolve("link"), root.resolve("bin/twinstack"));
        assertThat(launch(link, jdk("17.0.9"), List.of()).output()).contains("/lib/twinstack.jar");
    }

    @Test
    void saysWhereItLookedForTheJar() throws Exception {
        Files.delete(root.resolve("lib/twinstack.jar"));
        Run run = launch(jdk("17.0.9"));
        assertThat(run.status()).isEqualTo(127);
        assertThat(run.output()).contains("twinstack.jar is neither in").contains("mvn -DskipTests package");
    }

    private Run launch(Path javaHome, String... arguments) throws Exception {
        return launch(root.resolve("bin/twinstack"), javaHome, List.of(arguments));
    }

    /** Runs {@code launcher} with a Java 21 on the path. */
    private Run launch(Path launcher, Path javaHome, List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of("JAVA_HOME", javaHome.toString(), "PATH", jdk("21.0.1") + "/bin:/usr/bin:/bin"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());
        return new Run(process.waitFor(), output);
    }

    private Path jdk(String version) throws IOException {
        Path home = root.resolve("jdk-" + version);
        Path java = home.resolve("bin/java");
        if (!Files.exists(java)) {
            Files.createDirectories(java.getParent());
            Files.writeString(java, "#!/bin/sh\necho java " + version + " \"$@\"\n");
            Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.writeString(
                    home.resolve("release"),
                    "JAVA_RUNTIME_VERSION=\"" + version + "+8\"\nJAVA_VERSION=\"" + version + "\"\n");
        }
        return home;
    }
}
