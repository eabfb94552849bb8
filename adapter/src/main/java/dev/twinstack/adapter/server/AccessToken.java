package dev.twinstack.adapter.server;

import dev.twinstack.adapter.dap.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.Set;

/**
 * The secret that a client must know to use a server. It comes from a file: arguments and environment of a process can be read by others, and the
 * latter is the program's, too.
 */
public final class AccessToken {
    private static final int SHORTEST = 16;
    private static final Set<PosixFilePermission> OF_OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final byte[] text;

    private AccessToken(String text) {
        this.text = text.getBytes(StandardCharsets.UTF_8);
    }

    /** The token that is the file's only line. Throws {@link UserError} when it is short, or when others can read the file. */
    public static AccessToken read(Path file) {
        try {
            if (!Collections.disjoint(Files.getPosixFilePermissions(file), OF_OTHERS)) {
                throw new UserError("Others can read or write the token file '" + file + "'; run chmod 600 on it.");
            }
            String text = Files.readString(file).strip();
            if (text.length() < SHORTEST) {
                throw new UserError("The token in '" + file + "' has fewer than " + SHORTEST
                        + " characters; make one with: openssl rand -hex 32.");
            }
            return new AccessToken(text);
        } catch (IOException failure) {
            throw new UserError(
                    "The token file '" + file + "' cannot be read (" + UserError.reason(failure)
                            + "); correct --token-file.",
                    failure);
        }
    }

    /** Whether a client has named it, in a time that tells nothing of it. */
    boolean is(Object given) {
        return given instanceof String named && MessageDigest.isEqual(text, named.getBytes(StandardCharsets.UTF_8));
    }
}
