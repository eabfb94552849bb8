package dev.twinstack.adapter.variables;

import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.adapter.python.Question;
import dev.twinstack.adapter.stack.Frame;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The helpers' operations that read the variables of scopes and the children of values. */
record VariableOperations(Helpers helpers) {
    /** The local variables of a Python frame, those of enclosing functions included. */
    List<HelperVariable> locals(Frame.Python frame, Page page) {
        return page.of(helpers.answer(question(frame, page.group())).variables());
    }

    /** Has GDB begin on what {@link #locals} will ask for next. */
    void expectLocals(Frame.Python frame) {
        helpers.expect(question(frame, null));
    }

    private static Question<Variables> question(Frame.Python frame, String group) {
        return new Question<>("locals", new LocalsOfFrame(frame.thread(), frame.address(), group), Variables.class);
    }

    private record LocalsOfFrame(int thread, String frame, String group) {}

    /** Has GDB begin on what {@link #locals} and {@link #nativeLocals} will ask for next of several frames. */
    void expectLocals(List<Frame> frames) {
        helpers.expect(frames.stream()
                .map(frame ->
                        frame instanceof Frame.Python python ? question(python, null) : question((Frame.Native) frame))
                .toList());
    }

    /** The global variables of a Python frame's module. */
    List<HelperVariable> globals(Frame.Python frame, Page page) {
        return variables("globals", new GlobalsRange(frame.address(), page.start(), page.limit(), page.group()));
    }

    private record GlobalsRange(String frame, int start, int count, String group) {}

    /** A Python frame as CPython's C code sees it. */
    List<HelperVariable> frameCView(Frame.Python frame) {
        return variables("frame-c-view", new PythonFrameRef(frame.thread(), frame.address()));
    }

    private record PythonFrameRef(int thread, String frame) {}

    /** The exceptions of a thread, as far as there are any: the pending one, then the one that is being handled. */
    List<HelperVariable> exceptions(int thread) {
        Exceptions found = helpers.call("exceptions", new ThreadRef(thread), Exceptions.class);
        return Stream.of(found.pending(), found.handled())
                .filter(Objects::nonNull)
                .toList();
    }

    private record ThreadRef(int thread) {}

    private record Exceptions(HelperVariable pending, HelperVariable handled) {}

    /** Arguments and local variables of a native frame. */
    List<HelperVariable> nativeLocals(Frame.Native frame) {
        return helpers.answer(question(frame)).variables();
    }

    /** Has GDB begin on what {@link #nativeLocals} will ask for next. */
    void expectNativeLocals(Frame.Native frame) {
        helpers.expect(question(frame));
    }

    private static Question<Variables> question(Frame.Native frame) {
        return new Question<>("native-locals", new NativeFrameRef(frame.thread(), frame.level()), Variables.class);
    }

    private record NativeFrameRef(int thread, int level) {}

    /** The variables outside of functions in a native frame's source file. */
    List<HelperVariable> nativeGlobals(Frame.Native frame, Page page) {
        return variables("native-globals", new NativeRange(frame.thread(), frame.level(), page.start(), page.limit()));
    }

    private record NativeRange(int thread, int level, int start, int count) {}

    /** The registers of a native frame: those of general purpose and a row for each other group, or those of a group. */
    List<HelperVariable> registers(Frame.Native frame, String group) {
        return variables("registers", new RegisterGroup(frame.thread(), frame.level(), group));
    }

    private record RegisterGroup(int thread, int level, String group) {}

    /** The return value that GDB's {@code variable} holds; {@code reached}: whether an expression of that name leads to it. */
    List<HelperVariable> returnValue(String variable, boolean reached) {
        return helpers.answer(question(variable, reached)).variables();
    }

    /** Has GDB begin on what {@link #returnValue} will ask for next. */
    void expectReturnValue(String variable, boolean reached) {
        helpers.expect(question(variable, reached));
    }

    private static Question<Variables> question(String variable, boolean reached) {
        return new Question<>("return-value", new Returned(variable, reached), Variables.class);
    }

    private record Returned(String variable, boolean reached) {}

    /** Items and attributes of the Python object at an address. */
    List<HelperVariable> children(String object, Page page) {
        return variables("children", new ObjectRange(object, page.filter(), page.start(), page.limit(), page.group()));
    }

    private record ObjectRange(String object, String filter, int start, int count, String group) {}

    /** Items or smaller parts of the part of a sequence or text from {@code first} to before {@code last}. */
    List<HelperVariable> sliceChildren(String object, int first, int last, Page page) {
        return variables(
                "slice-children", new SliceRange(object, first, last, page.filter(), page.start(), page.limit()));
    }

    private record SliceRange(String object, int first, int last, String filter, int start, int count) {}

    /** The C struct of the Python object at an address. */
    List<HelperVariable> objectCView(String object) {
        return variables("object-c-view", new ObjectRef(object));
    }

    /** What a Python object costs and who keeps it: reference count, garbage collection, size. */
    List<HelperVariable> memoryFacts(String object) {
        return variables("memory-facts", new ObjectRef(object));
    }

    private record ObjectRef(String object) {}

    /** Members or elements of a native value. Of many, GDB begins on the next page while this one is handled. */
    List<HelperVariable> valueChildren(int handle, Page page) {
        Page next = page.after(page.limit());
        if (next != null) {
            helpers.expect(question(handle, page));
            helpers.expect(question(handle, next));
        }
        try {
            return helpers.answer(question(handle, page)).variables();
        } catch (RuntimeException failed) {
            helpers.expectNothing();
            throw failed;
        }
    }

    private static Question<Variables> question(int handle, Page page) {
        HandleRange range = new HandleRange(handle, page.filter(), page.start(), page.limit());
        return new Question<>("value-children", range, Variables.class);
    }

    private record HandleRange(int handle, String filter, int start, int count) {}

    private List<HelperVariable> variables(String operation, Record arguments) {
        return helpers.call(operation, arguments, Variables.class).variables();
    }

    private record Variables(List<HelperVariable> variables) {}
}
