package dev.twinstack.adapter;

import dev.twinstack.adapter.cli.MiJson;
import dev.twinstack.adapter.dap.DapServer;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;

/** The command {@code twinstack}: without argument it speaks DAP on standard input and output. */
public final class Main {
    private static final int USAGE_ERROR = 2;
    private static final String USAGE = """
            usage: twinstack            speak the Debug Adapter Protocol on standard input and output
                   twinstack mi-json    read GDB/MI from standard input, print one JSON object per record
            """;

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.setOut(System.err); // nothing but what a command is for may reach standard output
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) throws InterruptedException {
        if (arguments.length == 0) {
            DapServer.serve(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
            return 0;
        }
        if (arguments.length == 1 && arguments[0].equals("mi-json")) {
            return MiJson.run(System.in, new PrintStream(new FileOutputStream(FileDescriptor.out)));
        }
        if (arguments.length == 1 && arguments[0].equals("--help")) {
            new PrintStream(new FileOutputStream(FileDescriptor.out)).print(USAGE);
            return 0;
        }
        System.err.print(USAGE);
        return USAGE_ERROR;
    }
}
