package dev.twinstack.adapter.core;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code coredumpctl dump} says on its standard error (systemd 247 to 257, dump_core in src/coredump/coredumpctl.c): the entry of the
 * journal that it takes, an indented line for each field, and then its complaints.
 *
 * @param process number and name of the process that ended, empty without an entry
 * @param time when that was
 */
record CoredumpctlReport(String process, String time, List<String> complaints) {
    private static final String SEVERAL = "More than one entry matches, ignoring rest.";

    static CoredumpctlReport of(String said) {
        List<String> complaints = said.lines()
                .filter(line -> !line.isBlank() && !line.startsWith(" "))
                .toList();
        return new CoredumpctlReport(field("PID", said), field("Timestamp", said), complaints);
    }

    private static String field(String name, String said) {
        Matcher line = Pattern.compile("(?m)^ *" + name + ": (.*)$").matcher(said);
        return line.find() ? line.group(1).strip() : "";
    }

    /** A sentence that says which core file it is: the newest of several; empty without an entry. */
    Optional<String> found() {
        String several =
                complaints.contains(SEVERAL) ? ", the newest of several; 'coredumpctl list' shows the others" : "";
        return process.isEmpty() ? Optional.empty() : Optional.of("The core file is of " + subject() + several + ".");
    }

    /** What is the matter, and what to do. */
    String why() {
        if (isOfFile("No such file or directory")) {
            return "that of " + subject()
                    + ", is no longer there, as systemd keeps core files for some days only; let the program crash again";
        }
        if (isOfFile("Permission denied")) {
            return "that of process " + process + " is another user's; run 'sudo coredumpctl dump "
                    + process.replaceAll(" .*", "") + " --output=FILE', make FILE readable, and name that";
        }
        String said = String.join(" ", complaints);
        return (said + " 'coredumpctl list' shows the core files that systemd has").strip();
    }

    /** Whether it is the core file that failed for this reason; in a container systemd's bus fails in the same words. */
    private boolean isOfFile(String reason) {
        return !process.isEmpty()
                && complaints.stream().anyMatch(line -> line.contains("/") && line.endsWith(": " + reason));
    }

    private String subject() {
        return "process " + process + ", which ended on " + time;
    }
}
