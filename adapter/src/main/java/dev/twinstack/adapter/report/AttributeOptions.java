package dev.twinstack.adapter.report;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The options of the command line that are attributes of launch.json: what a session's sentences ask for in the words of the one, whoever typed wants in the other's. */
public final class AttributeOptions {
    /** The attributes by their options. */
    public static final Map<String, String> ATTRIBUTES = Map.of(
            "--program", "program", "--sysroot", "sysroot", "--solib-search-path", "solibSearchPath", "--gdb", "gdb");

    /** Behind a word that asks for an attribute; elsewhere the same may be the name of a file. */
    private static final Pattern ASKED_FOR =
            Pattern.compile("(?<=\\b(?:[Ss]et|or|leave|correct|the) )['\"](\\w+)['\"]");

    private AttributeOptions() {}

    /** A sentence that asks for options. */
    static String named(String sentence) {
        return ASKED_FOR
                .matcher(sentence)
                .replaceAll(asked -> Matcher.quoteReplacement(option(asked.group(1), asked.group())));
    }

    private static String option(String attribute, String otherwise) {
        return ATTRIBUTES.entrySet().stream()
                .filter(each -> each.getValue().equals(attribute))
                .map(each -> "'" + each.getKey() + "'")
                .findFirst()
                .orElse(otherwise);
    }
}
