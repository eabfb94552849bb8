package dev.twinstack.adapter.report.cli;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.report.LiveProcess;
import dev.twinstack.adapter.report.format.Format;
import dev.twinstack.adapter.report.format.Headline;
import dev.twinstack.adapter.report.format.Text;
import dev.twinstack.adapter.report.model.CrashReport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Where reports go, without their secrets: into files in a directory, whose names are printed, or onto a stream. */
final class Delivery {
    private static final int NAMES = 10_000;

    private final ReportOptions options;
    private final PrintStream out;
    private final boolean isTerminal;

    /** {@code isTerminal}: whether the stream shows colours. */
    Delivery(ReportOptions options, PrintStream out, boolean isTerminal) {
        this.options = options;
        this.out = out;
        this.isTerminal = isTerminal;
    }

    /** Writes a report in each format that was asked for. Throws {@link UserError} where a file cannot be written. */
    synchronized void deliver(CrashReport read) {
        CrashReport report = shown(read);
        write(report);
        attach(report);
    }

    /**
     * Where the report of a process that stands goes. Nobody can make it again, so if a file cannot be written it is printed. It becomes the error of its test only
     * if the process is the one that writes the JUnit file. Throws {@link UserError} when that file is malformed.
     */
    Consumer<CrashReport> of(long pid) {
        boolean isRunner = options.junit() != null
                && LiveProcess.hasOpened(pid, options.junit().path());
        return read -> deliverOnce(shown(read), isRunner);
    }

    private synchronized void deliverOnce(CrashReport report, boolean isRunner) {
        try {
            write(report);
        } catch (UserError refused) {
            out.println("twinstack: " + refused.getMessage());
            out.print(shown(Text.plain()).render(report));
        }
        if (isRunner) {
            attach(report);
        }
    }

    private CrashReport shown(CrashReport read) {
        return options.secrets().masked(options.locals() ? read : read.withoutVariables());
    }

    private void write(CrashReport report) {
        if (options.output() != null) {
            List<Path> files = files(report);
            out.println(Headline.of(report));
            files.forEach(file -> out.println("  " + file));
        } else {
            options.formats().forEach(format -> out.print(shown(format).render(report)));
        }
        out.flush();
    }

    private void attach(CrashReport report) {
        if (options.junit() != null) {
            options.junit().attach(report);
        }
    }

    private Format shown(Format format) {
        return isTerminal && format instanceof Text ? Text.coloured() : format;
    }

    private List<Path> files(CrashReport report) {
        try {
            Files.createDirectories(options.output());
            String name = free(report);
            List<Path> written = new ArrayList<>();
            for (Format format : options.formats()) {
                written.add(Files.writeString(file(name, format), format.render(report)));
            }
            return written;
        } catch (IOException failure) {
            throw new UserError(
                    "The report could not be written to '" + options.output() + "': " + UserError.reason(failure)
                            + ". Name another directory with '--output'.",
                    failure);
        }
    }

    /** The first name that is not taken yet; makes the file of the first format, so that nobody else takes it. */
    private String free(CrashReport report) throws IOException {
        Long pid = report.process().pid();
        String stem = "crash-" + (pid != null ? pid.toString() : String.valueOf(report.signature()));
        for (int number = 1; number < NAMES; number++) {
            String name = number == 1 ? stem : stem + "-" + number;
            try {
                Files.writeString(
                        file(name, options.formats().get(0)),
                        "",
                        StandardCharsets.UTF_8,
                        StandardOpenOption.CREATE_NEW);
                return name;
            } catch (FileAlreadyExistsException taken) {
                continue;
            }
        }
        throw new IOException("it holds too many reports already");
    }

    private Path file(String name, Format format) {
        return options.output().resolve(name + "." + format.extension());
    }
}
