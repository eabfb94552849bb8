package dev.twinstack.adapter.report.format;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Elements of HTML as text. What comes from the program must be {@link #escaped}; contents are taken as they are. */
final class Markup {
    private Markup() {}

    /** {@code tag}: its name, and behind a space its attributes. */
    static String element(String tag, String content) {
        return "<" + tag + ">" + content + "</" + tag.split(" ", 2)[0] + ">\n";
    }

    /** Without a line's end behind it, for what stands within a line. */
    static String inline(String tag, String content) {
        return element(tag, content).stripTrailing();
    }

    static String escaped(String text) {
        return XmlText.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A table whose wide cells scroll by themselves. */
    static String table(List<String> heads, String rows) {
        String head = heads.stream()
                .map(each -> element("th scope=\"col\"", escaped(each)))
                .collect(Collectors.joining());
        return element(
                "div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"" + escaped(String.join(", ", heads))
                        + "\"",
                element("table", element("thead", element("tr", head)) + element("tbody", rows)));
    }

    /** A row of code; null for an empty cell. */
    static String row(String... cells) {
        return element(
                "tr",
                Arrays.stream(cells)
                        .map(each -> element("td", each == null || each.isEmpty() ? "" : inline("code", escaped(each))))
                        .collect(Collectors.joining()));
    }
}
