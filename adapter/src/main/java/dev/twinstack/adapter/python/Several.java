package dev.twinstack.adapter.python;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** The helpers' operation {@code several}: questions that are asked in one round trip. */
record Several(List<Asked> questions) {
    static final String OPERATION = "several";
    private static final Gson GSON = new Gson();

    /** {@code arguments}: as JSON. */
    record Asked(String operation, String arguments) {}

    /** {@code hex}: the answers show integers in hexadecimal. */
    static Several of(List<? extends Question<?>> questions, boolean hex) {
        return new Several(questions.stream()
                .map(each -> new Asked(each.operation(), Reply.write(each.arguments(), hex)))
                .toList());
    }

    /** The answers in the order of the questions; null for each that has failed, or that was not come to. */
    record Replies(List<JsonElement> replies) {}

    /** The reply to each question; it fails where there is none, and whoever needs it asks alone. */
    static List<? extends CompletableFuture<?>> each(
            CompletableFuture<Replies> asked, List<? extends Question<?>> questions) {
        return IntStream.range(0, questions.size())
                .mapToObj(index -> asked.thenApply(all -> Objects.requireNonNull(GSON.fromJson(
                        all.replies().get(index), questions.get(index).reply()))))
                .toList();
    }
}
