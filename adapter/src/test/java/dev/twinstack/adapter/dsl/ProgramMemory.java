package dev.twinstack.adapter.dsl;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The memory of a session's program, as bytes and as instructions. */
public record ProgramMemory(DebugSession session) {
    /** Bytes that were read, and how many could not be. */
    public record Bytes(byte[] data, int unreadable, String address) {
        /** The bytes as text. */
        public String text() {
            return new String(data, StandardCharsets.UTF_8);
        }
    }

    /** An instruction; texts are empty and the line 0 when the server does not give them. */
    public record Instruction(
            String address, String text, String bytes, String symbol, String path, int line, String hint) {
        static Instruction of(JsonObject json) {
            return new Instruction(
                    Json.text(json, "address").orElse(""),
                    Json.text(json, "instruction").orElse(""),
                    Json.text(json, "instructionBytes").orElse(""),
                    Json.text(json, "symbol").orElse(""),
                    Json.text(Json.objectAt(json, "location"), "path").orElse(""),
                    Json.integer(json, "line").orElse(0),
                    Json.text(json, "presentationHint").orElse("normal"));
        }
    }

    /** Reads bytes, some of which may not be there. */
    public Bytes read(String reference, int offset, int count) {
        JsonObject body = session.ask(
                        "readMemory", Json.object("memoryReference", reference, "offset", offset, "count", count))
                .body();
        return new Bytes(
                Base64.getDecoder().decode(Json.text(body, "data").orElse("")),
                Json.integer(body, "unreadableBytes").orElse(0),
                Json.text(body, "address").orElse(""));
    }

    /** Writes a text; the answer, good or bad. */
    public Response tryToWrite(String reference, int offset, String text, boolean allowPartial) {
        String data = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return session.client()
                .ask(
                        "writeMemory",
                        Json.object(
                                "memoryReference", reference,
                                "offset", offset,
                                "data", data,
                                "allowPartial", allowPartial));
    }

    /** Some instructions, from so many behind the one at an address. */
    public List<Instruction> disassemble(String reference, int instructionOffset, int count) {
        JsonObject arguments = Json.object(
                "memoryReference", reference,
                "instructionOffset", instructionOffset,
                "instructionCount", count,
                "resolveSymbols", true);
        return Json.list(session.ask("disassemble", arguments).body(), "instructions", Instruction::of);
    }
}
