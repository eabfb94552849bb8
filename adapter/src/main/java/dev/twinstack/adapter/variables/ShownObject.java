package dev.twinstack.adapter.variables;

/** A Python object by its address, and the thread in which it was seen; the address is null for a value that is no such object. */
public record ShownObject(int thread, String address) {}
