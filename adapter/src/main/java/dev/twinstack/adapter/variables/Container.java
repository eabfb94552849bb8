package dev.twinstack.adapter.variables;

import dev.twinstack.adapter.python.HelperVariable;
import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.adapter.python.Page;
import dev.twinstack.adapter.stack.Frame;
import java.util.List;

/** Something that opens into variables: a scope of a frame or a value with children. Valid until the next resume. */
sealed interface Container {
    /** The variables of one page, as the helpers tell them. */
    List<HelperVariable> read(Helpers helpers, Page page);

    /** How many children of a sort there are ({@link Page#filter}), where that is known beforehand; else 0. */
    default int size(String filter) {
        return 0;
    }

    /** The expression of a child: a scope's children are expressions themselves, a value's children are reached from its own. */
    default String childExpression(HelperVariable child) {
        return child.access();
    }

    /**
     * The expression from which the children of a child are reached: in a native frame a Python object's items are no C expressions, so that
     * none leads to them.
     */
    default String expressionWithin(HelperVariable child) {
        return childExpression(child);
    }

    /** Local variables of a Python frame. */
    record PythonLocals(Frame.Python frame) implements Container {
        @Override
        public List<HelperVariable> read(Helpers helpers, Page page) {
            return helpers.locals(frame.thread(), frame.address(), page);
        }
    }

    /** Global variables of a Python frame's module. */
    record PythonGlobals(Frame.Python frame) implements Container {
        @Override
        public List<HelperVariable> read(Helpers helpers, Page page) {
            return helpers.globals(frame.address(), page);
        }
    }

    /** Those children of {@code whole} that are in one of its groups, reached as if they were in none. */
    record Group(Container whole, String name, int named) implements Container {
        @Override
        public List<HelperVariable> read(Helpers helpers, Page page) {
            return whole.read(helpers, page.in(name));
        }

        @Override
        public int size(String filter) {
            return sizeOf(filter, named, 0);
        }

        @Override
        public String childExpression(HelperVariable child) {
            return whole.childExpression(child);
        }

        @Override
        public String expressionWithin(HelperVariable child) {
            return whole.expressionWithin(child);
        }
    }

    /** A Python frame as CPython's C code sees it. */
    record FrameCView(Frame.Python frame) implements Container {
        @Override
        public List<HelperVariable> read(Helpers helpers, Page page) {
            return page.of(helpers.frameCView(frame.thread(), frame.address()));
        }

        @Override
        public String childExpression(HelperVariable child) {
            return null;
        }
    }

    /** The exceptions of a thread: one that is pending, one that is being handled. */
    record Exceptions(int thread) implements Container {
        @Override
        public List<HelperVariable> read(Helpers helpers, Page page) {
            return page.of(helpers.exceptions(thread));
        }
    }

    /** Arguments and local variables of a native frame. */
    record NativeLocals(Frame.Native frame) implements Container {
        @Override
        public List<HelperVariable> read(Helpers helpers, Page page) {
            return page.of(helpers.nativeLocals(frame.thread(), frame.level()));
        }

        @Override
        public String expressionWithin(HelperVariable child) {
            return child.object() != null ? null : childExpression(child);
        }
    }

    /** Registers of a native frame. */
    record Registers(Frame.Native frame) implements Container {
        @Override
        public List<HelperVariable> read(Helpers helpers, Page page) {
            return page.of(helpers.registers(frame.thread(), frame.level()));
        }
    }

    /** A Python object's items and attributes. */
    record PythonObject(String address, String expression, int named, int indexed) implements Container {
        @Override
        public List<HelperVariable> read(Helpers helpers, Page page) {
            return helpers.children(address, page);
        }

        @Override
        public int size(String filter) {
            return sizeOf(filter, named, indexed);
        }

        @Override
        public String childExpression(HelperVariable child) {
            return reached(expression, child);
        }

        @Override
        public String expressionWithin(HelperVariable child) {
            return child.first() != null ? expression : childExpression(child);
        }
    }

    /** Part of a Python sequence or text; what it opens into is reached from {@code expression}, the whole. */
    record PythonSlice(String address, int first, int last, String expression, int indexed) implements Container {
        @Override
        public List<HelperVariable> read(Helpers helpers, Page page) {
            return helpers.sliceChildren(address, first, last, page);
        }

        @Override
        public int size(String filter) {
            return sizeOf(filter, 0, indexed);
        }

        @Override
        public String childExpression(HelperVariable child) {
            return reached(expression, child);
        }

        @Override
        public String expressionWithin(HelperVariable child) {
            return child.first() != null ? expression : childExpression(child);
        }
    }

    /** A Python object as its C struct. */
    record ObjectCView(String address) implements Container {
        @Override
        public List<HelperVariable> read(Helpers helpers, Page page) {
            return page.of(helpers.objectCView(address));
        }

        @Override
        public String childExpression(HelperVariable child) {
            return null;
        }
    }

    /** What refers to an object, as it was found; no expression leads there. */
    record FoundReferrers(List<HelperVariable> found) implements Container {
        @Override
        public List<HelperVariable> read(Helpers helpers, Page page) {
            return page.of(found);
        }

        @Override
        public String childExpression(HelperVariable child) {
            return null;
        }
    }

    /** What a Python object costs and who keeps it. */
    record MemoryFacts(String address) implements Container {
        @Override
        public List<HelperVariable> read(Helpers helpers, Page page) {
            return page.of(helpers.memoryFacts(address));
        }
    }

    /** A native value's members or elements. */
    record NativeValue(int handle, String expression, int named, int indexed) implements Container {
        @Override
        public List<HelperVariable> read(Helpers helpers, Page page) {
            return helpers.valueChildren(handle, page);
        }

        @Override
        public int size(String filter) {
            return sizeOf(filter, named, indexed);
        }

        @Override
        public String childExpression(HelperVariable child) {
            return reached(expression, child);
        }

        @Override
        public String expressionWithin(HelperVariable child) {
            return child.object() != null ? null : childExpression(child);
        }
    }

    private static int sizeOf(String filter, int named, int indexed) {
        return filter == null ? named + indexed : filter.equals("named") ? named : indexed;
    }

    private static String reached(String parent, HelperVariable child) {
        return parent == null || child.access() == null ? null : parent + child.access();
    }
}
