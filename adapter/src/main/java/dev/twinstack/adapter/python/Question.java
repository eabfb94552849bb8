package dev.twinstack.adapter.python;

/** An operation of the helpers that only reads, with its arguments and the type of its reply: asked when its reply is needed, or ahead of that. */
public record Question<R extends Record>(String operation, Record arguments, Class<R> reply) {}
