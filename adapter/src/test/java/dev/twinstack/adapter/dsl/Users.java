package dev.twinstack.adapter.dsl;

import java.nio.file.Path;

/** The users of the machine that programs run as. */
public final class Users {
    /** The user who owns nothing. */
    public static final int NOBODY = 65534;

    private Users() {}

    /** Whether the tests run as root. */
    public static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    /** Gives a program to a user as whom it runs from then on, whoever starts it. */
    public static void setuid(Path program, int user) {
        Commands.run("chown", Integer.toString(user), program.toString());
        Commands.run("chmod", "4755", program.toString());
    }
}
