package dev.twinstack.mi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A breakpoint in one shape, whichever way GDB printed it (GDB manual, "GDB/MI Breakpoint Information").
 *
 * <p>With one location GDB prints it among the fields of the breakpoint; with several, mi3 prints {@code locations=[…]}
 * inside the tuple, and mi2 prints further tuples behind it, without a name and outside its braces (GDB bugs 9659 and
 * 14733).
 *
 * @param number such as {@code 3}
 * @param type {@code breakpoint}, {@code hw watchpoint}, {@code catchpoint}, …; empty where GDB does not say
 * @param disposition {@code keep}, {@code del}, …; empty where GDB does not say
 * @param times how often it was hit
 * @param pending the location that GDB could not resolve yet, or null
 * @param locations where it is; none for a pending one, a watchpoint or a catchpoint
 * @param condition its condition, or null
 * @param ignore how many further hits are ignored
 * @param originalLocation what was asked for, or null
 * @param what what is watched or caught, or null
 * @param script the commands that run at a hit
 */
public record MiBreakpoint(
        String number,
        String type,
        String disposition,
        boolean enabled,
        int times,
        String pending,
        List<Location> locations,
        String condition,
        int ignore,
        String originalLocation,
        String what,
        List<String> script) {

    /**
     * One place of a breakpoint.
     *
     * @param number such as {@code 3.1}
     * @param address {@code 0x…}, or null
     * @param function the function's name, or null without symbols
     * @param file as in the debug information, or null
     * @param fullname the absolute path, or null
     * @param line 0 without line table
     */
    public record Location(
            String number, String address, String function, String file, String fullname, int line, boolean enabled) {}

    private static final Set<String> NAMES = Set.of("bkpt", "wpt", "hw-rwpt", "hw-awpt");

    public MiBreakpoint {
        locations = List.copyOf(locations);
        script = List.copyOf(script);
    }

    /**
     * The breakpoint in the results of a record: of {@code -break-insert}, {@code =breakpoint-modified} and so on; or in
     * the tuple of a breakpoint itself.
     *
     * @throws MiProtocolException when there is none
     */
    public static MiBreakpoint of(MiValue.Tuple record) {
        return record.has("number")
                ? breakpoint(record, List.of())
                : all(record).stream()
                        .findFirst()
                        .orElseThrow(() -> new MiProtocolException("GDB's answer has no breakpoint: " + record));
    }

    /** All breakpoints in the results of a record, also of {@code -break-list} and {@code -break-info}. */
    public static List<MiBreakpoint> all(MiValue.Tuple results) {
        Optional<MiValue.Tuple> table = results.findTuple("BreakpointTable");
        return among(table.map(found -> found.list("body").elements()).orElse(results.fields()));
    }

    private static List<MiBreakpoint> among(List<MiField> fields) {
        List<MiBreakpoint> found = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            String name = fields.get(i).name();
            if (name != null && NAMES.contains(name) && fields.get(i).value() instanceof MiValue.Tuple tuple) {
                found.add(breakpoint(tuple, namelessAfter(fields, i)));
            }
        }
        return found;
    }

    private static List<MiValue.Tuple> namelessAfter(List<MiField> fields, int index) {
        List<MiValue.Tuple> tuples = new ArrayList<>();
        for (MiField field : fields.subList(index + 1, fields.size())) {
            if (field.name() != null || !(field.value() instanceof MiValue.Tuple tuple)) {
                break;
            }
            tuples.add(tuple);
        }
        return tuples;
    }

    private static MiBreakpoint breakpoint(MiValue.Tuple tuple, List<MiValue.Tuple> outside) {
        return new MiBreakpoint(
                tuple.text("number"),
                tuple.findText("type").orElse(""),
                tuple.findText("disp").orElse(""),
                isEnabled(tuple),
                tuple.findInteger("times").orElse(0),
                tuple.findText("pending").orElse(null),
                locations(tuple, outside),
                tuple.findText("cond").orElse(null),
                tuple.findInteger("ignore").orElse(0),
                tuple.findText("original-location").orElse(null),
                tuple.findText("what").or(() -> tuple.findText("exp")).orElse(null),
                script(tuple));
    }

    private static List<Location> locations(MiValue.Tuple tuple, List<MiValue.Tuple> outside) {
        List<MiValue.Tuple> several =
                tuple.findList("locations").map(MiValue.MiList::tuples).orElse(outside);
        if (!several.isEmpty()) {
            return several.stream()
                    .map(place -> location(place.text("number"), place))
                    .toList();
        }
        boolean single = tuple.findText("addr").filter(a -> a.startsWith("0x")).isPresent();
        return single ? List.of(location(tuple.text("number") + ".1", tuple)) : List.of();
    }

    private static Location location(String number, MiValue.Tuple tuple) {
        return new Location(
                number,
                tuple.findText("addr").orElse(null),
                tuple.findText("func").orElse(null),
                tuple.findText("file").orElse(null),
                tuple.findText("fullname").orElse(null),
                tuple.findInteger("line").orElse(0),
                isEnabled(tuple));
    }

    /** {@code y}, {@code n}, or for a location whose condition does not compile there {@code N} (GDB 11). */
    private static boolean isEnabled(MiValue.Tuple tuple) {
        return tuple.findText("enabled").orElse("y").equals("y");
    }

    /** A list from mi4 on, a tuple of nameless strings before (GDB 13's NEWS). */
    private static List<String> script(MiValue.Tuple tuple) {
        return tuple.find("script").map(MiBreakpoint::lines).orElse(List.of());
    }

    private static List<String> lines(MiValue script) {
        return script instanceof MiValue.Tuple tuple
                ? new MiValue.MiList(tuple.fields()).texts()
                : script instanceof MiValue.MiList list ? list.texts() : List.of();
    }
}
