package dev.twinstack.adapter.dsl;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Another Debian in a directory of this machine, as bin/test-distributions makes them, with its own GDB, Python and C library. */
public final class Debian {
    /** The directory in there with the test programs and what is built of them; nothing else of this machine is in there. */
    private static final String PROGRAMS = "/mnt/programs";

    private static final String BUILT = "/mnt/built";

    private final Path root;

    private Debian(Path root) {
        this.root = root;
    }

    /** The Debian of that name; a test is skipped where there is none, or where nobody may change the root directory. */
    public static Debian named(String suite) {
        String cache = System.getenv().getOrDefault("XDG_CACHE_HOME", System.getProperty("user.home") + "/.cache");
        String all = System.getenv().getOrDefault("TWINSTACK_DISTRIBUTIONS", cache + "/twinstack/distributions");
        Path root = Path.of(all, suite);
        assumeTrue(
                Files.exists(root.resolve("usr/bin/gdb")),
                "There is no " + root + "; bin/test-distributions makes one.");
        assumeTrue(Users.isRoot(), "Only root can enter another root directory.");
        return new Debian(root);
    }

    /** The command that leads into it, where it has mounts of its own until the pipe is closed. */
    public Pipe pipe() {
        Path built = ScratchDirectory.create("any").getParent();
        String script = String.join(
                " && ",
                "mount -t proc proc $0/proc",
                "mount --rbind /dev $0/dev",
                "mount -t tmpfs tmpfs $0/mnt",
                "mkdir $0" + PROGRAMS + " $0" + BUILT,
                "mount --bind " + Repository.ROOT.resolve("test-programs") + " $0" + PROGRAMS,
                "mount --bind " + built + " $0" + BUILT,
                "echo ready",
                "read -r end");
        RunningProgram mounts = RunningProgram.start("unshare", "--mount", "sh", "-c", script, root.toString())
                .printed("ready");
        String pid = Long.toString(mounts.pid());
        return Pipe.to(
                mounts::close, root.resolve("tmp"), "nsenter", "--target", pid, "--mount", "chroot", root.toString());
    }

    /** A native program, which was built here and runs there, with its sources at another path. */
    public Launch executable(String name) {
        TestProgram program = TestProgram.named(name);
        Launch launch = Launch.executable(
                program, "-ffile-prefix-map=" + program.folder().getParent() + "=" + PROGRAMS);
        Path built = ScratchDirectory.create("any").getParent().relativize(Path.of(launch.path("program")));
        return mapped(launch.with("program", BUILT + "/" + built));
    }

    /** A program in Python, for the Python that is there. */
    public Launch python(String name) {
        TestProgram program = TestProgram.named(name);
        return mapped(Launch.of("launch", program)
                .with("program", PROGRAMS + "/" + name + "/main.py")
                .env("PYTHONDONTWRITEBYTECODE", "1"));
    }

    private static Launch mapped(Launch launch) {
        Path programs = launch.program().folder().getParent();
        return launch.with("sourceMap", Json.object(PROGRAMS, programs.toString()));
    }
}
