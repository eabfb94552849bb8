package dev.twinstack.adapter.python;

import dev.twinstack.adapter.session.Gdb;
import dev.twinstack.adapter.stack.Frame;
import dev.twinstack.mi.MiCommand;
import dev.twinstack.mi.MiRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * The operations of the Python helpers inside GDB, one method each. Every method is one round trip and throws
 * {@link dev.twinstack.adapter.dap.UserError} with the helpers' sentence when the operation failed.
 */
public final class Helpers {
    private final Gdb gdb;
    private final HelperDoor door;
    private final boolean hex;

    /** {@code miCommand}: whether this GDB has {@code gdb.MICommand} (12 and later), the faster of the two doors. */
    public Helpers(Gdb gdb, boolean miCommand) {
        this(gdb, miCommand ? new HelperDoor.Mi() : new HelperDoor.Console(), false);
    }

    private Helpers(Gdb gdb, HelperDoor door, boolean hex) {
        this.gdb = gdb;
        this.door = door;
        this.hex = hex;
    }

    /** The same operations, whose answers show integers in hexadecimal or, as usual, do not. */
    public Helpers inHex(boolean wanted) {
        return wanted == hex ? this : new Helpers(gdb, door, wanted);
    }

    /** How many characters of a string are shown from now on. */
    public void showStrings(int length) {
        call("formats", new Formats(length), Nothing.class);
    }

    private record Formats(int string) {}

    /** What GDB prints unasked; the console door finds its answers there. From GDB's reader thread. */
    public void onRecord(MiRecord record) {
        door.onRecord(record);
    }

    /** All threads, with the name that Python's {@code threading} gives them where it does, and how they stand to the GIL. */
    public ThreadsAnswer threads() {
        return call("threads", new Nothing(), ThreadsAnswer.class);
    }

    /** {@code reason} tells why no thread is known to be Python's, or is null. */
    public record ThreadsAnswer(List<ThreadInfo> threads, String reason) {}

    /** One thread: GDB's global number, the kernel's, a name or null; the last two are there for threads of Python alone. */
    public record ThreadInfo(int id, int lwp, String name, String gil, Integer interpreter) {}

    /** The exceptions of a thread that there are: pending, then handled. */
    public List<HelperVariable> exceptions(int thread) {
        Exceptions found = call("exceptions", new ThreadRef(thread), Exceptions.class);
        return Stream.of(found.pending(), found.handled())
                .filter(Objects::nonNull)
                .toList();
    }

    private record ThreadRef(int thread) {}

    private record Exceptions(HelperVariable pending, HelperVariable handled) {}

    /**
     * {@code count} frames of the merged stack from {@code start}, newest first; with what they were called with, or without; with
     * CPython's evaluator where that is the newest, or without.
     */
    public StackPage stack(int thread, int start, int count, boolean parameters, boolean evaluator) {
        return call("stack", new StackRange(thread, start, count, parameters, evaluator), StackPage.class);
    }

    /**
     * Part of a merged stack.
     *
     * @param reason why Python frames are missing from it, or null
     * @param exceptions whether the thread has an exception, pending or handled
     */
    public record StackPage(List<HelperFrame> frames, boolean more, String reason, boolean exceptions) {}

    private record StackRange(int thread, int start, int count, boolean parameters, boolean evaluator) {}

    /** The local variables of a Python frame, those of enclosing functions included. */
    public List<HelperVariable> locals(int thread, String frame, Page page) {
        return page.of(variables("locals", new LocalsOfFrame(thread, frame, page.group())));
    }

    /** The global variables of a Python frame's module. */
    public List<HelperVariable> globals(String frame, Page page) {
        return variables("globals", new GlobalsRange(frame, page.start(), page.limit(), page.group()));
    }

    private record LocalsOfFrame(int thread, String frame, String group) {}

    private record GlobalsRange(String frame, int start, int count, String group) {}

    /** A Python frame as CPython's C code sees it. */
    public List<HelperVariable> frameCView(int thread, String frame) {
        return variables("frame-c-view", new PythonFrameRef(thread, frame));
    }

    private record PythonFrameRef(int thread, String frame) {}

    /** Items and attributes of the Python object at an address. */
    public List<HelperVariable> children(String object, Page page) {
        return variables("children", new ObjectRange(object, page.filter(), page.start(), page.limit(), page.group()));
    }

