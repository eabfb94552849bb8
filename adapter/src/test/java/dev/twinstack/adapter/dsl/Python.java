package dev.twinstack.adapter.dsl;

import java.nio.file.Path;
import java.util.Map;

/** A Python interpreter to debug, with the environment that it needs. */
public record Python(String label, Path executable, Map<String, String> environment) {
    /** Whether code objects know columns and qualified names: from 3.11 on. */
    public boolean hasColumns() {
        return minor() >= 11;
    }

    /** Whether {@code sys.monitoring} tells of lines: from 3.12 on. */
    public boolean hasMonitoring() {
        return minor() >= 12;
    }

    /** Whether an object's reference count is a member of a union, as from 3.12 on some objects have none that counts (PEP 683). */
    public boolean hasImmortals() {
        return minor() >= 12;
    }

    private int minor() {
        return Integer.parseInt(ask("import sys; print(sys.version_info[1])"));
    }

    /** Whether it has a module. */
    public boolean has(String module) {
        return ask("import importlib.util as u; print(u.find_spec('" + module + "') is not None)")
                .equals("True");
    }

    /** A function's qualified name as its frames show it. */
    public String shown(String qualifiedName) {
        return hasColumns() ? qualifiedName : qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
    }

    /** This Python as a new virtual environment has it. */
    public Python virtualEnvironment() {
        Path directory = ScratchDirectory.create("venv");
        Commands.run(environment, executable.toString(), "-m", "venv", "--without-pip", directory.toString());
        return new Python(label + "-venv", directory.resolve("bin/python"), environment);
    }

    /** Where {@code Python.h} is. */
    Path includeDirectory() {
        return Path.of(ask("import sysconfig; print(sysconfig.get_path('include'))"));
    }

    /** With which options a C program is compiled that runs this Python by itself. */
    public String[] embedding() {
        return ask("import sysconfig as s; folder = s.get_config_var('LIBDIR'); "
                        + "print('-I' + s.get_path('include'), '-Wl,--no-as-needed', '-L' + folder, '-Wl,-rpath,' + folder, "
                        + "'-lpython' + s.get_config_var('LDVERSION'))")
                .split(" ");
    }

    private String ask(String code) {
        return Commands.run(environment, executable.toString(), "-c", code).strip();
    }

    @Override
    public String toString() {
        return label;
    }
}
