package dev.twinstack.adapter.launch;

import dev.twinstack.adapter.dap.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A core file to read.
 *
 * @param coreFile a path, or {@code systemd} with or without {@code :} and what {@code coredumpctl} is to look for
 * @param program its executable, or null to find it through the core file
 * @param sysroot the folder that stands for the root of the program's machine, or null
 * @param solibSearchPath further folders with the program's libraries
 */
public record Core(String coreFile, Path program, Path sysroot, List<Path> solibSearchPath, Settings settings)
        implements LaunchArguments {
    private static final String[] NAMES = {"coreFile", "coreDumpPath"};

    static boolean isWanted(Attributes attributes) {
        return attributes.text(NAMES).isPresent();
    }

    static Core read(Attributes attributes) {
        String coreFile = attributes.text(NAMES).orElseThrow();
        if (attributes.text("processId", "pid").isPresent()) {
            throw new UserError("A core file and a process cannot be debugged in one session;"
                    + " keep either 'coreFile' or 'processId'.");
        }
        String program = attributes.text("program").orElse(null);
        String sysroot = attributes.text("sysroot").orElse(null);
        List<String> folders = folders(attributes);
        Settings settings = Settings.read(attributes);
        Path cwd = settings.cwd();
        return new Core(
                coreFile,
                program == null ? null : cwd.resolve(program),
                sysroot == null ? null : folder(cwd, "sysroot", sysroot),
                folders.stream()
                        .map(each -> folder(cwd, "solibSearchPath", each))
                        .toList(),
                settings);
    }

    private static Path folder(Path cwd, String name, String text) {
        Path folder = cwd.resolve(text);
        if (!Files.isDirectory(folder)) {
            throw new UserError("The folder '" + folder + "' does not exist; correct '" + name + "'.");
        }
        return folder;
    }

    /** A list, or one text with colons as GDB takes it (and semicolons as cppdbg's {@code additionalSOLibSearchPath}). */
    private static List<String> folders(Attributes attributes) {
        return attributes.textOrTexts("solibSearchPath", "additionalSOLibSearchPath").stream()
                .flatMap(text -> Stream.of(text.split("[:;]")))
                .filter(folder -> !folder.isEmpty())
                .toList();
    }

    @Override
    public String breakpointRefusal() {
        return "A core file is the memory of a program that has ended, which stops nowhere any more.";
    }
}
