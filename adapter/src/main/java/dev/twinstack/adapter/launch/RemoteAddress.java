package dev.twinstack.adapter.launch;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.launch.attributes.Attributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a stub of GDB's remote protocol is (GDB manual, "Types of Remote Connections"): a text such as {@code board:3333}, {@code /tmp/socket},
 * {@code /dev/ttyS0} or {@code | ssh board gdbserver - program}, or cdt-gdb-adapter's object of {@code type}, {@code host}, {@code port} and
 * {@code parameters}.
 *
 * @param extended whether the stub outlives its program and can start others (GDB: {@code target extended-remote})
 * @param once whether it takes one connection only, so that no connection may be spent on finding out what it can do
 */
public record RemoteAddress(String text, boolean extended, boolean once) {
    private static final Set<String> MEMBERS = Set.of("type", "host", "port", "parameters", "once");

    /** Ends an address whose port is still missing. */
    private static final String PORT_TO_COME = ":";

    private static final Pattern HERE = Pattern.compile("(?:tcp:)?(?:localhost|127\\.0\\.0\\.1)?:(\\d{1,5})");

    RemoteAddress(String text, boolean extended) {
        this(text, extended, false);
    }

    /** Empty where none of the attributes is there. */
    static Optional<RemoteAddress> find(Attributes attributes, String... names) {
        return attributes.find(names).map(RemoteAddress::read);
    }

    private static RemoteAddress read(Attributes.Found found) {
        return found.value().isJsonObject()
                ? ofObject(found.name(), found.value().getAsJsonObject())
                : new RemoteAddress(checked(found.name(), Attributes.requireText(found.name(), found.value())), false);
    }

    RemoteAddress extended(boolean wanted) {
        return new RemoteAddress(text, extended || wanted, once);
    }

    private static RemoteAddress ofObject(String name, JsonObject target) {
        List<String> unknown = target.keySet().stream()
                .filter(member -> !MEMBERS.contains(member) && !StubServer.MEMBERS.contains(member))
                .toList();
        if (!unknown.isEmpty()) {
            throw new UserError("The attribute '" + name + "' has the member '" + unknown.get(0)
                    + "', which Twinstack does not know; it takes 'type', 'host', 'port', 'parameters' and 'once', and of a"
                    + " server that is to be started '" + String.join("', '", StubServer.MEMBERS) + "'.");
        }
        return new RemoteAddress(checked(name, address(name, target)), isExtended(name, target), isOnce(name, target));
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

    private static boolean isOnce(String name, JsonObject target) {
        JsonElement once = target.get("once");
        if (once != null && !(once instanceof JsonPrimitive value && value.isBoolean())) {
            throw new UserError("The attribute '" + name + ".once' must be true or false, but it is " + once + ".");
        }
        return once != null && once.getAsBoolean();
    }

    private static boolean isExtended(String name, JsonObject target) {
        String type = text(name, target, "type", "remote");
        if (!type.equals("remote") && !type.equals("extended-remote")) {
            throw new UserError("The attribute '" + name + ".type' must be 'remote' or 'extended-remote', but it is '"
                    + type + "'.");
        }
        return type.equals("extended-remote");
    }

    private static String address(String name, JsonObject target) {
        if (target.has("parameters")) {
            return parameters(name, target.get("parameters"));
        }
        String port = text(name, target, "port", "");
        return text(name, target, "host", "localhost") + PORT_TO_COME + port;
    }

    private static String parameters(String name, JsonElement value) {
        List<JsonElement> all = new ArrayList<>();
        if (value instanceof JsonArray array) {
            all.addAll(Attributes.elements(array));
        } else {
            all.add(value);
        }
        return all.stream()
                .map(each -> Attributes.requireText(name + ".parameters", each))
                .collect(Collectors.joining(" "));
    }

    private static String text(String name, JsonObject target, String member, String otherwise) {
        return target.has(member) ? Attributes.requireText(name + "." + member, target.get(member)) : otherwise;
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
