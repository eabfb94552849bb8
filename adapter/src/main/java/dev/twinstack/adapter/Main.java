package dev.twinstack.adapter;

import dev.twinstack.adapter.cli.MiJson;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.report.cli.Commands;
import dev.twinstack.adapter.server.DapConnection;
import dev.twinstack.adapter.transport.ClientInterrupt;
import dev.twinstack.adapter.transport.ListenOptions;
import dev.twinstack.adapter.transport.Listener;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.List;

/** The command {@code twinstack}: without argument it speaks DAP on standard input and output. */
public final class Main {
    private static final int FAILED = 1;
    private static final int USAGE_ERROR = 2;

    /** What GDB takes to speak DAP: clients that know GDB, as Zed does, start this in its place. */
    private static final List<String> AS_GDB = List.of("-i=dap", "--interpreter=dap");

    private static final String USAGE = """
            usage: twinstack [-i=dap]              speak the Debug Adapter Protocol on standard input and output
                   twinstack --listen ENDPOINT     speak it with every client that connects; each has a session of its own
                   twinstack run -- COMMAND...     run a command, report when it crashes, and end with its exit status
                   twinstack core FILE...          report what core files tell of a crash
                   twinstack attach PID            report what a process does, which goes on
                   twinstack report FILE.json...   render reports again
                   twinstack group DIR             group the JSON reports in a folder by their signatures
                   twinstack mi-json               read GDB/MI from standard input, print one JSON object per record
                   twinstack --version             print the version
                   twinstack --java                print the command of the Java that runs it

            ENDPOINT is PORT or HOST:PORT (TCP on this machine; port 0: any that is free) or unix:/path (a socket of yours alone).
              --token-file FILE   clients must name the file's line as 'token' in their launch configuration
              --allow-remote      HOST may be reached from other machines; needs a token

            Reports are printed as text, or with
              --format FORMAT,... text, markdown, json, html, junit, sarif, annotations; of groups text or json
              --output DIR        files in that folder
              --junit FILE        the JUnit file of a test runner, in which a report becomes the error of its test
              --no-locals         without arguments and locals
              --mask REGEX        values whose names match are masked, besides those that look secret; may stand several times
              --program FILE      (core, attach) the executable, where it is elsewhere now
              --sysroot DIR       (core) where the files of its machine are; --solib-search-path DIR:... further ones with its libraries
              --timeout SECONDS   (run) report, too, when it takes longer; it is ended then, and the exit status is 124
              --follow            (run) report crashes of its children, too
              --gdb FILE          (run, core, attach) the GDB to use
            """;

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.setOut(System.err); // nothing but what a command is for may reach standard output
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) throws InterruptedException {
        if (arguments.isEmpty() || arguments.size() == 1 && AS_GDB.contains(arguments.get(0))) {
            ClientInterrupt.endsWell();
            DapConnection.serve(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
            return 0;
        }
        if (Commands.has(arguments.get(0))) {
            return Commands.run(arguments, standardOutput());
        }
        if (arguments.contains("--listen")) {
            return listen(arguments);
        }
        if (arguments.equals(List.of("mi-json"))) {
            return MiJson.run(System.in, standardOutput());
        }
        if (arguments.equals(List.of("--help"))) {
            standardOutput().print(USAGE);
            return 0;
        }
        if (arguments.equals(List.of("--version"))) {
            standardOutput().println("twinstack " + Main.class.getPackage().getImplementationVersion());
            return 0;
        }
        System.err.print("twinstack: unknown arguments: " + String.join(" ", arguments) + "\n" + USAGE);
        return USAGE_ERROR;
    }

    private static int listen(List<String> arguments) throws InterruptedException {
        try {
            Listener.listen(ListenOptions.parse(arguments), standardOutput());
            return 0;
        } catch (UserError refused) {
            System.err.println("twinstack: " + refused.getMessage());
            return FAILED;
        }
    }

    private static PrintStream standardOutput() {
        return new PrintStream(new FileOutputStream(FileDescriptor.out));
    }
}
