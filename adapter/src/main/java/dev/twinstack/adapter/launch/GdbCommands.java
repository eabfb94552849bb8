package dev.twinstack.adapter.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The commands that a launch configuration gives GDB, by when they are carried out.
 *
 * @param init when GDB has started, before it knows the program
 * @param preRun right before the program is started, attached to, or opened as a core file
 * @param postRun while the program stands for the first time, before its own first code, or where it was attached to
 * @param exit when the program has ended, or else when the session ends
 */
public record GdbCommands(
        List<GdbCommand> init, List<GdbCommand> preRun, List<GdbCommand> postRun, List<GdbCommand> exit) {
    public static final GdbCommands NONE = new GdbCommands(List.of(), List.of(), List.of(), List.of());

    static GdbCommands read(Attributes attributes) {
        List<GdbCommand> init = new ArrayList<>();
        if (attributes.flagOrMember("debuginfod", "enabled")) {
            init.add(GdbCommand.of("debuginfod", "set debuginfod enabled on", false));
        }
        if (!attributes.flagOr(true, "disableASLR")) {
            init.add(GdbCommand.of("disableASLR", "set disable-randomization off", false));
        }
        Stream.of("preInitCommands", "initCommands", "setupCommands", "preConnectCommands")
                .forEach(name -> init.addAll(attributes.commands(name)));
        List<GdbCommand> postRun = new ArrayList<>(attributes.commands("postRemoteConnectCommands"));
        postRun.addAll(attributes.commands("postRunCommands"));
        return new GdbCommands(
                init, attributes.commands("preRunCommands"), postRun, attributes.commands("exitCommands"));
    }
}
