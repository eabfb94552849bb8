package dev.twinstack.adapter.dsl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A program to debug: a folder of {@code test-programs}, or a copy of one. */
public record TestProgram(Path folder) {
    /** The program in the folder of that name. */
    public static TestProgram named(String name) {
        Path folder = Repository.ROOT.resolve("test-programs").resolve(name);
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("There is no program " + folder + ".");
        }
        return new TestProgram(folder);
    }

    /** A copy of this program in another directory, which is made. */
    public TestProgram copiedTo(Path directory) {
        for (Path file : filesEndingWith("")) {
            copy(file, directory.resolve(folder.relativize(file).toString()));
        }
        return new TestProgram(directory);
    }

    /** The path of one of the program's files. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /** A marked line, written {@code file@mark}: {@code "main.py@call"}. */
    public Place at(String fileAndMark) {
        int mark = fileAndMark.indexOf('@');
        return Place.marked(file(fileAndMark.substring(0, mark)), fileAndMark.substring(mark + 1));
    }

    /** What a stack should show: a function on a marked line. */
    public FramePattern frame(String name, String fileAndMark) {
        Place place = at(fileAndMark);
        return new FramePattern(name, place.file().toString(), place.line());
    }

    /** Whether Python runs the program. */
    public boolean isPython() {
        return Files.exists(file("main.py"));
    }

    List<Path> filesEndingWith(String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The program " + folder + " could not be listed.", e);
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException("The program could not be copied to " + to + ".", e);
        }
    }
}
