package dev.twinstack.adapter.cli;

import dev.twinstack.adapter.dap.UserError;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words of a command line: options with the values that they were given, in their order, and operands. {@code --} ends the options. */
public record Arguments(Map<String, List<String>> options, List<String> operands) {
    /**
     * Takes {@code --name} for each of {@code flags}, and {@code --name VALUE} or {@code --name=VALUE} for each of {@code valued}. Throws {@link UserError}
     * for any other, and for a value that is missing or too much.
     */
    public static Arguments parse(List<String> given, Set<String> flags, Set<String> valued) {
        Map<String, List<String>> options = new LinkedHashMap<>();
        List<String> operands = new ArrayList<>();
        Deque<String> left = new ArrayDeque<>(given);
        while (!left.isEmpty()) {
            String each = left.removeFirst();
            if (each.equals("--")) {
                operands.addAll(left);
                left.clear();
            } else if (each.startsWith("--")) {
                option(each, flags, valued, left, options);
            } else {
                operands.add(each);
            }
        }
        return new Arguments(options, operands);
    }

    private static void option(
            String text, Set<String> flags, Set<String> valued, Deque<String> left, Map<String, List<String>> options) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        List<String> values = options.computeIfAbsent(name, none -> new ArrayList<>());
        if (valued.contains(name)) {
            values.add(equals >= 0 ? text.substring(equals + 1) : value(name, left));
        } else if (!flags.contains(name)) {
            throw new UserError(
                    "There is no option '" + name + "' here; 'twinstack --help' tells those that there are.");
        } else if (equals >= 0) {
            throw new UserError(
                    "The option '" + name + "' takes no value; leave '" + text.substring(equals) + "' out.");
        }
    }

    private static String value(String name, Deque<String> left) {
        if (left.isEmpty()) {
            throw new UserError("The option '" + name + "' lacks its value; write it behind the name.");
        }
        return left.removeFirst();
    }

    /** Whether an option was given. */
    public boolean has(String name) {
        return options.containsKey(name);
    }

    /** The value that was given last. */
    public Optional<String> value(String name) {
        List<String> values = values(name);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
    }

    /** All values that were given. */
    public List<String> values(String name) {
        return options.getOrDefault(name, List.of());
    }
}
