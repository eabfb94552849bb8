package dev.twinstack.mi;

import java.util.List;

/**
 * A shared library (GDB manual, "GDB/MI Async Records", {@code =library-loaded} and {@code =library-unloaded}).
 *
 * @param targetName its path where the program runs
 * @param hostName its path here
 * @param ranges where its code is (GDB 18: all of it); none where GDB could not read the file
 * @param stillInUse whether a library that was unloaded is still loaded in another namespace of the linker (GDB 17 on)
 */
public record MiLibrary(String targetName, String hostName, List<Range> ranges, boolean stillInUse) {
    /** Addresses as {@code 0x…}, from the first byte to behind the last. */
    public record Range(String from, String to) {}

    public MiLibrary {
        ranges = List.copyOf(ranges);
    }

    /** The library that the results of such a record describe. */
    public static MiLibrary of(MiValue.Tuple results) {
        List<Range> ranges = results.find("ranges").isPresent()
                ? results.list("ranges").tuples().stream()
                        .filter(range -> range.has("from"))
                        .map(range -> new Range(range.text("from"), range.text("to")))
                        .toList()
                : List.of();
        boolean stillInUse =
                results.has("still-in-use") && results.text("still-in-use").equals("true");
        return new MiLibrary(results.text("target-name"), results.text("host-name"), ranges, stillInUse);
    }
}
