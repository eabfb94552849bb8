package dev.twinstack.adapter.dsl;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** DAP's framing: {@code Content-Length: N}, an empty line, N bytes of JSON in UTF-8. */
final class Wire {
    private static final String LENGTH = "Content-Length: ";

    private Wire() {}

    static void write(OutputStream out, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        byte[] header = (LENGTH + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        out.write(header);
        out.write(body);
        out.flush();
    }

    /** The next message's JSON, or null at the end of the stream; anything but frames on the stream is an error. */
    static String read(InputStream in) throws IOException {
        String line = headerLine(in);
        if (line == null) {
            return null;
        }
        if (!line.startsWith(LENGTH)) {
            throw new IOException("The server wrote something that is not DAP: " + line);
        }
        int length = Integer.parseInt(line.substring(LENGTH.length()).trim());
        if (!"".equals(headerLine(in))) {
            throw new IOException("The server wrote a second header line.");
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("The server ended in the middle of a message.");
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    private static String headerLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        int character = in.read();
        if (character < 0) {
            return null;
        }
        while (character >= 0 && character != '\n') {
            line.append((char) character);
            character = in.read();
        }
        return line.toString().stripTrailing();
    }
}
