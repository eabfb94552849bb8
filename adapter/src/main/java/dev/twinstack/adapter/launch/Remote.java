package dev.twinstack.adapter.launch;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.launch.attributes.Attributes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program that a stub of GDB's remote protocol holds or is to start, such as gdbserver.
 *
 * @param server what is started to hold the program, or null where it is there
 * @param launched whether it ends with the session (launch), or is let go of (attach)
 * @param program a copy of its executable on this machine, or null to read that through the stub; for a program in Python the file that it begins with
 * @param args its arguments, when the stub is to start it
 * @param environment what is set ({@code null} value: unset) on top of the stub's own environment, when the stub is to start it
 * @param processId a process of that machine for an extended stub to attach to, or 0
 * @param libraries where its files are on this machine
 * @param stopOnEntry for a launch: whether it stops before its first line; for an attach: whether it stays where it stands
 * @param stopAtConnect whether it stays where the stub holds it
 */
public record Remote(
        RemoteAddress address,
        StubServer server,
        boolean launched,
        Path program,
        List<String> args,
        Map<String, String> environment,
        long processId,
        Libraries libraries,
        boolean stopOnEntry,
        boolean stopAtConnect,
        Settings settings)
        implements LaunchArguments {
    private static final String[] NAMES = {"target", "miDebuggerServerAddress"};

    static boolean isWanted(Attributes attributes) {
        return address(attributes).isPresent();
    }

    /** Ours, or lldb-dap's {@code gdb-remote-hostname} and {@code gdb-remote-port}. */
    private static Optional<RemoteAddress> address(Attributes attributes) {
        Optional<RemoteAddress> ours = RemoteAddress.find(attributes, NAMES);
        String host = attributes.text("gdb-remote-hostname").orElse("localhost");
        return ours.or(
                () -> attributes.text("gdb-remote-port").map(port -> new RemoteAddress(host + ":" + port, false)));
    }

    static Remote read(Attributes attributes, boolean launched) {
        RemoteAddress address = address(attributes).orElseThrow().extended(attributes.flag("useExtendedRemote"));
        Optional<Long> processId = attributes.text("processId", "pid").map(Attach::number);
        if (processId.isPresent() && (launched || !address.extended())) {
            throw new UserError("A 'processId' of the target's machine goes with an attach to a target of the type"
                    + " 'extended-remote'; any other holds its one process already.");
        }
        String program = attributes.path("program").orElse(null);
        boolean stopOnEntry = Settings.stopOnEntry(attributes);
        boolean stopAtConnect = attributes.flag("stopAtConnect");
        List<String> args = attributes.words("args", "arguments");
        Map<String, String> environment = Launch.environment(attributes, Settings.directoryHere(attributes));
        StubServer server = server(attributes, launched, address, program, args, environment);
        Libraries.Wanted libraries = Libraries.wanted(attributes);
        Settings settings = Settings.read(attributes).ofAllThreads("a remote target");
        if (settings.pipe() != null) {
            throw new UserError("A 'target' and a 'pipe' cannot be combined: through a pipe GDB itself runs where the"
                    + " program is, and needs no stub; keep one of them.");
        }
        return new Remote(
                address,
                server,
                launched,
                program == null ? null : settings.cwd().resolve(program).normalize(),
                args,
                environment,
                processId.orElse(0L),
                libraries.in(settings.cwd()),
                stopOnEntry,
                stopAtConnect,
                settings);
    }

    /** What is to be started, or null. A launch alone can leave it to the program. */
    private static StubServer server(
            Attributes attributes,
            boolean launched,
            RemoteAddress address,
            String program,
            List<String> args,
            Map<String, String> environment) {
        Path cwd = Settings.directoryHere(attributes);
        List<String> command = new ArrayList<>();
        if (launched && program != null) {
            command.add(cwd.resolve(program).normalize().toString());
            command.addAll(args);
        }
        return StubServer.read(attributes, address, command, cwd, environment).orElse(null);
    }
}
