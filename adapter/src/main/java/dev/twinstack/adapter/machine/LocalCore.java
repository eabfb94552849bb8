package dev.twinstack.adapter.machine;

import dev.twinstack.adapter.core.CoreFile;
import dev.twinstack.adapter.core.CoreFiles;
import dev.twinstack.adapter.core.CoreSource;
import dev.twinstack.adapter.dap.SessionThread;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.launch.Core;
import dev.twinstack.adapter.launch.Executables;
import dev.twinstack.mi.MiCommand;
import dev.twinstack.mi.MiErrorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A core file of this machine, whose headers are read before GDB opens it. */
final class LocalCore implements OpenableCore {
    private final Core arguments;
    private final CoreSource source;
    private final SessionThread thread;
    private final Gdb gdb;
    private final Path directory;
    private final Consumer<String> tell;
    private CompletableFuture<Path> plain;
    private CoreFile core;
    private CoreFiles files;

    LocalCore(Core arguments, SessionThread thread, Gdb gdb, Path directory, Consumer<String> tell) {
        this.arguments = arguments;
        this.source = CoreSource.of(arguments.coreFile(), arguments.cwd(), directory);
        this.thread = thread;
        this.gdb = gdb;
        this.directory = directory;
        this.tell = tell;
    }

    @Override
    public String preparation() {
        return "The file is unpacked and GDB reads symbols";
    }

    @Override
    public CompletableFuture<?> present() {
        plain = source.plain();
        return plain.whenCompleteAsync((file, failure) -> {}, thread::post);
    }

    @Override
    public Optional<Path> program() {
        source.remark().ifPresent(tell);
        core = CoreFile.read(plain.join());
        files = new CoreFiles(
                core, arguments.libraries().sysroot(), arguments.libraries().searchPath());
        if (arguments.settings().gdb() == null) {
            files.requireMachine();
        }
        Optional<Path> program = executable();
        files.warnings(program.orElse(null)).forEach(tell);
        return program;
    }

    /** The executable that the user names or, if that is none (a Python script, say), the one that the core file names. */
    private Optional<Path> executable() {
        Path named = arguments.program();
        if (named != null && Executables.isElf(named)) {
            return Optional.of(named);
        }
        Optional<Path> found = core.program().flatMap(files::find);
        if (named != null) {
            tell.accept(Executables.notElf(named) + ", so the one that the core file names is used instead: "
                    + found.map(Path::toString).orElse("none is there") + ".");
        }
        return found;
    }

    @Override
    public UserError unreadable(Path program, UserError refused) {
        return files.unreadable(program, refused);
    }

    @Override
    public int open() {
        try {
            gdb.ask(MiCommand.of("-target-select")
                    .option("core")
                    .parameter(plainPath().toString()));
        } catch (MiErrorException refusal) {
            throw files.refused(refusal);
        }
        return core.signal();
    }

    /** The core file's path, or that of a link to it: versions of GDB differ in how they read a path with spaces or quotes, so GDB gets one without any. */
    private Path plainPath() {
        if (core.path().toString().matches("[A-Za-z0-9_./+-]+")) {
            return core.path();
        }
        Path link = directory.resolve("core.link");
        try {
            Files.deleteIfExists(link);
            return Files.createSymbolicLink(link, core.path());
        } catch (IOException failure) {
            throw new UserError(
                    "The core file '" + core.path() + "' could not be linked to (" + failure.getMessage()
                            + "); rename it so that its path has no spaces.",
                    failure);
        }
    }

    @Override
    public String name() {
        return core.commandLine();
    }

    @Override
    public void discard() {
        source.discard();
    }
}
