package dev.twinstack.adapter.dsl;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A main scenario: a test that takes every {@link Python} of this machine, each day. */
@ParameterizedTest(name = "{0}")
@MethodSource("dev.twinstack.adapter.dsl.Pythons#every")
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnEveryPython {}
