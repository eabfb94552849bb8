package dev.twinstack.adapter.launch;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.launch.attributes.Attributes;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Which of the program's children are debugged in sessions of their own.
 *
 * @param wanted whether any are
 * @param filters regular expressions: a child is debugged if one of them is found in its command line; without any, every child is
 * @param inherited the attributes that a child's session takes from this one
 */
public record Following(boolean wanted, List<String> filters, JsonObject inherited) {
    private static final List<String> INHERITED = List.of(
            "type", // nvim-dap starts no session without
            "pipe",
            "pipeTransport",
            "cwd",
            "gdb",
            "miDebuggerPath",
            "gdbpath",
            "gdbArgs",
            "miDebuggerArgs",
            "gdbArguments",
            "initCommands",
            "setupCommands",
            "preRunCommands",
            "postRunCommands",
            "exitCommands",
            "sourceMap",
            "sourceFileMap",
            "pathMappings",
            "substitutePath",
            "maxStringLength",
            "subProcess",
            "childFilter");

    static Following read(Attributes attributes) {
        boolean wanted = attributes.flag("subProcess") && !attributes.flag("noDebug");
        List<String> filters = attributes.textOrTexts("childFilter");
        filters.forEach(Following::requirePattern);
        return new Following(wanted, filters, attributes.only(INHERITED));
    }

    private static void requirePattern(String filter) {
        try {
            Pattern.compile(filter);
        } catch (PatternSyntaxException malformed) {
            throw new UserError(
                    "The attribute 'childFilter' must be a regular expression that is looked for in the command line of a"
                            + " child, but '" + filter + "' is none: " + malformed.getDescription() + ".",
                    malformed);
        }
    }
}
