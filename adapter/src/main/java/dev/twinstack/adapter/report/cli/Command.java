package dev.twinstack.adapter.report.cli;

import java.util.List;

/** A subcommand that is about reports. */
interface Command {
    /** Runs the command and returns the exit status. Throws {@link dev.twinstack.adapter.dap.UserError} for wrong arguments. */
    int run(List<String> arguments, Streams streams) throws InterruptedException;
}