    private record ObjectRange(String object, String filter, int start, int count, String group) {}

    /** Items or smaller parts of the part of a sequence or text from {@code first} to before {@code last}. */
    public List<HelperVariable> sliceChildren(String object, int first, int last, Page page) {
        return variables(
                "slice-children", new SliceRange(object, first, last, page.filter(), page.start(), page.limit()));
    }

    private record SliceRange(String object, int first, int last, String filter, int start, int count) {}

    /** The C struct of the Python object at an address. */
    public List<HelperVariable> objectCView(String object) {
        return variables("object-c-view", new ObjectRef(object));
    }

    private record ObjectRef(String object) {}

    /** What refers to a Python object: at most {@code limit} variables, found within that many seconds. */
    public Referrers referrers(String object, int limit, double seconds) {
        return call("referrers", new ReferrerSearch(object, limit, seconds), Referrers.class);
    }

    private record ReferrerSearch(String object, int limit, double seconds) {}

    /** {@code searched}: how many objects were looked at; {@code complete}: whether those are all. */
    public record Referrers(List<HelperVariable> variables, int searched, boolean complete) {}

    /** What a Python object costs and who keeps it: reference count, garbage collection, size. */
    public List<HelperVariable> memoryFacts(String object) {
        return variables("memory-facts", new ObjectRef(object));
    }

    /** Where a Python object is defined or stands. */
    public SourceLocation location(String object) {
        return call("location", new ObjectRef(object), SourceLocation.class);
    }

    /** Where the C function at an address is defined. */
    public SourceLocation codeLocation(String address) {
        return call("code-location", new CodeRef(address), SourceLocation.class);
    }

    private record CodeRef(String address) {}

    /**
     * A line of a file; {@code names} is a keyword and a name, such as {@code class Point}, to look for around the line where CPython does not
     * tell more exactly, or null.
     */
    public record SourceLocation(String file, int line, String names) {}

    /** A read-only path such as {@code self.items[3]["k"]} in a Python frame. */
    public HelperVariable evaluate(int thread, String frame, String expression) {
        return call("evaluate", new PythonExpression(thread, frame, expression), HelperVariable.class);
    }

    private record PythonExpression(int thread, String frame, String expression) {}

    /** What a command such as {@code py-print self} says in a frame. */
    public String console(Frame frame, String command) {
        String address = frame instanceof Frame.Python python ? python.address() : null;
        return call("console", new ConsoleCommand(frame.thread(), frame.level(), address, command), Text.class)
                .text();
    }

    private record ConsoleCommand(int thread, int level, String frame, String command) {}

    private record Text(String text) {}

    /** Whether commands of GDB that the user has typed come: they show a {@code PyObject *} as its Python value, and some are refused. */
    public void typedCommands(boolean enabled) {
        call("typed-commands", new Enabled(enabled), Nothing.class);
    }

    private record Enabled(boolean enabled) {}

    /**
     * Why an expression failed, and what to do where it was meant for GDB or for the other language; {@code reason}: without that. {@code typed}:
     * in the debug console.
     */
    public String hint(Frame frame, String expression, String reason, boolean typed) {
        boolean python = frame instanceof Frame.Python;
        return call("hint", new Failed(frame.thread(), frame.level(), expression, reason, python, typed), Text.class)
                .text();
    }

    private record Failed(int thread, int level, String expression, String message, boolean python, boolean typed) {}

    /** What a path leads to as text in full, a str without its quotes. */
    public WholeText wholeText(int thread, String frame, String expression) {
        return call("whole-text", new PythonExpression(thread, frame, expression), WholeText.class);
    }

    /** The value of a C or C++ expression as text in full. */
    public WholeText nativeWholeText(int thread, int level, String expression) {
        return call("native-whole-text", new WholeExpression(thread, level, expression), WholeText.class);
    }

    private record WholeExpression(int thread, int level, String expression) {}

    /**
     * A text that waits to be read in pages: {@code length} characters of {@code total}, valid until the next resume; {@code text} is the first
     * page.
     */
    public record WholeText(int handle, int length, long total, String text) {}

