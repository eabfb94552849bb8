package dev.twinstack.mi;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Tells bytes that are UTF-8 from bytes that are not. */
final class Utf8 {
    private static final char REPLACEMENT = '\uFFFD';

    private Utf8() {}

    /** Whether {@code text} was decoded from these bytes without loss. A U+FFFD in it may stand in the bytes themselves. */
    static boolean isLossless(String text, byte[] bytes, int start, int end) {
        return text.indexOf(REPLACEMENT) < 0 || isValid(bytes, start, end);
    }

    private static boolean isValid(byte[] bytes, int start, int end) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, end - start));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
