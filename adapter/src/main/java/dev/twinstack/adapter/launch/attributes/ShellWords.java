package dev.twinstack.adapter.launch.attributes;

import dev.twinstack.adapter.dap.UserError;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a text into words by the quotes and backslashes of a shell (POSIX Shell Command Language, 2.2); nothing is expanded. */
final class ShellWords {
    private static final Pattern PART =
            Pattern.compile("'([^']*)'|\"((?:[^\"\\\\]|\\\\.)*)\"|\\\\(.)|([^\\s'\"\\\\]+)");
    private static final Pattern WORD = Pattern.compile("(?:" + PART.pattern() + ")+");

    private ShellWords() {}

    /** Throws {@link UserError} when a quote is left open; {@code name} is the attribute. */
    static List<String> of(String name, String text) {
        if (!WORD.matcher(text).replaceAll("").isBlank()) {
            throw new UserError("The attribute '" + name + "' has a quote that is not closed: " + text);
        }
        return WORD.matcher(text).results().map(word -> unquoted(word.group())).toList();
    }

    private static String unquoted(String word) {
        return PART.matcher(word).replaceAll(ShellWords::replacement);
    }

    private static String replacement(MatchResult part) {
        for (int group = 1; group <= part.groupCount(); group++) {
            if (part.group(group) != null) {
                String text = part.group(group);
                return Matcher.quoteReplacement(group == 2 ? text.replaceAll("\\\\([\"\\\\$`])", "$1") : text);
            }
        }
        return "";
    }
}
