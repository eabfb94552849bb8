package dev.twinstack.adapter.dsl;

import java.io.InputStream;
import java.io.OutputStream;

/** A server to talk to; closing it ends it, whatever state it is in. */
public interface Server extends AutoCloseable {
    /** What the server writes. */
    InputStream output();

    /** What the server reads. */
    OutputStream input();

    @Override
    void close();
}
