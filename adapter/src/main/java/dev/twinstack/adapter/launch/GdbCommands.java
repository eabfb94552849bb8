package dev.twinstack.adapter.launch;

import dev.twinstack.adapter.launch.attributes.Attributes;
import dev.twinstack.adapter.launch.attributes.GdbCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The commands that a launch configuration gives GDB, by when they are carried out.
 *
 * @param init when GDB has started, before it knows the program
 * @param preRun right before the program is started, attached to, or opened as a core file
 * @param connected when GDB has connected to a remote target
 * @param postRun while the program stands for the first time, before its own first code, or where it was attached to
 * @param exit when the program has ended, or else when the session ends
 */
public record GdbCommands(
        List<GdbCommand> init,
        List<GdbCommand> preRun,
        List<GdbCommand> connected,
        List<GdbCommand> postRun,
        List<GdbCommand> exit) {
    public static final GdbCommands NONE = new GdbCommands(List.of(), List.of(), List.of(), List.of(), List.of());

    static GdbCommands read(Attributes attributes) {
        boolean isRemote = Remote.isWanted(attributes);
        boolean isOfCdt = isRemote && isOfCdt(attributes);
        List<GdbCommand> init = new ArrayList<>();
        if (attributes.flagOrMember("debuginfod", "enabled")) {
            init.add(GdbCommand.of("debuginfod", "set debuginfod enabled on", false));
        }
        if (!attributes.flagOr(true, "disableASLR")) {
            init.add(GdbCommand.of("disableASLR", "set disable-randomization off", false));
        }
        List<GdbCommand> preRun = new ArrayList<>();
        List<GdbCommand> connected = new ArrayList<>();
        List<GdbCommand> postRun = new ArrayList<>();
        add(attributes, init, "preInitCommands");
        add(attributes, isOfCdt ? connected : init, "initCommands");
        add(attributes, init, "setupCommands", "preConnectCommands");
        add(attributes, isOfCdt ? connected : preRun, "preRunCommands");
        add(attributes, isRemote ? connected : postRun, "postRemoteConnectCommands");
        add(attributes, postRun, "postRunCommands");
        return new GdbCommands(init, preRun, connected, postRun, attributes.commands("exitCommands"));
    }

    private static void add(Attributes attributes, List<GdbCommand> moment, String... names) {
        Stream.of(names).forEach(name -> moment.addAll(attributes.commands(name)));
    }

    /** Whether a configuration of a remote target is cdt-gdb-adapter's, which connects before {@code initCommands} and {@code preRunCommands}. */
    private static boolean isOfCdt(Attributes attributes) {
        return !attributes.commands("preConnectCommands").isEmpty()
                || attributes
                        .object("target")
                        .filter(target -> target.has("server") || target.has("serverParameters"))
                        .isPresent();
    }
}
