package dev.twinstack.adapter.dsl;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A stack as the program {@code truth} recorded it: its Python frames, newest first, and its open C calls, oldest first. */
public record RecordedStack(List<JsonObject> frames, List<Call> calls) {
    /** A call of C; {@code pythonDepth} frames of Python were below it. */
    private record Call(String function, int pythonDepth) {}

    /** The record with this number, counted from 0. */
    public static RecordedStack read(Path file, int number) {
        JsonObject record = Json.parse(lines(file).get(number));
        List<Call> calls = new ArrayList<>();
        record.getAsJsonArray("calls").forEach(call -> calls.add(call(call.getAsJsonArray())));
        return new RecordedStack(Json.list(record, "frames", frame -> frame), calls);
    }

    /** The number of records in a file. */
    public static int count(Path file) {
        return lines(file).size();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The program recorded nothing.", e);
        }
    }

    private static Call call(JsonArray pair) {
        return new Call(pair.get(0).getAsString(), pair.get(1).getAsInt());
    }

    /** All frames in call order, newest first, in the words of {@link #describe}. */
    public List<String> merged() {
        List<String> oldestFirst = new ArrayList<>();
        for (int depth = 0; depth <= frames.size(); depth++) {
            if (depth > 0) {
                oldestFirst.add(python(frames.get(frames.size() - depth)));
            }
            int below = depth;
            calls.stream()
                    .filter(call -> call.pythonDepth() == below)
                    .forEach(call -> oldestFirst.add("C " + call.function()));
        }
        Collections.reverse(oldestFirst);
        return oldestFirst;
    }

    private static String python(JsonObject frame) {
        return "Python %s %s %s:%s-%s:%s"
                .formatted(
                        text(frame, "name"),
                        text(frame, "file"),
                        text(frame, "line"),
                        text(frame, "column"),
                        text(frame, "endLine"),
                        text(frame, "endColumn"));
    }

    private static String text(JsonObject frame, String name) {
        return Json.text(frame, name).orElse("0");
    }

    /** A frame that a client sees, in the words of {@link #merged}. */
    public static String describe(Frame frame) {
        if (!frame.isPython()) {
            return "C " + frame.name();
        }
        String file = frame.path().isEmpty() ? frame.sourceName() : frame.path();
        return "Python %s %s %d:%d-%d:%d"
                .formatted(frame.name(), file, frame.line(), frame.column(), frame.endLine(), frame.endColumn());
    }
}
