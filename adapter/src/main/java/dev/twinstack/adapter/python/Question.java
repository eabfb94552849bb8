package dev.twinstack.adapter.python;

/** An operation of the helpers that only reads, with its arguments and the type of its reply. It may be asked before its reply is needed. */
public record Question<R extends Record>(String operation, Record arguments, Class<R> reply) {}
