package dev.twinstack.mi;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the pieces of one line of MI from left to right: tokens, words, values (GDB manual, "GDB/MI Output Syntax"). */
final class LineReader {
    /** GDB nests less than ten deep; a deeper line is no GDB's, and must not cost the stack. */
    static final int MAX_DEPTH = 256;

    private static final int EXCERPT = 20;

    private final byte[] line;
    private final int start;
    private final int end;
    private int at;
    private int depth;

    LineReader(byte[] line, int start, int end) {
        this.line = line;
        this.start = start;
        this.end = end;
        this.at = start;
    }

    boolean atEnd() {
        return at == end;
    }

    /** The next byte as an unsigned number, or -1 at the end of the line. */
    int peek() {
        return atEnd() ? -1 : line[at] & 0xff;
    }

    void advance() {
        at++;
    }

    boolean skip(char expected) {
        if (peek() != expected) {
            return false;
        }
        at++;
        return true;
    }

    /** The digits here, or null. */
    String digits() {
        int from = at;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        return at == from ? null : since(from);
    }

    /** A class or a bare word: letters, digits, {@code -} and {@code _}. */
    String word() throws MiSyntaxException {
        int from = at;
        while (isWordByte(peek())) {
            at++;
        }
        if (at == from) {
            throw unexpected("a word");
        }
        return since(from);
    }

    private static boolean isWordByte(int b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '-' || b == '_';
    }

    private boolean atValue() {
        return peek() == '"' || peek() == '{' || peek() == '[';
    }

    /**
     * {@code name=value}, or a value alone.
     *
     * <p>The grammar allows a value alone in lists only. GDB also prints one in tuples ({@code script={"a","b"}}, a list
     * from mi4 on: GDB 13's NEWS) and between the results of a record (the locations of a breakpoint up to mi2, GDB bugs
     * 9659 and 14733; {@code +download,{section=…}}, GDB manual, "GDB/MI Target Manipulation").
     */
    MiField field() throws MiSyntaxException {
        return atValue() ? new MiField(null, value()) : new MiField(name(), value());
    }

    /**
     * A field, or a word alone, which becomes a nameless string.
     *
     * <p>GDB prints {@code =traceframe-changed,end} when no trace frame is selected any more ({@code
     * mi_interp::on_traceframe_changed}; GDB 18 still does).
     */
    MiField fieldOrWord() throws MiSyntaxException {
        int from = at;
        while (isWordByte(peek())) {
            at++;
        }
        if (at > from && (atEnd() || peek() == ',')) {
            return new MiField(null, MiValue.Text.of(since(from)));
        }
        at = from;
        return field();
    }

    private String name() throws MiSyntaxException {
        int from = at;
        while (isNameByte(peek())) {
            at++;
        }
        if (at == from) {
            throw unexpected("a name or a value");
        }
        String name = since(from);
        if (!skip('=')) {
            throw unexpected("=");
        }
        return name;
    }

    /** Names may hold what words may not: {@code -info-os} names its columns as the operating system does. */
    private static boolean isNameByte(int b) {
        return b >= ' ' && "=,\"{}[]".indexOf(b) < 0;
    }

    private MiValue value() throws MiSyntaxException {
        return switch (peek()) {
            case '"' -> string();
            case '{' -> new MiValue.Tuple(fields('}'));
            case '[' -> new MiValue.MiList(fields(']'));
            default -> throw unexpected("a value");
        };
    }

    private List<MiField> fields(char close) throws MiSyntaxException {
        if (++depth > MAX_DEPTH) {
            throw new MiSyntaxException("Values are nested more than " + MAX_DEPTH + " deep", at - start);
        }
        at++;
        List<MiField> fields = new ArrayList<>();
        if (!skip(close)) {
            do {
                fields.add(field());
            } while (skip(','));
            if (!skip(close)) {
                throw unexpected(", or " + close);
            }
        }
        depth--;
        return fields;
    }

    MiValue.Text string() throws MiSyntaxException {
        if (!skip('"')) {
            throw unexpected("\"");
        }
        int from = at;
        boolean escapes = false;
        while (at < end && line[at] != '"') {
            boolean escape = line[at] == '\\';
            escapes |= escape;
            at += escape ? 2 : 1;
        }
        if (at >= end) {
            at = end;
            throw unexpected("the end of a string");
        }
        MiValue.Text text = escapes ? CString.unescape(line, from, at) : MiValue.Text.ofBytes(line, from, at);
        at++;
        return text;
    }

    MiSyntaxException unexpected(String wanted) {
        String found = atEnd() ? "the end of the line" : "'" + excerpt() + "'";
        return new MiSyntaxException("Expected " + wanted + " and found " + found, at - start);
    }

    private String excerpt() {
        return new String(line, at, Math.min(end - at, EXCERPT), StandardCharsets.UTF_8);
    }

    private String since(int from) {
        return new String(line, from, at - from, StandardCharsets.UTF_8);
    }
}
