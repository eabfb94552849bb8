package dev.twinstack.mi;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Records and values as plain maps, lists, strings and numbers, ready for any JSON library.
 *
 * <p>Convenient where {@link MiRecord} is exact: names that repeat in a tuple become one list, a tuple of values alone
 * becomes a list, and {@code bkpt} with the tuples that older GDB prints behind it becomes the list {@code bkpts}, always
 * a list. A string whose bytes are not UTF-8 is <code>{"bytes": hex}</code>.
 */
public final class MiNative {
    private static final String PROMPT = "(gdb)";
    private static final String BREAKPOINT = "bkpt";
    private static final String NAMELESS = "values";

    private MiNative() {}

    /**
     * A record: the string {@code (gdb)} for a prompt; <code>{type, value}</code> for a stream and for output;
     * <code>{type, message, position}</code> for a malformed one; and <code>{type, token, class, …results}</code> for the
     * others. A result that is itself named {@code type}, {@code token} or {@code class} is in the map {@code results}.
     */
    public static Object of(MiRecord record) {
        if (record instanceof MiRecord.Result result) {
            return record("Result", result.token(), result.resultClass(), result.results());
        }
        if (record instanceof MiRecord.Async async) {
            return record(title(async.kind()), async.token(), async.asyncClass(), async.results());
        }
        if (record instanceof MiRecord.Stream stream) {
            return ordered("type", title(stream.kind()), "value", of(stream.content()));
        }
        if (record instanceof MiRecord.Output output) {
            return ordered("type", "Output", "value", of(output.content()));
        }
        if (record instanceof MiRecord.Malformed bad) {
            return ordered("type", "Error", "message", bad.message(), "position", bad.position());
        }
        return PROMPT;
    }

    /** A value: a string, a list or a map. */
    public static Object of(MiValue value) {
        if (value instanceof MiValue.Text text) {
            return text.isUtf8() ? text.text() : ordered("bytes", HexFormat.of().formatHex(text.bytes()));
        }
        if (value instanceof MiValue.MiList list) {
            return list.elements().stream().map(MiNative::element).toList();
        }
        MiValue.Tuple tuple = (MiValue.Tuple) value;
        boolean nameless = !tuple.fields().isEmpty()
                && tuple.fields().stream().map(MiField::name).allMatch(Objects::isNull);
        return nameless ? of(new MiValue.MiList(tuple.fields())) : map(tuple.fields());
    }

    /** Elements keep their names, but for the breakpoints of a table, whose locations older GDB prints without. */
    private static Object element(MiField field) {
        Object value = of(field.value());
        return field.name() == null || field.isNamed(BREAKPOINT) ? value : ordered(field.name(), value);
    }

    private static Map<String, Object> record(String type, String token, String recordClass, MiValue.Tuple results) {
        Map<String, Object> plain =
                ordered("type", type, "token", token == null ? null : new BigInteger(token), "class", recordClass);
        Map<String, Object> shadowed = new LinkedHashMap<>();
        map(results.fields()).forEach((name, value) -> {
            Map<String, Object> place = plain.containsKey(name) ? shadowed : plain;
            place.put(name, value);
        });
        if (!shadowed.isEmpty()) {
            plain.put("results", shadowed);
        }
        return plain;
    }

    private static Map<String, Object> map(List<MiField> fields) {
        Map<String, List<Object>> values = new LinkedHashMap<>();
        String last = null;
        for (MiField field : fields) {
            boolean location = field.name() == null && BREAKPOINT.equals(last);
            last = location ? BREAKPOINT : field.name();
            String name = last == null ? NAMELESS : last.equals(BREAKPOINT) ? "bkpts" : last;
            values.computeIfAbsent(name, key -> new ArrayList<>()).add(of(field.value()));
        }
        Map<String, Object> plain = new LinkedHashMap<>();
        values.forEach((name, all) -> plain.put(name, isAlwaysList(name) || all.size() > 1 ? all : all.get(0)));
        return plain;
    }

    private static boolean isAlwaysList(String name) {
        return name.equals("bkpts") || name.equals(NAMELESS);
    }

    private static String title(Enum<?> kind) {
        return kind.name().charAt(0) + kind.name().substring(1).toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
