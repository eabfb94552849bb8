package dev.twinstack.adapter.report;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The names of variables, options and keys whose values are secret. Finds such values within texts, too, and the user and password in URLs. */
final class SecretNames {
    private static final String NAMES =
            "passw|passphrase|secret|token(?!s\\b|iz|_?ids?\\b)|(?:api|access|private)[_-]?key|credential"
                    + "|auth(?!ors?(?![a-z])|enticat)|cookie|session[_-]?(?:id|key)|connection[_-]?string"
                    // not PWD, which is the shell's directory
                    + "|(?-i:(?<![a-zA-Z])pwd(?![a-z])|Pwd(?![a-z])|(?<=_)PWD(?![A-Z]))";
    private static final Pattern OF_ENVIRONMENT =
            Pattern.compile("(?:^|_)(?:KEY|PAT|DSN)$|WEBHOOK", Pattern.CASE_INSENSITIVE);
    private static final String QUOTED = "'(?:[^'\\\\]|\\\\.)*+'?|\"(?:[^\"\\\\]|\\\\.)*+\"?";
    private static final String ADDRESS = "(?:0x[0-9a-f]+\\s+)?"; // GDB's, before the text of a char *
    private static final String SCHEME =
            "(?:(?:bearer|basic|digest|token|api-?key|negotiate)\\s+)?"; // of HTTP's Authorization

    private static final Pattern STRING = Pattern.compile("(" + QUOTED + ")(\\s*:)?");
    private static final Pattern AROUND =
            Pattern.compile("^" + SCHEME + ADDRESS + "(?:[bru]*['\"])?" + SCHEME + "|['\"]$", Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_URL = Pattern.compile("(\\w://)[^/\\s@'\"]+(?=@)");
    private static final Pattern USER = Pattern.compile("[^:]*:|^[^0-9:]+$");
    /** A value that is no text, and may stand elsewhere by chance. */
    private static final Pattern OBJECT = Pattern.compile("<.*|0x[0-9a-f]+");
    /** A shorter secret may be part of other words by chance. */
    private static final int SHORTEST = 6;

    private final Pattern name;
    private final Pattern named;
    private final Pattern namedInCode;

    /** {@code more}: names in which one of these patterns is found are secret, too. */
    SecretNames(List<Pattern> more) {
        String names = more.stream()
                .map(each -> "|(?:" + each.pattern() + ")")
                .collect(Collectors.joining("", "(?i:" + NAMES + ")", ""));
        name = Pattern.compile(names, Pattern.CASE_INSENSITIVE);
        String before = "((?:" + names + ")[\\w-]*['\"]?\\s*[:=]\\s*)";
        String string = ADDRESS + "[bru]*(?:" + QUOTED + ")";
        named = Pattern.compile(before + SCHEME + "(?:" + string + "|[^\\s,;)}\\]'\"]+)", Pattern.CASE_INSENSITIVE);
        namedInCode = Pattern.compile(before + string, Pattern.CASE_INSENSITIVE);
    }

    /** Whether the name of a variable, an option or a key says that its value is secret. */
    boolean has(String called) {
        return name.matcher(called).find();
    }

    /** Whether the name of an environment variable says that its value is secret. */
    boolean hasInEnvironment(String called) {
        return has(called) || OF_ENVIRONMENT.matcher(called).find();
    }

    /** Masks in a text the values beside such names, and the users and passwords in URLs; {@code found} gets them. {@code isCode}: whether only strings are values. */
    String masked(String text, boolean isCode, Set<String> found) {
        String named = masked(text, isCode ? namedInCode : this.named, AROUND, found);
        return masked(named, IN_URL, USER, found);
    }

    /** Masks what {@code secret} finds, after its first group; {@code found} gets it without the quotes and prefixes that {@code around} finds. */
    private static String masked(String text, Pattern secret, Pattern around, Set<String> found) {
        return secret.matcher(text).replaceAll(match -> {
            add(around.matcher(match.group().substring(match.group(1).length())).replaceAll(""), found);
            return Matcher.quoteReplacement(match.group(1) + Secrets.MASK);
        });
    }

    /** {@code found} gets the strings in a value that is secret as a whole, except keys. */
    static void addStrings(String value, Set<String> found) {
        STRING.matcher(value)
                .results()
                .filter(each -> each.group(2) == null)
                .forEach(each -> add(AROUND.matcher(each.group(1)).replaceAll(""), found));
    }

    /** {@code found} gets a secret, unless it may stand elsewhere by chance. */
    static void add(String secret, Set<String> found) {
        String uncut = secret.endsWith("…") ? secret.substring(0, secret.length() - 1) : secret;
        if (uncut.length() >= SHORTEST && !OBJECT.matcher(uncut).matches()) {
            found.add(uncut);
        }
    }
}
