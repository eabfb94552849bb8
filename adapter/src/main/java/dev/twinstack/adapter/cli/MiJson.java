package dev.twinstack.adapter.cli;

import com.google.gson.stream.JsonWriter;
import dev.twinstack.mi.MiField;
import dev.twinstack.mi.MiRecord;
import dev.twinstack.mi.MiStream;
import dev.twinstack.mi.MiValue;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * {@code twinstack mi-json}: a log of GDB/MI to one line of JSON per record, exactly as printed: order and repeated names
 * are kept, nothing is merged.
 *
 * <p>A value is a string, or <code>{"bytes": hex}</code> when its bytes are not UTF-8;
 * <code>{"tuple": [[name|null, value], …]}</code>; or <code>{"list": [[name|null, value], …]}</code>.
 */
public final class MiJson {
    private static final int CHUNK = 1 << 16;

    private final Writer out;
    private boolean hadError;

    private MiJson(Writer out) {
        this.out = out;
    }

    /**
     * Converts to the end of the input.
     *
     * @return the exit status: 1 if any line was malformed, else 0
     */
    public static int run(InputStream in, PrintStream out) {
        try {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CHUNK);
            MiJson json = new MiJson(writer);
            json.convert(in);
            writer.flush();
            return json.hadError ? 1 : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void convert(InputStream in) throws IOException {
        MiStream stream = new MiStream(this::print);
        byte[] chunk = new byte[CHUNK];
        for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
            stream.feed(chunk, 0, n);
            if (in.available() == 0) {
                out.flush();
            }
        }
        stream.finish();
    }

    private void print(MiRecord record) {
        try {
            JsonWriter json = new JsonWriter(out);
            json.setHtmlSafe(false);
            json.beginObject();
            write(json, record);
            json.endObject();
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(JsonWriter json, MiRecord record) throws IOException {
        if (record instanceof MiRecord.Result result) {
            fields(json, "result", result.token(), result.resultClass(), result.results());
        } else if (record instanceof MiRecord.Async async) {
            fields(json, name(async.kind()), async.token(), async.asyncClass(), async.results());
        } else if (record instanceof MiRecord.Stream stream) {
            text(json, name(stream.kind()), stream.content());
        } else if (record instanceof MiRecord.Output output) {
            text(json, "output", output.content());
        } else if (record instanceof MiRecord.Malformed bad) {
            hadError = true;
            json.name("type").value("error").name("message").value(bad.message());
            json.name("position").value(bad.position());
        } else {
            json.name("type").value("prompt");
        }
    }

    private static void fields(JsonWriter json, String type, String token, String recordClass, MiValue.Tuple results)
            throws IOException {
        json.name("type").value(type).name("token").value(token).name("class").value(recordClass);
        json.name("results");
        pairs(json, results.fields());
    }

    private static void text(JsonWriter json, String type, MiValue.Text text) throws IOException {
        json.name("type").value(type).name("text");
        value(json, text);
    }

    private static void pairs(JsonWriter json, List<MiField> fields) throws IOException {
        json.beginArray();
        for (MiField field : fields) {
            json.beginArray().value(field.name());
            value(json, field.value());
            json.endArray();
        }
        json.endArray();
    }

    private static void value(JsonWriter json, MiValue value) throws IOException {
        if (value instanceof MiValue.Text text) {
            if (text.isUtf8()) {
                json.value(text.text());
            } else {
                json.beginObject().name("bytes").value(HexFormat.of().formatHex(text.bytes()));
                json.endObject();
            }
            return;
        }
        json.beginObject();
        if (value instanceof MiValue.Tuple tuple) {
            json.name("tuple");
            pairs(json, tuple.fields());
        } else {
            json.name("list");
            pairs(json, ((MiValue.MiList) value).elements());
        }
        json.endObject();
    }

    private static String name(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
