package dev.twinstack.mi;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes records at random, and prints them as GDB would; the same seed makes the same records. */
final class RandomRecords {
    private static final String[] WORDS = {"done", "stopped", "a", "frame", "thread-id", "bkpt", "x_1"};
    private static final String[] TEXTS = {
        "", "0x1", "a\"b", "back\\slash", "\n\t\r", "é🐍", "\0\u001b7", "}],{[=", "^done"
    };

    private final Random random;

    RandomRecords(long seed) {
        random = new Random(seed);
    }

    MiRecord record() {
        return switch (random.nextInt(5)) {
            case 0 -> new MiRecord.Prompt();
            case 1 -> new MiRecord.Stream(pick(MiRecord.Stream.Kind.values()), text());
            case 2 -> new MiRecord.Async(pick(MiRecord.Async.Kind.values()), token(), pick(WORDS), results());
            default -> new MiRecord.Result(token(), pick(WORDS), results());
        };
    }

    private String token() {
        return random.nextBoolean()
                ? null
                : String.valueOf(random.nextLong() >>> 1).repeat(1 + random.nextInt(3));
    }

    private MiValue.Tuple results() {
        return new MiValue.Tuple(fields(0, true));
    }

    private List<MiField> fields(int depth, boolean named) {
        List<MiField> fields = new ArrayList<>();
        for (int n = random.nextInt(4); n > 0; n--) {
            fields.add(new MiField(named ? pick(WORDS) : null, value(depth + 1)));
        }
        return fields;
    }

    private MiValue value(int depth) {
        return switch (depth > 6 ? 0 : random.nextInt(4)) {
            case 0, 1 -> text();
            case 2 -> new MiValue.Tuple(fields(depth, random.nextInt(8) > 0));
            default -> new MiValue.MiList(fields(depth, random.nextBoolean()));
        };
    }

    private MiValue.Text text() {
        if (random.nextInt(6) > 0) {
            return MiValue.Text.of(pick(TEXTS) + pick(TEXTS));
        }
        byte[] bytes = new byte[random.nextInt(6)];
        random.nextBytes(bytes);
        return MiValue.Text.ofBytes(bytes);
    }

    @SafeVarargs
    private <T> T pick(T... among) {
        return among[random.nextInt(among.length)];
    }

    /** The record as GDB prints it, with its line end; bytes beyond ASCII now as they are, now as octal escapes. */
    byte[] print(MiRecord record) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (record instanceof MiRecord.Result result) {
            head(out, result.token(), "^" + result.resultClass(), result.results());
        } else if (record instanceof MiRecord.Async async) {
            head(out, async.token(), "*+=".charAt(async.kind().ordinal()) + async.asyncClass(), async.results());
        } else if (record instanceof MiRecord.Stream stream) {
            out.write("~@&".charAt(stream.kind().ordinal()));
            print(out, stream.content());
        } else {
            write(out, "(gdb) ");
        }
        write(out, random.nextBoolean() ? "\n" : "\r\n");
        return out.toByteArray();
    }

    private void head(ByteArrayOutputStream out, String token, String sigilAndClass, MiValue.Tuple results) {
        write(out, (token == null ? "" : token) + sigilAndClass);
        for (MiField field : results.fields()) {
            write(out, ",");
            print(out, field);
        }
    }

    private void print(ByteArrayOutputStream out, MiField field) {
        if (field.name() != null) {
            write(out, field.name() + "=");
        }
        print(out, field.value());
    }

    private void print(ByteArrayOutputStream out, MiValue value) {
        if (value instanceof MiValue.Text text) {
            quote(out, text.bytes());
        } else if (value instanceof MiValue.Tuple tuple) {
            print(out, "{", tuple.fields(), "}");
        } else {
            print(out, "[", ((MiValue.MiList) value).elements(), "]");
        }
    }

    private void print(ByteArrayOutputStream out, String open, List<MiField> fields, String close) {
        write(out, open);
        for (int i = 0; i < fields.size(); i++) {
            write(out, i == 0 ? "" : ",");
            print(out, fields.get(i));
        }
        write(out, close);
    }

    private void quote(ByteArrayOutputStream out, byte[] bytes) {
        out.write('"');
        boolean raw = random.nextBoolean();
        for (byte b : bytes) {
            if (b == '"' || b == '\\') {
                out.write('\\');
                out.write(b);
            } else if (b >= 0 && b < ' ' || !raw && b < 0) {
                write(out, String.format("\\%03o", b & 0xff));
            } else {
                out.write(b);
            }
        }
        out.write('"');
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
