package dev.twinstack.mi;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A value of GDB/MI: a string, a list or a tuple (GDB manual, "GDB/MI Output Syntax").
 *
 * <p>Nothing is merged or reordered: a tuple is an ordered list of fields whose names may repeat, and a list may hold
 * values, named results, or, where GDB breaks its own grammar, both.
 */
public sealed interface MiValue permits MiValue.Text, MiValue.MiList, MiValue.Tuple {

    /** A C string. Its bytes are nearly always UTF-8; {@link #text()} is lossy only where {@link #isUtf8()} is false. */
    final class Text implements MiValue {
        private final String text;
        private final byte[] raw;

        private Text(String text, byte[] raw) {
            this.text = text;
            this.raw = raw;
        }

        public static Text of(String text) {
            return new Text(text, null);
        }

        /** The string of these bytes; where they are not UTF-8 the bytes are kept beside the lossy text. */
        public static Text ofBytes(byte[] bytes) {
            return ofBytes(bytes, 0, bytes.length);
        }

        static Text ofBytes(byte[] bytes, int start, int end) {
            String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
            return Utf8.isLossless(text, bytes, start, end)
                    ? new Text(text, null)
                    : new Text(text, Arrays.copyOfRange(bytes, start, end));
        }

        /** The text; each malformed UTF-8 sequence has become U+FFFD. */
        public String text() {
            return text;
        }

        /** Whether the bytes that GDB printed were UTF-8. */
        public boolean isUtf8() {
            return raw == null;
        }

        /** The bytes that GDB printed, escapes resolved. */
        public byte[] bytes() {
            return raw == null ? text.getBytes(StandardCharsets.UTF_8) : raw.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Text that && text.equals(that.text) && Arrays.equals(raw, that.raw);
        }

        @Override
        public int hashCode() {
            return 31 * text.hashCode() + Arrays.hashCode(raw);
        }

        @Override
        public String toString() {
            return CString.quote(text);
        }
    }

    /**
     * {@code [...]}: values, or results whose names usually repeat, such as {@code frame=} in {@code -stack-list-frames}.
     *
     * @param elements in the order printed; the name of an element is null where GDB printed a value alone
     */
    record MiList(List<MiField> elements) implements MiValue {
        public MiList {
            elements = List.copyOf(elements);
        }

        /** The values, without their names. */
        public List<MiValue> values() {
            return elements.stream().map(MiField::value).toList();
        }

        /** The values that are tuples. */
        public List<Tuple> tuples() {
            return values().stream()
                    .filter(Tuple.class::isInstance)
                    .map(Tuple.class::cast)
                    .toList();
        }

        /** The values that are strings. */
        public List<String> texts() {
            return values().stream()
                    .filter(Text.class::isInstance)
                    .map(value -> ((Text) value).text())
                    .toList();
        }

        @Override
        public String toString() {
            return MiValue.join("[", elements, "]");
        }
    }

    /**
     * <code>{...}</code>, and also the results of a record.
     *
     * <p>{@code find…} answers empty when there is no such field; every accessor throws {@link MiProtocolException} when
     * the field has another shape than asked for, and those without {@code find} also when it is absent.
     *
     * @param fields in the order printed; a name may repeat, and is null where GDB printed a value alone
     */
    record Tuple(List<MiField> fields) implements MiValue {
        public static final Tuple EMPTY = new Tuple(List.of());

        public Tuple {
            fields = List.copyOf(fields);
        }

        public boolean has(String name) {
            return find(name).isPresent();
        }

        /** The first field of that name. */
        public Optional<MiValue> find(String name) {
            return fields.stream()
                    .filter(field -> field.isNamed(name))
                    .map(MiField::value)
                    .findFirst();
        }

        /** All fields of that name, in order. */
        public List<MiValue> all(String name) {
            return fields.stream()
                    .filter(field -> field.isNamed(name))
                    .map(MiField::value)
                    .toList();
        }

        public Optional<String> findText(String name) {
            return findAs(name, Text.class).map(Text::text);
        }

        public Optional<Integer> findInteger(String name) {
            return findText(name).map(text -> parseInteger(name, text));
        }

        public Optional<Tuple> findTuple(String name) {
            return findAs(name, Tuple.class);
        }

        public Optional<MiList> findList(String name) {
            return findAs(name, MiList.class);
        }

        public String text(String name) {
            return findText(name).orElseThrow(() -> absent(name));
        }

        /** A decimal number, as GDB prints line and thread numbers. */
        public int integer(String name) {
            return findInteger(name).orElseThrow(() -> absent(name));
        }

        public Tuple tuple(String name) {
            return findTuple(name).orElseThrow(() -> absent(name));
        }

        public MiList list(String name) {
            return findList(name).orElseThrow(() -> absent(name));
        }

        private <T extends MiValue> Optional<T> findAs(String name, Class<T> shape) {
            return find(name).map(value -> {
                if (!shape.isInstance(value)) {
                    throw new MiProtocolException("GDB's " + name + " is no " + shape.getSimpleName() + ": " + value);
                }
                return shape.cast(value);
            });
        }

        private static int parseInteger(String name, String text) {
            try {
                return Integer.parseInt(text);
            } catch (NumberFormatException e) {
                throw new MiProtocolException("GDB's " + name + " is no number: " + text);
            }
        }

        private MiProtocolException absent(String name) {
            return new MiProtocolException("GDB's answer has no " + name + ": " + this);
        }

        @Override
        public String toString() {
            return MiValue.join("{", fields, "}");
        }
    }

    private static String join(String open, List<MiField> fields, String close) {
        return fields.stream()
                .map(field -> field.name() == null ? field.value().toString() : field.name() + "=" + field.value())
                .collect(Collectors.joining(",", open, close));
    }
}
