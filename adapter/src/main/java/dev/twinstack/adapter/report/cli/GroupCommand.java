package dev.twinstack.adapter.report.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import dev.twinstack.adapter.cli.Arguments;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.report.group.Group;
import dev.twinstack.adapter.report.group.Groups;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** {@code twinstack group DIR}: which of the reports in a folder are of the same crash. */
final class GroupCommand implements Command {
    private static final Gson GSON = new GsonBuilder()
            .disableHtmlEscaping()
            .setPrettyPrinting()
            .registerTypeHierarchyAdapter(
                    Path.class, (JsonSerializer<Path>) (path, type, context) -> new JsonPrimitive(path.toString()))
            .create();

    @Override
    public int run(List<String> given, Streams streams) {
        Arguments arguments = Arguments.parse(given, Set.of(), Set.of("--format"));
        if (arguments.operands().size() != 1) {
            throw new UserError("'group' takes one folder, with the JSON reports in it.");
        }
        String format = arguments.value("--format").orElse("text");
        if (!Set.of("text", "json").contains(format)) {
            throw new UserError("There is no format '" + format + "' of groups; choose of text, json.");
        }
        Groups groups = Groups.below(Path.of(arguments.operands().get(0)));
        if (groups.others() > 0) {
            streams.tell(groups.others() + " of the JSON files are no reports, and left out.");
        }
        streams.out().print(format.equals("json") ? GSON.toJson(groups.groups()) + "\n" : text(groups));
        return 0;
    }

    private static String text(Groups groups) {
        StringBuilder out = new StringBuilder();
        out.append(String.format(
                "%d reports, %d groups%n", groups.reports(), groups.groups().size()));
        groups.groups().forEach(group -> out.append(text(group)));
        return out.toString();
    }

    private static String text(Group group) {
        String signature = group.signature().isEmpty() ? "(no frames)" : group.signature();
        String when = group.count() == 1 ? group.first() : group.first() + " to " + group.last();
        return String.format(
                "%n%6d  %s  %s in %s%n        %s%n        %s%n",
                group.count(),
                signature,
                group.what(),
                String.join(" < ", group.frames()),
                when,
                group.files().get(0));
    }
}
