package dev.twinstack.adapter.core;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.mi.MiErrorException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files that a core file's program had mapped, as this machine has them: where GDB finds each, and whether it is the same.
 *
 * @param sysroot the folder that stands for the root of the program's machine, or null
 * @param searchPath further folders with libraries
 */
public record CoreFiles(CoreFile core, Path sysroot, List<Path> searchPath) {
    private static final int MOST_NAMES = 10;
    private static final String CHECK = " Check the free space and 'ulimit -c' where it was written.";

    /**
     * Where a file of the program is here, as GDB looks for it: below the sysroot, then by its bare name in the search path. What has no
     * absolute path ({@code anon_inode:[io_uring]}) is no file.
     */
    public Optional<Path> find(String mappedPath) {
        if (!mappedPath.startsWith("/")) {
            return Optional.empty();
        }
        Path file = Path.of(mappedPath);
        Path below = sysroot == null ? file : sysroot.resolve(Path.of("/").relativize(file));
        return Stream.concat(Stream.of(below), searchPath.stream().map(folder -> folder.resolve(file.getFileName())))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** Throws {@link UserError} when this machine's GDB cannot read the program's code. */
    public void requireMachine() {
        if (!core.machine().equals(Processor.own())) {
            throw new UserError("The core file '" + core.path() + "' is of a program for " + core.machine()
                    + ", and GDB here debugs programs for " + Processor.own()
                    + "; open it there, or set 'gdb' to one for many machines ('gdb-multiarch').");
        }
    }

    /** Sentences about what is missing or not the same; {@code program} is the executable that GDB uses, or null. */
    public List<String> warnings(Path program) {
        List<String> warnings = new ArrayList<>();
        if (core.isTruncated()) {
            warnings.add(truncated() + ", so that part of the program's memory is missing." + CHECK);
        }
        if (program == null) {
            warnings.add(core.program().map(this::notThere).orElse("The core file does not tell its program")
                    + "; set 'program' to its file, or 'sysroot' to the folder that holds its machine's files.");
        }
        missing().ifPresent(warnings::add);
        core.mappedPaths().forEach(path -> difference(path, program).ifPresent(warnings::add));
        return warnings;
    }

    private String notThere(String path) {
        return "The program '" + path + "' of the core file is not there"
                + (sysroot == null ? "" : ", below the sysroot '" + sysroot + "'");
    }

    private String truncated() {
        return "The core file '" + core.path() + "' is truncated: " + core.expectedSize()
                + " bytes are expected, and it has " + core.size();
    }

    /** Thrown when GDB cannot read the core file. */
    public UserError refused(MiErrorException refusal) {
        if (!core.isTruncated()) {
            throw refusal;
        }
        return new UserError(
                truncated() + ", and GDB cannot read it without the rest (" + refusal.getMessage() + ")." + CHECK,
                refusal);
    }

    /** Libraries that are not there at all: their frames have no names, and memory that was not dumped cannot be read. */
    private Optional<String> missing() {
        List<String> libraries = core.mappedPaths().stream()
                .filter(path -> core.buildId(path).isPresent() || path.matches(".*\\.so(\\.[0-9.]+)?"))
                .filter(path ->
                        !path.equals(core.program().orElse("")) && find(path).isEmpty())
                .toList();
        if (libraries.isEmpty()) {
            return Optional.empty();
        }
        String more = libraries.size() > MOST_NAMES ? " and " + (libraries.size() - MOST_NAMES) + " more" : "";
        return Optional.of("These libraries of the program are not there: "
                + String.join(", ", libraries.stream().limit(MOST_NAMES).toList()) + more
                + ". Set 'sysroot' or 'solibSearchPath' to where they are; without them frames in them have no names.");
    }

    /** Why a file is not the one that the program had mapped; empty when it is, or when nothing tells. */
    private Optional<String> difference(String mappedPath, Path program) {
        boolean isProgram = mappedPath.equals(core.program().orElse(""));
        Optional<Path> here = isProgram ? Optional.ofNullable(program) : find(mappedPath);
        Optional<String> then = core.buildId(mappedPath);
        if (here.isEmpty() || then.isEmpty()) {
            return here.flatMap(this::newer);
        }
        String now = buildIdOf(here.get()).orElse("missing");
        if (now.equals(then.get())) {
            return Optional.empty();
        }
        String builds = " (its build-id is " + now + ", and was " + then.get() + ")";
        return Optional.of(isProgram ? otherProgram(mappedPath, program, builds) : otherFile(here.get(), builds));
    }

    private static String otherFile(Path file, String builds) {
        return "'" + file + "' is not the file that the program had mapped" + builds
                + "; names and lines in it are wrong.";
    }

    /** Thrown when GDB cannot read the program that was named. */
    public UserError unreadable(Path program, Throwable cause) {
        return new UserError(
                madeBy() + ", and GDB cannot read '" + program
                        + "' as a program; set 'program' to the file that ran, or leave it out.",
                cause);
    }

    private String madeBy() {
        return "The core file was made by '" + core.program().orElse("?") + "' (" + core.commandLine() + ")";
    }

    private String otherProgram(String mappedPath, Path program, String builds) {
        boolean isHere = find(mappedPath).flatMap(CoreFiles::buildIdOf).equals(core.buildId(mappedPath));
        return madeBy() + ", and '" + program + "' is another program, or another build of it" + builds
                + ", so that frames, names and lines are wrong; "
                + (isHere ? "leave 'program' out, as that file is here." : "set 'program' to the file that ran.");
    }

    private Optional<String> newer(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            boolean isCode = Elf.read(Bytes.of(channel)).isPresent();
            boolean newer = Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(core.path())) > 0;
            return isCode && newer
                    ? Optional.of(
                            "'" + file + "' is newer than the core file, which does not tell its build-id; if it was"
                                    + " built again since, names and lines in it are wrong.")
                    : Optional.empty();
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    /** The build-id of a file, where it has one. */
    public static Optional<String> buildIdOf(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            return Elf.buildId(Bytes.of(channel));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
