package dev.twinstack.adapter.server;

import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.python.HelperFiles;
import dev.twinstack.adapter.python.PackedHelpers;
import dev.twinstack.adapter.session.SessionDirectory;
import dev.twinstack.mi.MiTranscript;
import java.util.List;

/**
 * What a connection begins with: the GDB of its session, which starts while everything else is made. A superclass, because its constructor runs before
 * the fields of another class are made.
 */
abstract class GdbAhead {
    final MiTranscript transcript = new MiTranscript();
    final SessionDirectory directory = new SessionDirectory();
    final Gdb gdb = new Gdb(transcript, directory::path, HelperFiles::loading, PackedHelpers::loading);

    /** {@code admitted}: whether the client need not say first who it is. */
    GdbAhead(boolean admitted) {
        if (admitted) {
            gdb.start(null, null, List.of());
        }
    }
}
