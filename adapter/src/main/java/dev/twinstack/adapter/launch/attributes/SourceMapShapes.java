package dev.twinstack.adapter.launch.attributes;

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

    static List<SourceMap.Entry> read(Attribute map) {
        if (map.isObject()) {
            return map.members().stream()
                    .map(debuggee -> entry(debuggee, map.member(debuggee)))
                    .toList();
        }
        if (map.isList()) {
            return map.elements().stream().map(SourceMapShapes::entry).toList();
        }
        throw new UserError(
                "The attribute '" + map.name() + "' must map paths to paths, but it is " + map.value() + ".");
    }

    private static SourceMap.Entry entry(String debuggee, Attribute client) {
        if (!client.isObject()) {
            return new SourceMap.Entry(debuggee, client.text());
        }
        boolean forBreakpoints =
                client.findMember("useForBreakpoints").map(Attribute::flag).orElse(true);
        return new SourceMap.Entry(debuggee, client.member("editorPath").text(), forBreakpoints);
    }

    private static SourceMap.Entry entry(Attribute pair) {
        if (pair.isList() && pair.elements().size() == 2) {
            return new SourceMap.Entry(
                    pair.elements().get(0).text(), pair.elements().get(1).text());
        }
        return pair.findMember("localRoot").isPresent()
                ? entry(pair, "remoteRoot", "localRoot")
                : entry(pair, "to", "from");
    }

    private static SourceMap.Entry entry(Attribute pair, String debuggee, String client) {
        return new SourceMap.Entry(
                pair.member(debuggee).text(), pair.member(client).text());
    }
}
