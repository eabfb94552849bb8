package dev.twinstack.adapter.output;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes UTF-8 that comes in pieces: a character that is cut in two is held back until its rest comes; what is not UTF-8 becomes U+FFFD. */
final class Utf8Stream {
    private static final int LONGEST_CHARACTER = 4;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private ByteBuffer rest = ByteBuffer.allocate(0);

    /** The characters that {@code bytes} complete; all of {@code bytes} is consumed. */
    String decode(ByteBuffer bytes) {
        ByteBuffer all = ByteBuffer.allocate(rest.remaining() + bytes.remaining())
                .put(rest)
                .put(bytes)
                .flip();
        CharBuffer text = CharBuffer.allocate(all.remaining() + LONGEST_CHARACTER);
        decoder.decode(all, text, false);
        rest = all.slice();
        return text.flip().toString();
    }

    /** What is left when no more bytes come. */
    String end() {
        CharBuffer text = CharBuffer.allocate(LONGEST_CHARACTER);
        decoder.decode(rest, text, true);
        decoder.flush(text);
        return text.flip().toString();
    }
}
