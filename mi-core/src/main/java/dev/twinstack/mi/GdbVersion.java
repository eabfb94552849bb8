package dev.twinstack.mi;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of GDB, such as 13.1.
 *
 * @param text as GDB prints it, with what a distribution adds: {@code 8.2-20.el8}
 */
public record GdbVersion(int major, int minor, String text) {
    private static final Pattern BANNER = Pattern.compile("GNU gdb [^\\n]*");
    private static final Pattern NUMBERS = Pattern.compile("(\\d+)\\.(\\d+)\\S*");

    /**
     * Reads the version from what {@code -gdb-version} prints, such as {@code GNU gdb (Debian 13.1-3) 13.1} or
     * {@code GNU gdb (GDB) Red Hat Enterprise Linux 8.2-20.el8}; empty when there is none.
     */
    static Optional<GdbVersion> find(String banner) {
        Matcher line = BANNER.matcher(banner);
        return line.find() ? parse(line.group().replaceAll("\\([^)]*\\)", "")) : Optional.empty();
    }

    private static Optional<GdbVersion> parse(String text) {
        Matcher numbers = NUMBERS.matcher(text);
        if (!numbers.find()) {
            return Optional.empty();
        }
        return Optional.of(new GdbVersion(
                Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2)), numbers.group()));
    }

    public boolean isAtLeast(int wantedMajor, int wantedMinor) {
        return major > wantedMajor || major == wantedMajor && minor >= wantedMinor;
    }

    @Override
    public String toString() {
        return text;
    }
}
