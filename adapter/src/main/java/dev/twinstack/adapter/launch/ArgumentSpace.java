package dev.twinstack.adapter.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The room that Linux has for the arguments and the environment of a new program in sum (execve(2), "Limits on size of arguments and environment"). */
public final class ArgumentSpace {
    private static final Pattern STACK = Pattern.compile("(?m)^Max stack size +(\\d+)");
    private static final int PART_OF_STACK = 4;
    private static final long LEAST = 128 << 10;
    private static final long MOST = 6 << 20;
    private static final int POINTER = Long.BYTES;
    /** What the shell that starts the program sets or unsets besides (PWD, TERM), and Linux's own part. */
    private static final int UNKNOWN = 4 << 10;

    private ArgumentSpace() {}

    /** Why a program of this machine did not start, if what it was to get is too long; {@code own} is the environment that it inherits. */
    public static Optional<String> refusal(Debuggee debuggee, Launch launch, Map<String, String> own) {
        return refusal(bytes(debuggee, launch, own), limit());
    }

    static Optional<String> refusal(long bytes, long limit) {
        return bytes + UNKNOWN < limit
                ? Optional.empty()
                : Optional.of("Its arguments and its environment take " + bytes
                        + " bytes in sum, and Linux starts no program with more than " + limit
                        + " (E2BIG; a quarter of the stack's limit, 'ulimit -s'): shorten 'args' or 'env', have the program"
                        + " read them from a file, or raise that limit for the process that starts Twinstack.");
    }

    private static long bytes(Debuggee debuggee, Launch launch, Map<String, String> own) {
        Map<String, String> environment = new HashMap<>(own);
        environment.putAll(launch.environment());
        environment.values().removeIf(Objects::isNull); // unset
        long bytes = taken(debuggee.executable().toString());
        for (String argument : debuggee.arguments()) {
            bytes += taken(argument);
        }
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            bytes += taken(variable.getKey() + "=" + variable.getValue());
        }
        return bytes;
    }

    /** With the NUL behind it and the pointer to it. */
    private static long taken(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length + 1L + POINTER;
    }

    /** That of this process, which GDB and the program inherit. */
    private static long limit() {
        try {
            Matcher stack = STACK.matcher(Files.readString(Path.of("/proc/self/limits")));
            return stack.find()
                    ? Math.max(LEAST, Math.min(MOST, Long.parseLong(stack.group(1)) / PART_OF_STACK))
                    : MOST;
        } catch (IOException unreadable) {
            return MOST;
        }
    }
}
