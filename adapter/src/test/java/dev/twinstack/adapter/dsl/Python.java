package dev.twinstack.adapter.dsl;

import java.nio.file.Path;
import java.util.Map;

/** A Python interpreter to debug, with the environment that it needs. */
public record Python(String label, Path executable, Map<String, String> environment) {
    /** Whether code objects know columns: from 3.11 on. */
    public boolean hasColumns() {
        return Integer.parseInt(ask("import sys; print(sys.version_info[1])")) >= 11;
    }

    /** Where {@code Python.h} is. */
    Path includeDirectory() {
        return Path.of(ask("import sysconfig; print(sysconfig.get_path('include'))"));
    }

    private String ask(String code) {
        return Commands.run(environment, executable.toString(), "-c", code).strip();
    }

    @Override
    public String toString() {
        return label;
    }
}
