package dev.twinstack.adapter.dsl;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A class of tests on real programs under a real GDB: bounded in time, with transcripts when one fails. */
@Timeout(120)
@ExtendWith(FailureTranscripts.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EndToEnd {}
