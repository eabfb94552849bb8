package dev.twinstack.adapter.report.cli;

import dev.twinstack.adapter.cli.Arguments;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.report.Secrets;
import dev.twinstack.adapter.report.format.Format;
import dev.twinstack.adapter.report.format.Formats;
import dev.twinstack.adapter.report.format.JUnitFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What every subcommand that makes reports takes.
 *
 * @param output the directory for files, or null to print
 * @param formats of each report, at least one
 * @param junit the test runner's JUnit file in which a report becomes the error of its test, or null
 * @param locals whether variables are told
 * @param secrets what is masked
 */
record ReportOptions(Path output, List<Format> formats, JUnitFile junit, boolean locals, Secrets secrets) {
    private static final Set<String> FLAGS = Set.of("--no-locals");
    private static final Set<String> VALUED = Set.of("--output", "--format", "--junit", "--mask");

    /** Parses these options and a subcommand's own. Throws {@link UserError} for any other. */
    static Arguments parse(List<String> given, Set<String> flags, Set<String> valued) {
        return Arguments.parse(given, union(FLAGS, flags), union(VALUED, valued));
    }

    private static Set<String> union(Set<String> ours, Set<String> theirs) {
        Set<String> all = new HashSet<>(ours);
        all.addAll(theirs);
        return all;
    }

    /** {@code usual}: the formats when none is asked for. Throws {@link UserError} for an unknown format, or a malformed pattern. */
    static ReportOptions of(Arguments arguments, String... usual) {
        List<String> asked = arguments.values("--format").stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .distinct()
                .toList();
        return new ReportOptions(
                arguments.value("--output").map(Path::of).orElse(null),
                (asked.isEmpty() ? List.of(usual) : asked)
                        .stream().map(Formats::named).toList(),
                arguments.value("--junit").map(Path::of).map(JUnitFile::new).orElse(null),
                !arguments.has("--no-locals"),
                Secrets.of(arguments.values("--mask").stream()
                        .map(ReportOptions::pattern)
                        .toList()));
    }

    private static Pattern pattern(String text) {
        try {
            return Pattern.compile(text, Pattern.CASE_INSENSITIVE);
        } catch (PatternSyntaxException malformed) {
            throw new UserError(
                    "'--mask " + text + "' is no regular expression: " + malformed.getDescription() + "; correct it.",
                    malformed);
        }
    }
}
