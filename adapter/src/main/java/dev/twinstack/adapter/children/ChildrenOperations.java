package dev.twinstack.adapter.children;

import dev.twinstack.adapter.python.Helpers;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The helpers' operation on the program's children. */
record ChildrenOperations(Helpers helpers) {
    /** From now on holds the children whose command line has a match of one of the regular expressions, or all if there is none; the event {@code child} tells of each ({@link Child}). */
    void follow(List<String> filters) {
        helpers.call("follow-children", new Filters(filters));
    }

    private record Filters(List<String> filters) {}

    /** A child waits no more: the helpers' keeper does not look after it when GDB has ended. */
    void forget(long pid) {
        helpers.send("forget-child", new ChildRef(pid));
    }

    private record ChildRef(long pid) {}

    /** A child that is held, by the event {@code child}: the number of the process, where that is its number, and its arguments. */
    record Child(long pid, String place, List<String> command) {
        private static final int LONGEST = 60;

        /** The code that Python's multiprocessing starts its processes with. */
        private static final Pattern PART_OF_MULTIPROCESSING =
                Pattern.compile(" -c from (multiprocessing\\.\\w+) import .*");

        /**
         * What the user calls it: its command line, with the names of files without their folders, and with the module (as {@code multiprocessing.spawn})
         * in the place of the code that multiprocessing starts a process with.
         */
        String name() {
            String words = command.stream()
                    .map(word -> word.replaceFirst("^(/|\\.{1,2}/)(.*/)?(?=[^\\s/]+$)", ""))
                    .collect(Collectors.joining(" "))
                    .replaceAll("\\s+", " ");
            String line = PART_OF_MULTIPROCESSING.matcher(words).replaceFirst(" $1");
            return (line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line) + " (" + pid + ")";
        }
    }
}
