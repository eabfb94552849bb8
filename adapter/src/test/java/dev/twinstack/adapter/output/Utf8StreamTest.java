package dev.twinstack.adapter.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Utf8StreamTest {
    @Test
    void whereverTheBytesAreCutTheTextIsTheSame() {
        String text = "aé€😀\n";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int cut = 0; cut <= bytes.length; cut++) {
            Utf8Stream stream = new Utf8Stream();
            String joined = stream.decode(ByteBuffer.wrap(bytes, 0, cut))
                    + stream.decode(ByteBuffer.wrap(bytes, cut, bytes.length - cut))
                    + stream.end();
            assertThat(joined).isEqualTo(text);
        }
    }

    @Test
    void whatIsNotUtf8BecomesTheReplacementCharacter() {
        Utf8Stream stream = new Utf8Stream();

        assertThat(stream.decode(ByteBuffer.wrap(new byte[] {'a', (byte) 0xff, 'b', (byte) 0xc3})))
                .isEqualTo("a\ufffdb");
        assertThat(stream.end()).isEqualTo("\ufffd");
    }
}
