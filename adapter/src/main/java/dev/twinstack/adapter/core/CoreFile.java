package dev.twinstack.adapter.core;

import dev.twinstack.adapter.dap.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a core file of Linux says of the program that left it (core(5), elf(5)); its memory is GDB's matter. */
public final class CoreFile {
    private static final int PRSTATUS = 1;
    private static final int PRPSINFO = 3;
    private static final int AUXV = 6;
    private static final int FILES = 0x46494c45;
    /** {@code pr_cursig} of struct elf_prstatus, and {@code pr_pid} and {@code pr_psargs} of struct elf_prpsinfo (linux/elfcore.h), 64 bits. */
    private static final int SIGNAL = 12;

    private static final int PID = 24;

    private static final int ARGUMENTS = 56;
    private static final int ARGUMENTS_SIZE = 80;
    private static final long AT_ENTRY = 9;
    /** A shorter note holds none of these fields. */
    private static final int SMALLEST = 16;

    private final Path path;
    private final Elf elf;
    private final long size;
    private final List<MappedFile> files;
    private final Map<String, String> buildIds = new LinkedHashMap<>();
    private String arguments = "";
    private long pid;
    private Integer signal;
    private long entry;

    private CoreFile(Path path, Elf elf, long size, List<Note> notes) {
        this.path = path;
        this.elf = elf;
        this.size = size;
        this.files = new ArrayList<>();
        notes.forEach(this::take);
    }

    /** Throws {@link UserError} when there is no such file, or when it is no core file of 64 bits. */
    public static CoreFile read(Path path) {
        try (FileChannel file = FileChannel.open(path)) {
            Bytes bytes = Bytes.of(file);
            Elf elf = Elf.read(bytes)
                    .filter(headers -> headers.type() == Elf.CORE)
                    .orElseThrow(
                            () -> new UserError(
                                    "'" + path
                                            + "' is not a core file of a program of 64 bits; name one that the kernel or 'gcore' wrote."));
            CoreFile core = new CoreFile(path, elf, file.size(), elf.notes(bytes));
            core.readBuildIds(bytes);
            return core;
        } catch (IOException unreadable) {
            throw Files.exists(path)
                    ? new UserError(
                            "The core file '" + path + "' cannot be read (" + UserError.reason(unreadable)
                                    + "); name a core file that you may read.",
                            unreadable)
                    : new UserError("There is no core file '" + path + "'; correct its path.", unreadable);
        }
    }

    private void take(Note note) {
        ByteBuffer content = note.content();
        if (!note.owner().equals("CORE") || content.limit() < SMALLEST) {
            return;
        }
        switch (note.type()) {
            case PRSTATUS -> signal = signal == null ? Integer.valueOf(content.getShort(SIGNAL)) : signal;
            case PRPSINFO -> {
                pid = content.getInt(PID);
                boolean isWhole = content.get(ARGUMENTS + ARGUMENTS_SIZE - 2) == 0; // the last byte is none of them
                arguments = Note.text(content, ARGUMENTS, ARGUMENTS_SIZE).strip() + (isWhole ? "" : "…");
            }
            case AUXV -> entry = auxiliary(content, AT_ENTRY);
            case FILES -> files.addAll(MappedFile.all(content));
            default -> {
                // Registers and what else GDB reads.
            }
        }
    }

    /** A value that the kernel handed to the program (getauxval(3)), or 0. */
    private static long auxiliary(ByteBuffer vector, long wanted) {
        for (int at = 0; at + 2 * Long.BYTES <= vector.limit(); at += 2 * Long.BYTES) {
            if (vector.getLong(at) == wanted) {
                return vector.getLong(at + Long.BYTES);
            }
        }
        return 0;
    }

    /** Reads the build-ids of mapped files from their first pages, which the kernel writes into the core file (bit 4 of {@code /proc/PID/coredump_filter}). */
    private void readBuildIds(Bytes core) throws IOException {
        for (MappedFile file : files) {
            if (file.offset() == 0 && !buildIds.containsKey(file.path())) {
                Optional<String> buildId =
                        Elf.buildId((position, wanted) -> memory(core, file.start() + position, wanted));
                buildId.ifPresent(digits -> buildIds.put(file.path(), digits));
            }
        }
    }

    private ByteBuffer memory(Bytes core, long address, int wanted) throws IOException {
        Optional<Elf.Segment> segment =
                elf.segments().stream().filter(each -> each.holds(address)).findFirst();
        if (segment.isEmpty()) {
            return ByteBuffer.allocate(0);
        }
        long position = address - segment.get().address();
        long there = Math.min(wanted, segment.get().fileSize() - position);
        return core.read(segment.get().offset() + position, (int) there);
    }

    public Path path() {
        return path;
    }

    /** The number of the signal that ended the program, or 0: a core of {@code gcore} is of one that lived on. */
    public int signal() {
        return signal == null ? 0 : signal;
    }

    /** The program's process number, or 0. */
    public long pid() {
        return pid;
    }

    /** The program's name and arguments, as far as the kernel wrote them (79 bytes), and "…" where that may not be all. */
    public String commandLine() {
        return arguments;
    }

    /** The path of the executable as the program's machine had it. */
    public Optional<String> program() {
        return files.stream()
                .filter(file -> file.holds(entry))
                .findFirst()
                .or(() -> files.stream().findFirst())
                .map(MappedFile::path);
    }

    /** The paths of all files that were mapped, each once. */
    List<String> mappedPaths() {
        return files.stream().map(MappedFile::path).distinct().toList();
    }

    /** The build-id of a mapped file, where the core has the page with it. */
    Optional<String> buildId(String mappedPath) {
        return Optional.ofNullable(buildIds.get(mappedPath));
    }

    /** How many bytes it has. */
    long size() {
        return size;
    }

    /** How many bytes it should have; it is truncated when it has fewer. */
    long expectedSize() {
        return elf.segments().stream().mapToLong(Elf.Segment::fileEnd).max().orElse(0);
    }

    boolean isTruncated() {
        return size < expectedSize();
    }

    /** The name of the processor for which the program was built. */
    String machine() {
        return Processor.name(elf.machine());
    }
}
