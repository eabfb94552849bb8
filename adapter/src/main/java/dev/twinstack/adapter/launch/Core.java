package dev.twinstack.adapter.launch;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.launch.attributes.Attributes;
import java.nio.file.Path;

/**
 * A core file to read.
 *
 * @param coreFile a path, or {@code systemd} with or without {@code :} and what {@code coredumpctl} is to look for
 * @param program its executable, or null to find it through the core file
 * @param libraries where its files are on this machine
 */
public record Core(String coreFile, Path program, Libraries libraries, Settings settings) implements LaunchArguments {
    private static final String[] NAMES = {"coreFile", "coreDumpPath"};

    static boolean isWanted(Attributes attributes) {
        return attributes.text(NAMES).isPresent();
    }

    static Core read(Attributes attributes) {
        String coreFile = attributes.path(NAMES).orElseThrow();
        if (attributes.text("processId", "pid").isPresent()) {
            throw new UserError("A core file and a process cannot be debugged in one session;"
                    + " keep either 'coreFile' or 'processId'.");
        }
        String program = attributes.path("program").orElse(null);
        Libraries.Wanted libraries = Libraries.wanted(attributes);
        Settings settings = Settings.read(attributes).ofAllThreads("a core file");
        Path cwd = settings.cwd();
        return new Core(
                coreFile,
                program == null ? null : cwd.resolve(program),
                settings.pipe() == null ? libraries.in(cwd) : libraries.beyondPipe(),
                settings);
    }

    @Override
    public String breakpointRefusal() {
        return "A core file is the memory of a program that has ended, which stops nowhere any more.";
    }
}
