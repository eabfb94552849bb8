package dev.twinstack.adapter.dsl;

import java.nio.file.Path;

/** Programs in the place of GDB that lack something. */
public final class FakeGdb {
    private static final String WITHOUT_PYTHON = """
            #!/bin/sh
            case "$*" in
            *--version*)
                echo "GNU gdb (GDB) 13.1"
                exit 0
                ;;
            esac
            printf '=thread-group-added,id="i1"\\n(gdb) \\n'
            while read -r line; do
                token=${line%%-*}
                case "$line" in
                *python*) echo "$token^error,msg=\\"Python scripting is not supported in this copy of GDB.\\"" ;;
                *list-features*) echo "$token^done,features=[\\"frozen-varobjs\\",\\"pending-breakpoints\\"]" ;;
                *gdb-version*) printf '~"GNU gdb (GDB) 13.1\\\\n"\\n%s^done\\n' "$token" ;;
                *gdb-exit*) echo "$token^exit" && exit 0 ;;
                *) echo "$token^done" ;;
                esac
                echo "(gdb) "
            done
            """;

    private static final String LATE_TO_SAY_THAT_IT_RUNS = """
            #!/usr/bin/python3
            import os, re, select, signal, subprocess, sys
            gdb = subprocess.Popen(["gdb", *sys.argv[1:]], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            signal.signal(signal.SIGINT, lambda *_: gdb.send_signal(signal.SIGINT))
            answers, answer, kept = gdb.stdout.fileno(), None, b""
            while True:
                for end in select.select([0, answers], [], [])[0]:
                    said = os.read(end, 1 << 16)
                    if not said:
                        gdb.stdin.close()
                        sys.exit(gdb.wait())
                    if end == 0:
                        resumes = re.search(rb"(\\d+)-exec-continue\\n\\Z", said)
                        answer = resumes and resumes[1] + b"^running"
                        os.write(1, kept)
                        kept = b""
                        gdb.stdin.write(said)
                        gdb.stdin.flush()
                    elif kept or answer and answer in said:
                        kept += said
                    else:
                        os.write(1, said)
            """;

    private FakeGdb() {}

    /** A GDB that was built without Python. */
    public static Path withoutPython() {
        return script(WITHOUT_PYTHON);
    }

    /** The GDB of this machine as it was before version 12: without {@code gdb.MICommand}. */
    public static Path withoutMiCommand() {
        return script("#!/bin/sh\nexec gdb -iex 'python import gdb; del gdb.MICommand' \"$@\"\n");
    }

    /** The GDB of this machine, which does not find the debug files of the distribution's libraries. */
    public static Path withoutDebugFiles() {
        return script("#!/bin/sh\nexec gdb -iex 'set debug-file-directory /nowhere' \"$@\"\n");
    }

    /** The GDB of this machine, which takes so many seconds to start. */
    public static Path slow(double seconds) {
        return script("#!/bin/sh\nsleep " + seconds + "\nexec gdb \"$@\"\n");
    }

    /** The GDB of this machine, which takes a second for the symbols of each file. */
    public static Path slowToReadSymbols() {
        return script("""
                #!/bin/sh
                exec gdb -iex 'python import time; gdb.events.new_objfile.connect(lambda event: time.sleep(1))' "$@"
                """);
    }

    /** The GDB of this machine, which refuses a command of its own. */
    public static Path refusing(String command) {
        String refusal = "type(\"Refused\", (gdb.Command,), {\"invoke\": lambda *_: gdb.execute(\"refused\")})";
        return script(
                "#!/bin/sh\nexec gdb -iex 'python " + refusal + "(\"" + command + "\", gdb.COMMAND_DATA)' \"$@\"\n");
    }

    /** The GDB of this machine, which answers {@code -exec-continue} only when it is told something else. */
    public static Path lateToSayThatItRuns() {
        return script(LATE_TO_SAY_THAT_IT_RUNS);
    }

    /**
     * The GDB of this machine, which waits ten seconds at most until so many of them run, unless as many did before, and then adds to a file how many those are.
     *
     * @param running a folder of their own
     */
    public static Path inCompany(int company, Path running, Path counts) {
        return script("""
                #!/bin/sh
                running() {
                    cd '%s' && for pid in *; do grep -s '^State:.[^ZX]' /proc/$pid/status; done | wc -l
                }
                : >'%1$s'/$$
                tries=0
                while [ ! -s '%3$s' ] && [ "$(running)" -lt %2$d ] && [ $tries -lt 100 ]; do
                    tries=$((tries + 1))
                    sleep 0.1
                done
                running >>'%3$s'
                exec gdb "$@"
                """.formatted(running, company, counts));
    }

    /** A GDB that never says a word. */
    public static Path silent() {
        return script("#!/bin/sh\nexec sleep 1000\n");
    }

    private static Path script(String text) {
        Path script = Files.nowhere("gdb");
        Files.write(script, text);
        if (!script.toFile().setExecutable(true)) {
            throw new IllegalStateException(script + " could not be made executable.");
        }
        return script;
    }
}