    /** Some characters, counted as code points, of a text that waits; fewer than asked for where they are many. */
    public String keptText(int handle, int start, int count) {
        return call("kept-text", new HandleRange(handle, null, start, count), TextPage.class)
                .text();
    }

    private record TextPage(String text) {}

    /** Arguments and local variables of a native frame. */
    public List<HelperVariable> nativeLocals(int thread, int level) {
        return variables("native-locals", new NativeFrameRef(thread, level));
    }

    /** The registers of a native frame. */
    public List<HelperVariable> registers(int thread, int level) {
        return variables("registers", new NativeFrameRef(thread, level));
    }

    private record NativeFrameRef(int thread, int level) {}

    /** Members or elements of a native value. */
    public List<HelperVariable> valueChildren(int handle, Page page) {
        return variables("value-children", new HandleRange(handle, page.filter(), page.start(), page.limit()));
    }

    private record HandleRange(int handle, String filter, int start, int count) {}

    /** A C or C++ expression in a native frame; only the context {@code repl} may call functions or write memory. */
    public HelperVariable nativeEvaluate(int thread, int level, String expression, String context) {
        return call("native-evaluate", new NativeExpression(thread, level, expression, context), HelperVariable.class);
    }

    private record NativeExpression(int thread, int level, String expression, String context) {}

    /** Replaces the breakpoints of a source file; the answers stand in the order of the wishes. */
    public List<BreakpointAnswer> setBreakpoints(String path, List<BreakpointWish> breakpoints) {
        return call("set-breakpoints", new BreakpointsOfFile(path, breakpoints), BreakpointAnswers.class)
                .breakpoints();
    }

    /** A line where the user wants to stop; conditions may be null. */
    public record BreakpointWish(int line, String condition, String hitCondition) {}

    /**
     * What became of a wish: {@code number} is GDB's, null when refused; {@code message} says why it is not verified; one that stays may have
     * been disabled.
     */
    public record BreakpointAnswer(String number, boolean verified, boolean enabled, Integer line, String message) {}

    private record BreakpointsOfFile(String path, List<BreakpointWish> breakpoints) {}

    private record BreakpointAnswers(List<BreakpointAnswer> breakpoints) {}

    /** Gives the debuggee a terminal of its own whose other end is pumped to and from a Unix socket. */
    public void terminal(String socket) {
        call("terminal", new SocketRef(socket), Nothing.class);
    }

    private record SocketRef(String socket) {}

    /** Waits, a few seconds at most, until what the ended program wrote is in the terminal's socket; GDB does nothing else meanwhile. */
    public CompletableFuture<Drained> terminalDrain() {
        return gdb.send(door.command("terminal-drain", Reply.write(new Nothing(), false)))
                .thenApply(result -> Reply.read("terminal-drain", door.answer(result.results()), Drained.class));
    }

    /** {@code bytes}: how many the socket was given in all; {@code drained}: whether that is everything. */
    public record Drained(boolean drained, long bytes) {}

    /** Keeps the terminal open for a program that runs on without GDB; without it the program would be hung up. */
    public void terminalKeep() {
        call("terminal-keep", new Nothing(), Nothing.class);
    }

    /** Sends SIGSTOP to the program; false when it stands already and nothing is sent. */
    public boolean interrupt() {
        return call("interrupt", new Nothing(), Interrupted.class).sent();
    }

    private record Interrupted(boolean sent) {}

    /** Stops once before the program's first code: that of the Python file {@code file}, or of a native program when it is null. */
    public String entryBreakpoint(String file) {
        return call("entry-breakpoint", new FileRef(file), BreakpointRef.class).number();
    }

    /** Gives GDB the program's file, without the debug information of a CPython that is installed for use, which would cost seconds. */
    public void programFile(Path file) {
        call("program-file", new FileRef(file.toString()), Nothing.class);
    }

    private record FileRef(String file) {}

    private record BreakpointRef(String number) {}

    private record Nothing() {}

    private record Variables(List<HelperVariable> variables) {}

    private List<HelperVariable> variables(String operation, Object arguments) {
        return call(operation, arguments, Variables.class).variables();
    }

    private <T> T call(String operation, Object arguments, Class<T> type) {
        MiCommand command = door.command(operation, Reply.write(arguments, hex));
        return Reply.read(operation, door.answer(gdb.ask(command)), type);
    }
}
