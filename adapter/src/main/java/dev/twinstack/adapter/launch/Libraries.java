package dev.twinstack.adapter.launch;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.launch.attributes.Attributes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the files of a program that ran or runs elsewhere are on this machine.
 *
 * @param sysroot the folder that stands for the root of the program's machine, or null
 * @param searchPath further folders with the program's libraries
 */
public record Libraries(Path sysroot, List<Path> searchPath) {
    /** The same as the attributes have it, relative to a directory that is read later. */
    record Wanted(String sysroot, List<String> searchPath) {
        /** The folders as folders of another machine, where only GDB can look for them. */
        Libraries beyondPipe() {
            return new Libraries(
                    sysroot == null ? null : Path.of(sysroot),
                    searchPath.stream().map(Path::of).toList());
        }

        /** Throws {@link UserError} for a folder that is not there. */
        Libraries in(Path cwd) {
            return new Libraries(
                    sysroot == null ? null : folder(cwd, "sysroot", sysroot),
                    searchPath.stream()
                            .map(each -> folder(cwd, "solibSearchPath", each))
                            .toList());
        }
    }

    /** The search path is a list, or one text with colons as GDB takes it (and semicolons as cppdbg's {@code additionalSOLibSearchPath}). */
    static Wanted wanted(Attributes attributes) {
        List<String> folders = attributes.textOrTexts("solibSearchPath", "additionalSOLibSearchPath").stream()
                .flatMap(text -> Stream.of(text.split("[:;]")))
                .filter(folder -> !folder.isEmpty())
                .map(attributes::ofProgram)
                .toList();
        return new Wanted(attributes.path("sysroot").orElse(null), folders);
    }

    private static Path folder(Path cwd, String name, String text) {
        Path folder = cwd.resolve(text);
        if (!Files.isDirectory(folder)) {
            throw new UserError("The folder '" + folder + "' does not exist; correct '" + name + "'.");
        }
        return folder;
    }
}
