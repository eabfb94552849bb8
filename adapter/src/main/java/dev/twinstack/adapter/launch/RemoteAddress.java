package dev.twinstack.adapter.launch;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.launch.attributes.Attribute;
import dev.twinstack.adapter.launch.attributes.Attributes;
import dev.twinstack.adapter.launch.attributes.UnknownAttributes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a stub of GDB's remote protocol is (GDB manual, "Types of Remote Connections"): a text such as {@code board:3333}, {@code /tmp/socket},
 * {@code /dev/ttyS0} or {@code | ssh board gdbserver - program}, or cdt-gdb-adapter's object of {@code type}, {@code host}, {@code port} and
 * {@code parameters}.
 *
 * @param extended whether the stub outlives its program and can start others (GDB: {@code target extended-remote})
 * @param once whether it takes one connection only, so that no connection may be spent on finding out what it can do
 */
public record RemoteAddress(String text, boolean extended, boolean once) {
    private static final Set<String> KNOWN = Stream.concat(
                    Stream.of("type", "host", "port", "parameters", "once"), StubServer.MEMBERS.stream())
            .collect(Collectors.toSet());

    /** Ends an address whose port is still missing. */
    private static final String PORT_TO_COME = ":";

    private static final Pattern HERE = Pattern.compile("(?:tcp:)?(?:localhost|127\\.0\\.0\\.1)?:(\\d{1,5})");

    RemoteAddress(String text, boolean extended) {
        this(text, extended, false);
    }

    /** Empty where none of the attributes is there. */
    static Optional<RemoteAddress> find(Attributes attributes, String... names) {
        Optional<Attribute> target = attributes.find(names);
        target.filter(Attribute::isObject)
                .map(object -> UnknownAttributes.warnings(object, KNOWN))
                .ifPresent(warnings -> warnings.forEach(attributes::remark));
        return target.map(RemoteAddress::read);
    }

    private static RemoteAddress read(Attribute target) {
        return target.isObject() ? ofObject(target) : new RemoteAddress(checked(target.name(), target.text()), false);
    }

    RemoteAddress extended(boolean wanted) {
        return new RemoteAddress(text, extended || wanted, once);
    }

    private static RemoteAddress ofObject(Attribute target) {
        boolean once = target.findMember("once").map(Attribute::flag).orElse(false);
        return new RemoteAddress(checked(target.name(), address(target)), isExtended(target), once);
    }

    /** Whether the port is missing, because the server that is started chooses it. */
    boolean awaitsPort() {
        return text.endsWith(PORT_TO_COME);
    }

    /** This address with the port that the server has chosen, if it was missing. */
    public RemoteAddress at(String port) {
        return awaitsPort() ? new RemoteAddress(text + port, extended, once) : this;
    }

    /** The port, if the address is a TCP port of this machine. */
    public OptionalInt portHere() {
        Matcher here = HERE.matcher(text);
        return here.matches() ? OptionalInt.of(Integer.parseInt(here.group(1))) : OptionalInt.empty();
    }

    private static boolean isExtended(Attribute target) {
        String type = text(target, "type", "remote");
        if (!type.equals("remote") && !type.equals("extended-remote")) {
            throw new UserError("The attribute '" + target.name()
                    + ".type' must be 'remote' or 'extended-remote', but it is '" + type + "'.");
        }
        return type.equals("extended-remote");
    }

    private static String address(Attribute target) {
        return target.findMember("parameters")
                .map(RemoteAddress::parameters)
                .orElseGet(() -> text(target, "host", "localhost") + PORT_TO_COME + text(target, "port", ""));
    }

    private static String parameters(Attribute parameters) {
        List<Attribute> all = parameters.isList() ? parameters.elements() : List.of(parameters);
        return all.stream().map(Attribute::text).collect(Collectors.joining(" "));
    }

    private static String text(Attribute target, String member, String otherwise) {
        return target.findMember(member).map(Attribute::text).orElse(otherwise);
    }

    private static String checked(String name, String address) {
        String text = address.strip();
        if (text.isEmpty() || text.contains("\n")) {
            throw new UserError("The attribute '" + name + "' must say where a gdbserver or another stub listens, as"
                    + " \"localhost:1234\", a socket's path, or \"| command\".");
        }
        return text.matches("[0-9]+") ? "localhost:" + text : text;
    }
}
