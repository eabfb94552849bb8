package dev.twinstack.adapter.dsl;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A test that takes a {@link Python}: the system's, and every one when the matrix is asked for. */
@ParameterizedTest(name = "{0}")
@MethodSource("dev.twinstack.adapter.dsl.Pythons#usual")
@Tag("per-python")
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnSystemPython {}
