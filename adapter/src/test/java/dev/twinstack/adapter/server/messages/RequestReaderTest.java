package dev.twinstack.adapter.server.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonParseException;
import dev.twinstack.adapter.dap.UserError;
import org.eclipse.lsp4j.debug.ScopesArguments;
import org.eclipse.lsp4j.debug.services.IDebugProtocolServer;
import org.eclipse.lsp4j.jsonrpc.MessageIssueException;
import org.eclipse.lsp4j.jsonrpc.debug.messages.DebugRequestMessage;
import org.eclipse.lsp4j.jsonrpc.messages.MessageIssue;
import org.eclipse.lsp4j.jsonrpc.services.ServiceEndpoints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests as clients write them, whose arguments have another shape than DAP's. */
class RequestReaderTest {
    private final RequestReader reader =
            new RequestReader(ServiceEndpoints.getSupportedMethods(IDebugProtocolServer.class), gson -> {});

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'command':'setBreakpoints','arguments':{'lines':[1],'source':7},'type':'request','seq':12}",
                "{'seq':12,'type':'request','command':'setBreakpoints','arguments':{'lines':[1],'source':7}}",
                "{'arguments':{'source':7},'type':'request','command':'setBreakpoints','seq':12}",
            })
    void theArgumentIsNamedInWhateverOrderTheyCome(String request) {
        MessageIssueException refused = refusal(request);
        DebugRequestMessage message = (DebugRequestMessage) refused.getRpcMessage();
        assertThat(message.getId()).isEqualTo("12");
        assertThat(message.getMethod()).isEqualTo("setBreakpoints");
        assertThat(refused.getIssues())
                .singleElement()
                .satisfies(issue -> assertThat(issue.getCause())
                        .isInstanceOf(UserError.class)
                        .hasMessageContaining("'setBreakpoints' cannot be read, as its argument 'source' is 7;"));
    }

    @ParameterizedTest
    @CsvSource({
        "7, its arguments are no object but 7;",
        "{'source':{'path':[]}}, its argument 'source' is {\"path\":[]};",
        "{'lines':'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'}, xxx…;",
    })
    void whatItIsIsShown(String arguments, String why) {
        MessageIssueException refused =
                refusal("{'command':'setBreakpoints','arguments':" + arguments + ",'type':'request','seq':1}");
        assertThat(refused.getIssues())
                .singleElement()
                .extracting(MessageIssue::getText)
                .asString()
                .contains(why);
    }

    @Test
    void whatCanBeReadIsRead() {
        DebugRequestMessage message = (DebugRequestMessage)
                reader.parseMessage(json("{'command':'scopes','arguments':{'frameId':3},'type':'request','seq':1}"));
        assertThat(message.getParams())
                .isInstanceOfSatisfying(
                        ScopesArguments.class,
                        arguments -> assertThat(arguments.getFrameId()).isEqualTo(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "{'command':'threads'", "{'command':'setBreakpoints','arguments':7,'seq':1}"})
    void whatIsNoRequestIsNotAnswered(String text) {
        assertThatThrownBy(() -> reader.parseMessage(json(text))).isInstanceOf(JsonParseException.class);
    }

    private MessageIssueException refusal(String request) {
        return catchThrowableOfType(MessageIssueException.class, () -> reader.parseMessage(json(request)));
    }

    private static String json(String withSingleQuotes) {
        return withSingleQuotes.replace('\'', '"');
    }
}
