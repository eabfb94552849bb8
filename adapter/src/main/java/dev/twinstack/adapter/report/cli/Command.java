package dev.twinstack.adapter.report.cli;

import java.util.List;

/** A subcommand that is about reports. */
interface Command {
    /** The exit status. Throws {@link dev.twinstack.adapter.dap.UserError} for arguments that it cannot do anything with. */
    int run(List<String> arguments, Streams streams) throws InterruptedException;
}
