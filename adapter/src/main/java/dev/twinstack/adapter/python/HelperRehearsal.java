package dev.twinstack.adapter.python;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import dev.twinstack.mi.MiCommand;
import dev.twinstack.mi.MiParser;
import dev.twinstack.mi.MiRecord;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An exchange with helpers that are not there: the command is written and the answer read by the code that does so for all. */
public final class HelperRehearsal {
    private static final Gson GSON = new Gson();
    private static final String COMMAND = "-answer";

    private HelperRehearsal() {}

    /** {@code result} as it comes back through GDB/MI and JSON. */
    public static <R extends Record> R call(String operation, Record arguments, R result, Class<R> type) {
        HelperDoor.command(operation, Reply.write(arguments, false)).toString();
        JsonElement sent = GSON.toJsonTree(Map.of("result", result));
        String quoted =
                MiCommand.of(COMMAND).parameter(sent.toString()).toString().substring(COMMAND.length() + 1);
        byte[] line = ("1^done,json=" + quoted).getBytes(StandardCharsets.UTF_8);
        MiRecord.Result record = (MiRecord.Result) MiParser.parse(line);
        return Reply.read(operation, record.results().text("json"), type, changed -> {});
    }
}
