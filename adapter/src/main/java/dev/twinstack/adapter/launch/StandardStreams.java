package dev.twinstack.adapter.launch;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.launch.attributes.Attributes;
import java.nio.file.Path;
import java.util.List;

/**
 * The files to which a program's standard streams are connected; null for each that stays with its terminal (lldb-dap: {@code stdio}).
 *
 * @param error equal to {@code output} when both are to be written into one file
 */
public record StandardStreams(Path input, Path output, Path error) {
    private static final StandardStreams OF_TERMINAL = new StandardStreams(null, null, null);
    private static final Path NOWHERE = Path.of("/dev/null");
    private static final int STREAMS = 3;

    static StandardStreams read(Attributes attributes, Path cwd) {
        List<String> wanted = attributes.textsOrNulls("stdio").stream()
                .map(attributes::ofProgram)
                .toList();
        boolean none = attributes.flag("disableSTDIO");
        if (wanted.size() > STREAMS) {
            throw new UserError("The attribute 'stdio' takes at most three files, for standard input, output and error,"
                    + " but it has " + wanted.size() + "; open the others in the program.");
        }
        if (wanted.isEmpty()) {
            return none ? new StandardStreams(NOWHERE, NOWHERE, NOWHERE) : OF_TERMINAL;
        }
        Path output = path(cwd, wanted, 1);
        return new StandardStreams(
                path(cwd, wanted, 0), output, wanted.size() < STREAMS ? output : path(cwd, wanted, 2));
    }

    /** Whether the program has all three from its terminal. (A record's {@code equals} links method handles at its first call, which takes a start 10 ms.) */
    public boolean areOfTerminal() {
        return input == null && output == null && error == null;
    }

    private static Path path(Path cwd, List<String> wanted, int stream) {
        return wanted.size() <= stream || wanted.get(stream) == null
                ? null
                : cwd.resolve(wanted.get(stream)).normalize();
    }

    /** The command of a POSIX shell that connects them (Shell Command Language, 2.7), or an empty text. */
    String redirection() {
        String text = (input == null ? "" : " <" + LaunchScript.quote(input.toString()))
                + (output == null ? "" : " >" + LaunchScript.quote(output.toString()));
        if (error != null) {
            text += error.equals(output) ? " 2>&1" : " 2>" + LaunchScript.quote(error.toString());
        }
        return text.isEmpty() ? "" : "exec" + text + "\n";
    }
}
