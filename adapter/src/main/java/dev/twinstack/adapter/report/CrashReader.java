package dev.twinstack.adapter.report;

import dev.twinstack.adapter.crash.CrashFacts;
import dev.twinstack.adapter.crash.CrashRequests;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.report.model.CrashReport;
import dev.twinstack.adapter.report.model.Library;
import dev.twinstack.adapter.report.model.ProcessInfo;
import dev.twinstack.adapter.report.model.Reason;
import dev.twinstack.adapter.report.model.ThreadReport;
import dev.twinstack.adapter.report.model.Versions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.lsp4j.debug.ExceptionInfoArguments;
import org.eclipse.lsp4j.debug.Module;
import org.eclipse.lsp4j.debug.ModulesArguments;

/** Reads a report out of a session whose program stands. What cannot be read becomes a sentence among the problems, and the rest is read all the same. */
public final class CrashReader {
    private static final int LIBRARIES = 2000;
    private static final int SENTENCES = 50;
    private static final int VARIABLES = 20_000;

    private final ReportSession session;
    private final int most;
    private final List<String> problems = new ArrayList<>();

    /** {@code withLocals}: whether the variables of the frames are read. */
    public CrashReader(ReportSession session, boolean withLocals) {
        this(session, withLocals ? VARIABLES : 0);
    }

    /** {@code most}: how many variables are read in all. */
    CrashReader(ReportSession session, int most) {
        this.session = session;
        this.most = most;
    }

    /** The report. {@code crashed}: the number of the thread that stopped; {@code happened}: what happened, or null when a signal ended the program. */
    public CrashReport read(int crashed, Reason happened, ProcessInfo process) {
        CrashFacts facts = told("What is known of the crash", () -> facts(crashed), CrashFacts.none(List.of()));
        Reason reason = happened != null
                ? happened
                : told(
                        "What ended the program",
                        () -> ended(crashed, facts),
                        Reason.of(Reason.SIGNAL, "unknown", null));
        VariableReader variables = new VariableReader(session, most);
        Module[] modules = told("The list of libraries", this::modules, new Module[0]);
        FrameReader frames = new FrameReader(modules, variables);
        ThreadReader reader = new ThreadReader(session, frames, facts.resent());
        List<ThreadReport> threads = told("The list of threads", () -> reader.read(crashed), List.of());
        problems.addAll(facts.problems());
        if (most > 0 && variables.isFull()) {
            problems.add("The variables of further frames are left out: a report holds no more than " + most + ".");
        }
        session.console().stream()
                .flatMap(String::lines)
                .map(String::strip)
                .distinct()
                .limit(SENTENCES)
                .forEach(problems::add);
        CrashReport report = new CrashReport(
                CrashReport.SCHEMA,
                null,
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                reason,
                process.with(facts),
                facts.pending(),
                facts.handled(),
                facts.gil(),
                facts.locks(),
                threads,
                libraries(modules, facts),
                versions(facts),
                facts.causes(),
                problems);
        return report.signed(Signature.of(report));
    }

    private <T> T told(String what, Supplier<T> read, T otherwise) {
        try {
            return read.get();
        } catch (UserError refused) {
            problems.add(what + " cannot be read: " + refused.getMessage());
            return otherwise;
        }
    }

    private CrashFacts facts(int thread) {
        return session.ask(server -> server.crash(new CrashRequests.Arguments(thread)));
    }

    private Reason ended(int thread, CrashFacts facts) {
        ExceptionInfoArguments arguments = new ExceptionInfoArguments();
        arguments.setThreadId(thread);
        return SignalReason.of(facts, session.ask(server -> server.exceptionInfo(arguments)));
    }

    private Module[] modules() {
        ModulesArguments all = new ModulesArguments();
        all.setModuleCount(LIBRARIES);
        return session.ask(server -> server.modules(all)).getModules();
    }

    private static List<Library> libraries(Module[] modules, CrashFacts facts) {
        Map<String, CrashFacts.Library> known = new HashMap<>();
        facts.libraries().forEach(library -> known.put(library.path(), library));
        return Arrays.stream(modules)
                .map(module -> library(module, known.get(module.getPath())))
                .toList();
    }

    private static Library library(Module module, CrashFacts.Library more) {
        boolean hasSymbols = more != null && more.hasSymbols();
        return new Library(module.getPath(), module.getVersion(), more == null ? null : more.buildId(), hasSymbols);
    }

    private static Versions versions(CrashFacts facts) {
        CrashFacts.Versions told = facts.versions();
        String ours = CrashReader.class.getPackage().getImplementationVersion();
        return told == null
                ? new Versions(null, null, null, ours)
                : new Versions(told.python(), told.gdb(), told.kernel(), ours);
    }
}
