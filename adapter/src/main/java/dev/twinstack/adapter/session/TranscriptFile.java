package dev.twinstack.adapter.session;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.mi.MiTranscript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file of the launch attribute {@code logFile}: all that is said between the adapter and GDB, line by line as it is said. */
public final class TranscriptFile implements AutoCloseable {
    private final MiTranscript transcript;
    private Writer writer;

    public TranscriptFile(MiTranscript transcript) {
        this.transcript = transcript;
    }

    /** Begins with what was said already; {@code file} may be null. Throws {@link UserError} when it cannot be written. */
    void open(Path file) {
        if (file == null) {
            return;
        }
        try {
            writer = Files.newBufferedWriter(file);
            transcript.copyTo(this::write);
        } catch (IOException failure) {
            throw new UserError(
                    "The log file '" + file + "' cannot be written (" + failure.getMessage() + "); correct 'logFile'.",
                    failure);
        }
    }

    @Override
    public void close() {
        if (writer != null) {
            transcript.copyTo(line -> {});
            try {
                writer.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            writer = null;
        }
    }

    private void write(String line) {
        try {
            writer.write(line);
            writer.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
