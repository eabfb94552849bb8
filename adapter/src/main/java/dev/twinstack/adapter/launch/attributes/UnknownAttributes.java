package dev.twinstack.adapter.launch.attributes;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Warnings for attributes that Twinstack does not know, each with the nearest name that it does. */
public final class UnknownAttributes {
    private static final int NEAR = 3;

    private UnknownAttributes() {}

    public static List<String> warnings(Attributes attributes) {
        return attributes.unknown().stream()
                .filter(name -> !PeerAttributes.isVoid(name))
                .filter(name -> !PeerAttributes.isLost(name) || !attributes.isEmpty(name))
                .map(name ->
                        PeerAttributes.isLost(name) ? PeerAttributes.loss(name) : warning(name, attributes.known()))
                .toList();
    }

    /** The same for the members of an attribute that is an object, of which {@code known} have a meaning here. */
    public static List<String> warnings(Attribute object, Set<String> known) {
        Set<String> names =
                known.stream().map(member -> object.name() + "." + member).collect(Collectors.toSet());
        return object.members().stream()
                .map(member -> object.name() + "." + member)
                .filter(name -> !names.contains(name) && !PeerAttributes.isVoid(name))
                .map(name -> PeerAttributes.isLost(name) ? PeerAttributes.loss(name) : warning(name, names))
                .toList();
    }

    private static String warning(String name, Set<String> known) {
        return "The attribute '" + name + "' is not known and has no effect."
                + known.stream()
                        .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
                        .filter(nearest -> isNear(name, nearest))
                        .map(nearest -> " Did you mean '" + nearest + "'?")
                        .orElse("");
    }

    /** For a refusal because these names are missing: a sentence about each given name that may be a misspelling of one of them; or an empty text. */
    public static String meant(Attributes attributes, List<String> missing) {
        return attributes.unknown().stream()
                .flatMap(name -> missing.stream()
                        .filter(wanted -> isNear(name, wanted))
                        .map(wanted -> " Did you mean '" + wanted + "' by '" + name + "'?"))
                .collect(Collectors.joining());
    }

    /** For a refusal: a sentence about each given name that has no effect; or an empty text. */
    public static String lost(Attributes attributes) {
        return attributes.unknown().stream()
                .filter(name -> PeerAttributes.isLost(name) && !attributes.isEmpty(name))
                .map(name -> " " + PeerAttributes.loss(name))
                .collect(Collectors.joining());
    }

    private static boolean isNear(String name, String known) {
        return distance(name, known) <= Math.min(NEAR, name.length() / 2);
    }

    /** The Levenshtein distance, letters compared without case. */
    private static int distance(String first, String second) {
        int[] row = new int[second.length() + 1];
        for (int j = 0; j <= second.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= first.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= second.length(); j++) {
                boolean same =
                        Character.toLowerCase(first.charAt(i - 1)) == Character.toLowerCase(second.charAt(j - 1));
                int replaced = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j - 1], row[j]) + 1);
            }
        }
        return row[second.length()];
    }
}
