package dev.twinstack.mi;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands that every session begins with, sent in one burst, and what their answers tell about this GDB. */
final class GdbSetup {
    /** GDB waits for no key and breaks no lines, and answers commands while the debuggee runs. */
    private static final List<MiCommand> SETTINGS =
            List.of(set("mi-async on"), set("pagination off"), set("confirm off"), set("height 0"), set("width 0"));

    /** New in GDB 12.1; an older GDB refuses it, but does not use the network either. */
    private static final MiCommand NO_DEBUGINFOD = set("debuginfod enabled off");

    private static final String PROBE = "python import sys; print('gdb-python %d.%d %s'"
            + " % (sys.version_info[0], sys.version_info[1], hasattr(gdb, 'MICommand')))";
    private static final Pattern PROBED = Pattern.compile("gdb-python (\\d+)\\.(\\d+) (True|False)");
    private static final GdbVersion OLDEST = new GdbVersion(8, 1, "8.1");
    private static final int OLDEST_PYTHON_MINOR = 6;

    private final GdbOptions options;
    private final String interpreter;
    private final MiConnection connection;
    private final SetupOutput output;
    private final CompletableFuture<MiRecord.Result> listing;
    private final CompletableFuture<Void> done;

    /** Sends the set-up; does not wait. */
    GdbSetup(GdbOptions options, String interpreter, MiConnection connection, SetupOutput output) {
        this.options = options;
        this.interpreter = interpreter;
        this.connection = connection;
        this.output = output;
        SETTINGS.forEach(setting -> connection.send(setting).thenRun(output::begin));
        connection.send(NO_DEBUGINFOD);
        connection.send(MiCommand.of("-gdb-version"));
        listing = connection.send(MiCommand.of("-list-features"));
        done = connection
                .send(MiCommand.console(PROBE))
                .handle((reply, error) -> error)
                .thenAccept(this::ended);
    }

    private static MiCommand set(String setting) {
        return MiCommand.of("-gdb-set").verbatim(setting);
    }

    private void ended(Throwable error) {
        output.end();
        if (error instanceof MiClosedException) {
            throw new CompletionException(error);
        }
    }

    /**
     * What this GDB can do, once it has answered.
     *
     * @throws GdbUnavailableException when it cannot be used, or has not answered in time
     */
    GdbFeatures features() {
        await();
        GdbVersion version = GdbVersion.find(output.text()).orElseThrow(() -> unusable("did not tell its version"));
        if (!version.isAtLeast(OLDEST.major(), OLDEST.minor())) {
            throw unusable("is version " + version + ", and at least " + OLDEST + " is needed");
        }
        Optional<Matcher> python = Optional.of(PROBED.matcher(output.text())).filter(Matcher::find);
        boolean hasPython = python.filter(GdbSetup::isPythonNewEnough).isPresent();
        if (options.needsPython() && !hasPython) {
            throw unusable(python.map(GdbSetup::pythonVersion)
                    .map(old -> "has Python " + old + " inside, and at least 3." + OLDEST_PYTHON_MINOR + " is needed")
                    .orElse("was built without Python (as Debian's gdb-minimal is), or its Python does not start"));
        }
        return new GdbFeatures(
                version,
                interpreter,
                hasPython,
                hasPython ? pythonVersion(python.get()) : "",
                hasPython && python.get().group(3).equals("True"),
                Set.copyOf(listing.join().results().list("features").texts()));
    }

    private static String pythonVersion(Matcher probed) {
        return probed.group(1) + "." + probed.group(2);
    }

    private static boolean isPythonNewEnough(Matcher probed) {
        int major = Integer.parseInt(probed.group(1));
        return major > 3 || major == 3 && Integer.parseInt(probed.group(2)) >= OLDEST_PYTHON_MINOR;
    }

    private void await() {
        try {
            done.get(options.answerTimeout().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw GdbLaunch.silent(options);
        } catch (ExecutionException e) {
            throw unusable("ended as soon as it was started: "
                    + connection.closed().join().getMessage().replaceFirst("\\.$", ""));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MiException("The wait for GDB's set-up was interrupted.", e);
        }
    }

    private GdbUnavailableException unusable(String why) {
        return new GdbUnavailableException("The GDB '" + options.program() + "' " + why
                + ". Install a current GDB, or set \"gdb\" to the path of one.");
    }
}
