package dev.twinstack.adapter.report.format;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.report.model.CrashReport;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;

/** The report as the JSON document of {@code docs/crash-report.schema.json}; members that are not known are left out. */
public final class Json implements Format {
    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

    @Override
    public String name() {
        return "json";
    }

    @Override
    public String extension() {
        return "json";
    }

    @Override
    public String render(CrashReport report) {
        return GSON.toJson(report) + "\n";
    }

    /** Reads a document again. Throws {@link UserError} for a file that is none, or of a version that is not known here. */
    public static CrashReport read(Path file) {
        try (Reader text = Files.newBufferedReader(file)) {
            CrashReport report = GSON.fromJson(text, CrashReport.class);
            if (report == null || report.schema() == 0 || report.reason() == null || report.process() == null) {
                throw new UserError(
                        "'" + file + "' is no report of Twinstack; name a file that '--format json' wrote.");
            }
            if (report.schema() > CrashReport.SCHEMA) {
                throw new UserError("'" + file + "' was written by a newer Twinstack (schema " + report.schema()
                        + "); read it with that one.");
            }
            return report;
        } catch (IOException unreadable) {
            throw new UserError("'" + file + "' could not be read: " + UserError.reason(unreadable) + ".", unreadable);
        } catch (JsonParseException malformed) {
            throw new UserError(
                    "'" + file + "' is no report of Twinstack; name a file that '--format json' wrote.", malformed);
        }
    }
}
