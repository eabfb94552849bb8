package dev.twinstack.adapter.variables;

import dev.twinstack.adapter.stack.Frame;
import java.util.ArrayList;
import java.util.List;

/** Something that opens into variables: a scope of a frame or a value with children. Valid until the next resume. */
sealed interface Container {
    /** The variables of one page, as the helpers tell them. */
    List<HelperVariable> read(VariableOperations operations, Page page);

    /** Has GDB begin on all of its variables, which the client will open next. */
    default void expect(VariableOperations operations) {}

    /** How many children there are. */
    default Size size() {
        return Size.UNKNOWN;
    }

    /** How its children are reached by expressions. */
    Reach reach();

    /** The container by which its variables are set and watched: the whole of which it shows a part, or to which it adds something; usually itself. */
    default Container undivided() {
        return this;
    }

    /** Variables that expressions in a frame reach by their names. */
    sealed interface OfFrame extends Container {
        Frame frame();

        @Override
        default Reach reach() {
            return Reach.scope(frame());
        }
    }

    /** Some children of another container, which are reached, set and watched as those of the whole. */
    sealed interface PartOf extends Container {
        Container whole();

        @Override
        default Reach reach() {
            return whole().reach();
        }

        @Override
        default Container undivided() {
            return whole().undivided();
        }
    }

    /** Local variables of a Python frame. */
    record PythonLocals(Frame.Python frame) implements OfFrame {
        @Override
        public List<HelperVariable> read(VariableOperations operations, Page page) {
            return operations.locals(frame, page);
        }

        @Override
        public void expect(VariableOperations operations) {
            operations.expectLocals(frame);
        }
    }

    /** Global variables of a Python frame's module. */
    record PythonGlobals(Frame.Python frame) implements OfFrame {
        @Override
        public List<HelperVariable> read(VariableOperations operations, Page page) {
            return operations.globals(frame, page);
        }
    }

    /** The children of {@code whole} in one of its groups; a group changes nothing about how they are reached. */
    record Group(Container whole, String name, Size size) implements PartOf {
        @Override
        public List<HelperVariable> read(VariableOperations operations, Page page) {
            return whole.read(operations, page.in(name));
        }
    }

    /** The children of {@code whole} that were left out when a client asked for all of them: from {@code first} on of those that {@code filter} means. */
    record Rest(Container whole, String filter, int first) implements PartOf {
        @Override
        public List<HelperVariable> read(VariableOperations operations, Page page) {
            return whole.read(operations, page.behind(filter, first));
        }

        @Override
        public Size size() {
            return whole.size().behind(filter, first);
        }
    }

    /** A Python frame as CPython's C code sees it. */
    record FrameCView(Frame.Python frame) implements Container {
        @Override
        public List<HelperVariable> read(VariableOperations operations, Page page) {
            return page.of(operations.frameCView(frame));
        }

        @Override
        public Reach reach() {
            return Reach.nowhere(frame.thread());
        }
    }

    /** The exceptions of a thread: the one that is pending, and the one that is being handled. */
    record Exceptions(int thread) implements Container {
        @Override
        public List<HelperVariable> read(VariableOperations operations, Page page) {
            return page.of(operations.exceptions(thread));
        }

        @Override
        public Reach reach() {
            return Reach.anyPythonScope(thread);
        }
    }

    /** Arguments and local variables of a native frame. */
    record NativeLocals(Frame.Native frame) implements OfFrame {
        @Override
        public List<HelperVariable> read(VariableOperations operations, Page page) {
            return page.of(operations.nativeLocals(frame));
        }

        @Override
        public void expect(VariableOperations operations) {
            operations.expectNativeLocals(frame);
        }
    }

    /** Static and global variables of a native frame's source file. */
    record NativeGlobals(Frame.Native frame) implements OfFrame {
        @Override
        public List<HelperVariable> read(VariableOperations operations, Page page) {
            return operations.nativeGlobals(frame, page);
        }
    }

    /** The locals of the frame to which a function has returned, with the returned value before them, which is in GDB's {@code variable}. */
    record Returned(String variable, Container locals) implements Container {
        @Override
        public List<HelperVariable> read(VariableOperations operations, Page page) {
            if (page.group() != null || "indexed".equals(page.filter())) {
                return locals.read(operations, page);
            }
            List<HelperVariable> all = new ArrayList<>();
            if (page.start() == 0) {
                all.addAll(operations.returnValue(variable, isReached()));
            }
            if (page.count() != 1) {
                all.addAll(locals.read(operations, page.behindTheFirst()));
            }
            return all;
        }

        @Override
        public void expect(VariableOperations operations) {
            operations.expectReturnValue(variable, isReached());
            locals.expect(operations);
        }

        /** No expression of Python leads to a variable of GDB. */
        private boolean isReached() {
            return locals.reach().isC();
        }

        @Override
        public Reach reach() {
            return locals.reach();
        }

        @Override
        public Container undivided() {
            return locals.undivided();
        }
    }

    /** Registers of a native frame. */
    record Registers(Frame.Native frame) implements OfFrame {
        @Override
        public List<HelperVariable> read(VariableOperations operations, Page page) {
            return page.of(operations.registers(frame, page.group()));
        }
    }

    /** A container whose children belong to the Python object at an address. */
    sealed interface OfObject extends Container {
        String address();
    }

    /** A Python object's items and attributes. */
    record PythonObject(String address, Reach reach, Size size) implements OfObject {
        @Override
        public List<HelperVariable> read(VariableOperations operations, Page page) {
            return operations.children(address, page);
        }
    }

    /** Part of a Python sequence or text, whose children are reached from the whole. */
    record PythonSlice(String address, int first, int last, Reach reach, Size size) implements OfObject {
        @Override
        public List<HelperVariable> read(VariableOperations operations, Page page) {
            return operations.sliceChildren(address, first, last, page);
        }
    }

    /** A Python object as its C struct. */
    record ObjectCView(String address, Reach reach) implements Container {
        @Override
        public List<HelperVariable> read(VariableOperations operations, Page page) {
            return page.of(operations.objectCView(address));
        }
    }

    /** What a Python object costs and who keeps it. */
    record MemoryFacts(String address, Reach reach) implements Container {
        @Override
        public List<HelperVariable> read(VariableOperations operations, Page page) {
            return page.of(operations.memoryFacts(address));
        }
    }

    /** The one variable that replaces a lazy one once the client asks for it: repr() of an object, for which code runs in the program. */
    record Repr(HelperVariable row, int thread, Reprs reprs) implements Container {
        @Override
        public List<HelperVariable> read(VariableOperations operations, Page page) {
            reprs.make(thread, row.repr());
            return List.of(row);
        }

        @Override
        public Reach reach() {
            return Reach.nowhere(thread);
        }
    }

    /** The lines of a text. */
    record Lines(List<String> lines, int thread) implements Container {
        @Override
        public List<HelperVariable> read(VariableOperations operations, Page page) {
            List<HelperVariable> all = new ArrayList<>();
            for (String line : lines) {
                all.add(HelperVariable.line(Integer.toString(all.size() + 1), line));
            }
            return page.of(all);
        }

        @Override
        public Size size() {
            return new Size(lines.size(), 0);
        }

        @Override
        public Reach reach() {
            return Reach.nowhere(thread);
        }
    }

    /** A native value's members or elements. */
    record NativeValue(int handle, Reach reach, Size size) implements Container {
        @Override
        public List<HelperVariable> read(VariableOperations operations, Page page) {
            return operations.valueChildren(handle, page);
        }
    }
}
