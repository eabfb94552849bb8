package dev.twinstack.adapter.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.twinstack.adapter.launch.attributes.Attributes;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** VS Code completes, describes and underlines the names of launch.json by the extension's package.json, which has exactly those that are read here. */
class EditorSchemaTest {
    private static final Path EXTENSION = Path.of("../vscode-extension/package.json");

    @Test
    void aLaunchHasTheNamesThatAreRead() throws IOException {
        Set<String> read = read(Map.of("program", "/bin/true"), Launch::read);
        read.addAll(read(Map.of("coreFile", "core"), Core::read));
        read.addAll(read(Map.of("target", "1234"), each -> Remote.read(each, true)));
        read.removeAll(Set.of("processId", "pid")); // asked for to be refused
        assertThat(inSchema("launch")).containsExactlyElementsOf(read);
    }

    @Test
    void anAttachHasTheNamesThatAreRead() throws IOException {
        Set<String> read = read(Map.of("processId", "1"), Attach::read);
        read.addAll(read(Map.of("coreFile", "core"), Core::read));
        read.addAll(read(Map.of("target", "1234"), each -> Remote.read(each, false)));
        read.removeAll(Set.of("subProcessId", "subProcessPlace")); // the adapter's own, in the configuration of a child
        assertThat(inSchema("attach")).containsExactlyElementsOf(read);
    }

    private static Set<String> read(Map<String, Object> given, Consumer<Attributes> reader) {
        Attributes attributes = new Attributes(given);
        Core.isWanted(attributes);
        Remote.isWanted(attributes);
        reader.accept(attributes);
        return new TreeSet<>(attributes.known());
    }

    private static Set<String> inSchema(String request) throws IOException {
        try (Reader reader = Files.newBufferedReader(EXTENSION)) {
            JsonObject contributes =
                    JsonParser.parseReader(reader).getAsJsonObject().getAsJsonObject("contributes");
            JsonObject debugger = contributes.getAsJsonArray("debuggers").get(0).getAsJsonObject();
            JsonObject schema =
                    debugger.getAsJsonObject("configurationAttributes").getAsJsonObject(request);
            return new TreeSet<>(schema.getAsJsonObject("properties").keySet());
        }
    }
}
