package dev.twinstack.adapter.modules;

import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.adapter.python.Question;
import dev.twinstack.mi.MiCommand;
import java.util.List;

/** What GDB and the helpers know of source files. */
record SourceOperations(Gdb gdb, Helpers helpers) {
    /** The absolute paths of those in the debug information, as they were when it was made. A header is in it once for each file that includes it. */
    List<String> nativeFiles() {
        return gdb.ask(MiCommand.of("-file-list-exec-source-files")).list("files").tuples().stream()
                .filter(file -> file.has("fullname"))
                .map(file -> file.text("fullname"))
                .distinct()
                .toList();
    }

    /** The files of the Python modules, unless there are exactly as many modules as are {@code known}. */
    ModuleFiles pythonFiles(int known) {
        return helpers.answer(new Question<>("module-files", new Known(known), ModuleFiles.class));
    }

    private record Known(int known) {}

    /**
     * The files of the Python modules.
     *
     * @param modules how many there are
     * @param files those that have one; null when there are no other modules than before
     */
    record ModuleFiles(int modules, List<String> files) {}
}
