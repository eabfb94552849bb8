package dev.twinstack.adapter.modules;

import dev.twinstack.mi.MiLibrary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.debug.Module;

/**
 * The program or a library of its process.
 *
 * @param id by which clients know it
 * @param path of its file, here
 * @param symbols what GDB has read of it, or null as long as it has read nothing
 */
record LoadedModule(int id, String path, List<MiLibrary.Range> ranges, ObjectFile symbols) {
    /** The version that is part of a library's name, as in {@code libstdc++.so.6.0.30}. */
    private static final Pattern VERSION = Pattern.compile("\\.so\\.(\\d+(?:\\.\\d+)*)$");

    LoadedModule with(ObjectFile read) {
        return new LoadedModule(id, path, ranges, read);
    }

    boolean isProgram() {
        return symbols != null && symbols.program();
    }

    /** As DAP shows it. */
    Module shown() {
        Module module = new Module();
        module.setId(id);
        module.setName(Path.of(path).getFileName().toString());
        module.setPath(path);
        module.setVersion(version());
        module.setSymbolStatus(symbolStatus());
        module.setSymbolFilePath(symbols == null ? null : symbols.symbolFile());
        if (!ranges.isEmpty()) {
            module.setAddressRange(ranges.stream()
                    .map(range -> range.from() + "-" + range.to())
                    .collect(Collectors.joining(", ")));
        }
        return module;
    }

    private String symbolStatus() {
        if (symbols == null) {
            return "Not read";
        }
        return symbols.debugInformation() ? "Debug information" : "No debug information";
    }

    private String version() {
        Matcher version = VERSION.matcher(realPath());
        return version.find() ? version.group(1) : null;
    }

    private String realPath() {
        try {
            return Path.of(path).toRealPath().toString();
        } catch (IOException elsewhere) {
            return path;
        }
    }
}
