package dev.twinstack.adapter.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.Repository;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.debug.services.IDebugProtocolServer;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;
import org.junit.jupiter.api.Test;

/** {@code docs/requests.md} says of every request of DAP what it does here, or why it is not there. */
class RequestTableTest {
    private static final String ANSWERED = "| request | what it does here |";
    private static final String NOT_ANNOUNCED = "| not announced | why |";
    private static final Pattern NAME = Pattern.compile("`([a-zA-Z.]+)`");

    @Test
    void whatIsAnsweredIsWhatIsRouted() throws IOException {
        Set<String> routed = new HashSet<>(requests(TwinstackServer.class).values());
        Map<String, String> ofDap = requests(IDebugProtocolServer.class);
        for (Method method : DapServer.class.getDeclaredMethods()) {
            if (ofDap.containsKey(method.getName())) {
                routed.add(ofDap.get(method.getName()));
            }
        }
        assertThat(table(ANSWERED)).doesNotHaveDuplicates().hasSameElementsAs(routed);
    }

    @Test
    void whatDoesNotPassTheGateAsOthersIsAnswered() throws IOException {
        assertThat(table(ANSWERED)).containsAll(RequestKind.methods());
    }

    @Test
    void everyRequestOfDapIsThere() throws IOException {
        List<String> told = new ArrayList<>(table(ANSWERED));
        told.addAll(table(NOT_ANNOUNCED));
        assertThat(told)
                .doesNotHaveDuplicates()
                .containsAll(requests(IDebugProtocolServer.class).values());
    }

    /** The requests that a class or interface of lsp4j's kind names, by their methods' names. */
    private static Map<String, String> requests(Class<?> server) {
        Map<String, String> found = new HashMap<>();
        for (Method method : server.getDeclaredMethods()) {
            JsonRequest request = method.getAnnotation(JsonRequest.class);
            if (request != null) {
                found.put(method.getName(), request.value().isEmpty() ? method.getName() : request.value());
            }
        }
        return found;
    }

    private static List<String> table(String head) throws IOException {
        return Files.readAllLines(Repository.ROOT.resolve("docs/requests.md")).stream()
                .dropWhile(line -> !line.equals(head))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|")[1])
                .flatMap(cell -> NAME.matcher(cell).results().map(name -> name.group(1)))
                .toList();
    }
}
