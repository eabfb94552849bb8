package dev.twinstack.adapter.launch;

import dev.twinstack.adapter.dap.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of environment variables as the {@code envFile} of cppdbg and debugpy: lines {@code NAME=VALUE}, before which {@code export} may
 * stand, and comments behind {@code #}. Quotes around a value are taken off, and in double quotes {@code \n} is a line break.
 */
final class EnvironmentFile {
    private static final Pattern VARIABLE =
            Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*?)\\s*");
    private static final Pattern QUOTED = Pattern.compile("(?:'(.*)'|\"(.*)\")\\s*(?:#.*)?");

    private static final int MOST_TOLD = 5;

    /** As the configurations of debugpy name the file, be it there or not. */
    private static final Path USUAL = Path.of(".env");

    private EnvironmentFile() {}

    /**
     * {@code warn} gets a sentence about each other line, but not about more than {@link #MOST_TOLD}, or about a {@link #USUAL} file that is not there. Throws
     * {@link UserError} when the file cannot be read.
     */
    static Map<String, String> read(Path file, Consumer<String> warn) {
        Map<String, String> environment = new LinkedHashMap<>();
        if (Files.notExists(file) && file.endsWith(USUAL)) {
            warn.accept("There is no file '" + file + "', which 'envFile' names, so no variables are set from it.");
            return environment;
        }
        int number = 0;
        int others = 0;
        for (String line : text(file).lines().toList()) {
            number++;
            Matcher variable = VARIABLE.matcher(line);
            if (variable.matches()) {
                environment.put(variable.group(1), value(variable.group(2)));
            } else if (!line.isBlank() && !line.stripLeading().startsWith("#") && ++others <= MOST_TOLD) {
                warn.accept("Line " + number + " of '" + file + "' is not NAME=VALUE, and is passed over.");
            }
        }
        if (others > MOST_TOLD) {
            warn.accept((others - MOST_TOLD) + " more lines of '" + file
                    + "' are passed over; correct 'envFile' if that is another file.");
        }
        return environment;
    }

    private static String value(String written) {
        Matcher quoted = QUOTED.matcher(written);
        if (!quoted.matches()) {
            return written.replaceFirst("(^|\\s+)#.*", "");
        }
        return quoted.group(1) != null
                ? quoted.group(1)
                : quoted.group(2).replace("\\n", "\n").replace("\\\"", "\"");
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
        } catch (IOException failure) {
            throw new UserError(
                    "The file '" + file + "' of environment variables cannot be read (" + UserError.reason(failure)
                            + "); correct 'envFile' in the launch configuration, or take it out.",
                    failure);
        }
    }
}
