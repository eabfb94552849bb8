package dev.twinstack.adapter.report.format;

/** Text of a program, which may hold any character, for documents that may not. */
final class XmlText {
    private static final int REPLACEMENT = 0xFFFD;

    private XmlText() {}

    /** The text with U+FFFD for every character that XML 1.0 (2.2) or HTML does not allow. */
    static String of(String text) {
        return text.codePoints()
                .map(each -> isCharacter(each) ? each : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isCharacter(int code) {
        return code == '\t'
                || code == '\n'
                || code >= 0x20 && code < 0xD800 && (code < 0x7F || code > 0x9F)
                || code >= 0xE000 && code <= 0xFFFD
                || code >= 0x10000 && (code & 0xFFFE) != 0xFFFE;
    }
}
