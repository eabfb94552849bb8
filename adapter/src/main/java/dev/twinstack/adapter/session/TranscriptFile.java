package dev.twinstack.adapter.session;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.mi.MiTranscript;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file of the launch attribute {@code logFile}: what is said between the adapter and GDB, line by line as it is said, long lines cut. */
public final class TranscriptFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TranscriptFile.class);

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
            writer.write("GDB/MI of this session\n");
            writer.flush();
        } catch (IOException failure) {
            throw new UserError(
                    "The log file '" + file + "' cannot be written (" + UserError.reason(failure)
                            + "); correct 'logFile'.",
                    failure);
        }
        transcript.copyTo(this::write);
    }

    @Override
    public void close() {
        transcript.copyTo(line -> {});
        if (writer != null) {
            try {
                writer.close();
            } catch (IOException failure) {
                LOG.warn("The end of the log file is lost", failure);
            }
        }
    }

    /** Writes a line. When that fails, the log ends there, and the session goes on. */
    private void write(String line) {
        try {
            writer.write(line);
            writer.flush();
        } catch (IOException failure) {
            transcript.copyTo(next -> {});
            LOG.warn("The log file ends here, because it cannot be written any more", failure);
        }
    }
}
