package dev.twinstack.adapter.launch.attributes;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.twinstack.adapter.client.SourceMap;
import dev.twinstack.adapter.dap.UserError;
import java.util.List;

/**
 * The shapes in which launch configurations write path maps: {@code {"/build": "/home/me"}} (cppdbg's {@code sourceFileMap}, whose value
 * may be an object with {@code editorPath} and {@code useForBreakpoints}), {@code [["/build", "/home/me"]]} (LLDB's {@code sourceMap}),
 * {@code [{"localRoot": …, "remoteRoot": …}]} (debugpy's {@code pathMappings}) and {@code [{"from": …, "to": …}]} (delve's
 * {@code substitutePath}, from the client to the debuggee).
 */
final class SourceMapShapes {
    private SourceMapShapes() {}

    static List<SourceMap.Entry> read(Attributes.Found found) {
        if (found.value().isJsonObject()) {
            return found.value().getAsJsonObject().entrySet().stream()
                    .map(entry -> entry(found.name(), entry.getKey(), entry.getValue()))
                    .toList();
        }
        if (found.value().isJsonArray()) {
            return Attributes.elements(found.value().getAsJsonArray()).stream()
                    .map(element -> entry(found.name(), element))
                    .toList();
        }
        throw new UserError(
                "The attribute '" + found.name() + "' must map paths to paths, but it is " + found.value() + ".");
    }

    private static SourceMap.Entry entry(String name, String debuggee, JsonElement value) {
        if (!value.isJsonObject()) {
            return new SourceMap.Entry(debuggee, Attributes.requireText(name, value));
        }
        JsonObject described = value.getAsJsonObject();
        JsonElement forBreakpoints = described.get("useForBreakpoints");
        return new SourceMap.Entry(
                debuggee,
                text(name, described, "editorPath"),
                forBreakpoints == null
                        || Attributes.requireFlag(new Attributes.Found(name + ".useForBreakpoints", forBreakpoints)));
    }

    private static SourceMap.Entry entry(String name, JsonElement element) {
        if (element.isJsonArray() && element.getAsJsonArray().size() == 2) {
            return new SourceMap.Entry(
                    Attributes.requireText(name, element.getAsJsonArray().get(0)),
                    Attributes.requireText(name, element.getAsJsonArray().get(1)));
        }
        JsonObject pair = Attributes.requireObject(name, element);
        return pair.has("localRoot")
                ? new SourceMap.Entry(text(name, pair, "remoteRoot"), text(name, pair, "localRoot"))
                : new SourceMap.Entry(text(name, pair, "to"), text(name, pair, "from"));
    }

    private static String text(String name, JsonObject pair, String member) {
        return Attributes.requireText(name + "." + member, Attributes.member(name, pair, member));
    }
}
