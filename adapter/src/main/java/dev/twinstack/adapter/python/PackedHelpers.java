package dev.twinstack.adapter.python;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.mi.MiCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The Python helpers packed for a GDB on another machine: some 700 KB within one command of GDB/MI, which unpacks them in GDB's own
 * directory. They are deleted with that.
 */
public final class PackedHelpers {
    private static final String LOAD = "python import base64, io, os, sys, zipfile;"
            + " zipfile.ZipFile(io.BytesIO(base64.b64decode('%s'))).extractall('helpers');"
            + " sys.dont_write_bytecode = True; sys.path.insert(0, os.path.abspath('helpers'));"
            + " import twinstack.elsewhere";

    private PackedHelpers() {}

    /** The command that carries the helpers to GDB and loads them; GDB must not have changed its directory. Throws {@link UserError} when they cannot be packed. */
    public static MiCommand loading() {
        try {
            String packed = Base64.getEncoder().encodeToString(packed(HelperFiles.unpacked()));
            return MiCommand.console(String.format(LOAD, packed));
        } catch (IOException failure) {
            throw new UserError(
                    "The Python helpers could not be packed (" + failure.getMessage() + "); install Twinstack again.",
                    failure);
        }
    }

    private static byte[] packed(Path root) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes);
                Stream<Path> files = Files.walk(root.resolve("twinstack"))) {
            List<Path> helpers = files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("__pycache__"))
                    .toList();
            for (Path helper : helpers) {
                zip.putNextEntry(new ZipEntry(root.relativize(helper).toString()));
                Files.copy(helper, zip);
            }
        }
        return bytes.toByteArray();
    }
}
