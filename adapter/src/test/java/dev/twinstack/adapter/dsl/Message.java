package dev.twinstack.adapter.dsl;

import com.google.gson.JsonObject;

/** One DAP message as it crossed the wire. */
public record Message(Sender from, JsonObject json) {
    /** Who wrote the message. */
    public enum Sender {
        CLIENT,
        SERVER
    }

    /** A message of the server, from its JSON text. */
    public static Message server(String json) {
        return new Message(Sender.SERVER, Json.parse(json));
    }

    /** A message of the client, from its JSON text. */
    public static Message client(String json) {
        return new Message(Sender.CLIENT, Json.parse(json));
    }

    /** Whether the client asks for something. */
    public boolean isRequest() {
        return from == Sender.CLIENT && "request".equals(type());
    }

    /** Whether the server asks for something. */
    public boolean isReverseRequest() {
        return from == Sender.SERVER && "request".equals(type());
    }

    /** Whether the server answers something. */
    public boolean isResponse() {
        return from == Sender.SERVER && "response".equals(type());
    }

    /** Whether the server answers this command with success. */
    public boolean isSuccessOf(String command) {
        return isResponse() && command.equals(name()) && Json.flag(json, "success");
    }

    /** Whether the server tells of something. */
    public boolean isEvent() {
        return from == Sender.SERVER && "event".equals(type());
    }

    /** Whether the server tells of this event. */
    public boolean isEvent(String event) {
        return isEvent() && event.equals(name());
    }

    /** {@code request}, {@code response} or {@code event}. */
    public String type() {
        return Json.text(json, "type").orElse("");
    }

    /** The command of a request or response, the event of an event. */
    public String name() {
        return Json.text(json, "event").or(() -> Json.text(json, "command")).orElse("");
    }

    /** The message's own number. */
    public int seq() {
        return Json.integer(json, "seq").orElse(0);
    }

    /** The number of the request that this response answers. */
    public int requestSeq() {
        return Json.integer(json, "request_seq").orElse(0);
    }

    /** Whether a response says that its request was carried out. */
    public boolean succeeded() {
        return Json.flag(json, "success");
    }

    /** The {@code body}; empty when there is none. */
    public JsonObject body() {
        return Json.objectAt(json, "body");
    }

    @Override
    public String toString() {
        return (from == Sender.CLIENT ? "-> " : "<- ") + json;
    }
}
