package dev.twinstack.adapter.launch.attributes;

import java.util.Optional;

/** The user's home directory, for which {@code ~} stands at the beginning of a path: as in a shell, and as Emacs writes every path below it. */
final class HomeDirectory {
    private HomeDirectory() {}

    /** The path with the directory in the place of {@code ~}; null stays null. */
    static String writtenOut(String path) {
        boolean beginsThere = path != null && (path.equals("~") || path.startsWith("~/"));
        return beginsThere ? path() + path.substring(1) : path;
    }

    /** The directory as a shell finds it, which asks the variable HOME first. */
    private static String path() {
        return Optional.ofNullable(System.getenv("HOME")).orElse(System.getProperty("user.home"));
    }
}
