package dev.twinstack.adapter.dsl;

import com.google.gson.JsonObject;

/** The answer to {@code exceptionInfo}; texts are empty when absent, {@code inner} is of the exception behind this one. */
public record ExceptionInfo(
        String id,
        String description,
        String breakMode,
        String typeName,
        String message,
        String stackTrace,
        String inner) {
    static ExceptionInfo of(JsonObject body) {
        JsonObject details = Json.objectAt(body, "details");
        return new ExceptionInfo(
                Json.text(body, "exceptionId").orElse(""),
                Json.text(body, "description").orElse(""),
                Json.text(body, "breakMode").orElse(""),
                Json.text(details, "typeName").orElse(""),
                Json.text(details, "message").orElse(""),
                Json.text(details, "stackTrace").orElse(""),
                Json.member(details, "innerException").map(Object::toString).orElse(""));
    }
}
