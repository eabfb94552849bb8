package dev.twinstack.adapter.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.report.format.Json;
import dev.twinstack.adapter.report.model.CrashReport;
import dev.twinstack.adapter.report.model.FrameReport;
import dev.twinstack.adapter.report.model.Variable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SecretsTest {
    private final Secrets secrets = Secrets.of(List.of());

    @Test
    void aReportWithoutSecretsStaysAsItIs() {
        CrashReport report = Reports.of(Reports.python("find", Reports.variable("name", "'bolt'")));
        assertThat(secrets.masked(report)).isEqualTo(report);
    }

    @Test
    void aWholeReportIsMasked() {
        String document = new Json().render(secrets.masked(Reports.whole()));
        assertThat(document)
                .contains("\"API_TOKEN\": \"<masked>\"", "\"--token=<masked>\"", "\"HOME\": \"/root\"")
                .doesNotContain("tiger-lily", "hunter2");
    }

    @Test
    void whatWasMaskedOnceIsMaskedEverywhere() {
        Variable password = Reports.variable("password", "'swordfish'");
        CrashReport report =
                Reports.of(Reports.python("find", Reports.variable("said", "'is it swordfish?'"), password));
        assertThat(first(secrets.masked(report)).value()).isEqualTo("'is it <masked>?'");
    }

    @Test
    void variablesAreMaskedByTheirNames() {
        for (String name : List.of(
                "password",
                "db_passwd",
                "pwd",
                "DB_PWD",
                "authToken",
                "csrf_token",
                "AWS_SECRET_ACCESS_KEY",
                "cookies")) {
            assertThat(shown(name, "'swordfish'")).as(name).isEqualTo(Secrets.MASK);
        }
        for (String name :
                List.of("tokens", "tokenizer", "token_ids", "author", "compass", "keys", "oldpwdx", "PWD", "OLDPWD")) {
            assertThat(shown(name, "'swordfish'")).as(name).isEqualTo("'swordfish'");
        }
        assertThat(shown("password", "17")).isEqualTo(Secrets.MASK);
    }

    @Test
    void whatIsNamedWithinAValueIsMasked() {
        assertThat(shown("config", "{'user': 'me', 'password': 'it\\'s, me', 'port': 5432}"))
                .isEqualTo("{'user': 'me', 'password': <masked>, 'port': 5432}");
        assertThat(shown("header", "'Authorization: abc'")).isEqualTo("'Authorization: <masked>'");
        assertThat(shown("header", "'Authorization: Bearer abc, d'")).isEqualTo("'Authorization: <masked>, d'");
        assertThat(shown("config", "{'api_key': b'cut in the mid…")).isEqualTo("{'api_key': <masked>");
        assertThat(shown("url", "'postgres://me:swordfish@host/db'")).isEqualTo("'postgres://<masked>@host/db'");
    }

    @Test
    void anOptionsValueMayStandBehindIt() {
        CrashReport report = Reports.started("deploy", "--password", "swordfish", "--fast");
        assertThat(secrets.masked(report).process().command())
                .containsExactly("deploy", "--password", Secrets.MASK, "--fast");
    }

    @Test
    void secretsOfHeadersUrlsAndStructures() {
        assertThat(shown("header", "'x-api-key: swordfish'")).isEqualTo("'x-api-key: <masked>'");
        assertThat(shown("header", "{'X-Access-Key': 'swordfish'}")).isEqualTo("{'X-Access-Key': <masked>}");
        assertThat(shown("header", "'Authorization: token ghp_1'")).isEqualTo("'Authorization: <masked>'");
        assertThat(shown("url", "'https://ghp_12@host/a'")).isEqualTo("'https://<masked>@host/a'");
        assertThat(shown("login", "{user = 0x55d0 \"me\", password = 0x55e0 \"swordfish\"}"))
                .isEqualTo("{user = 0x55d0 \"me\", password = <masked>}");
    }

    @Test
    void whatAnyTextShowsToBeSecretIsMaskedElsewhere() {
        for (String text : List.of(
                "{'password': 'swordfish'}",
                "'--token=swordfish'",
                "'https://me:swordfish@host'",
                "'Authorization: Bearer swordfish'")) {
            Variable said = Reports.variable("said", "'is it swordfish?'");
            CrashReport report = Reports.of(Reports.python("find", said, Reports.variable("text", text)));
            assertThat(first(secrets.masked(report)).value()).as(text).isEqualTo("'is it <masked>?'");
        }
    }

    @Test
    void variablesOfTheEnvironmentHaveNamesOfTheirOwn() {
        Map<String, String> variables =
                Map.of("DEPLOY_KEY", "a", "GITHUB_PAT", "b", "SENTRY_DSN", "c", "SLACK_WEBHOOK_URL", "d", "KEYS", "e");
        assertThat(secrets.masked(Reports.within(variables)).process().environment())
                .containsEntry("KEYS", "e")
                .hasSize(5)
                .satisfies(masked -> assertThat(Collections.frequency(masked.values(), Secrets.MASK))
                        .isEqualTo(4));
    }

    @Test
    void whatSaysWhatThingsAreIsNoSecret() {
        Variable token = Reports.variable("token", "['python', 'native', '/src/parts.py', 'signal', 'test_parts']");
        Variable keys = Reports.variable("cookies", "{'careful': 'abc', 'b': 'def'}");
        FrameReport read = Reports.python("careful", token, keys, Reports.variable("text", "', 'b': '"));
        CrashReport masked = secrets.masked(Reports.of(read, Reports.compiled("take", "/lib/native.so")));
        List<FrameReport> frames = masked.crashed().orElseThrow().frames();
        assertThat(frames).extracting(FrameReport::language).containsExactly("python", "native");
        assertThat(frames.get(0).file()).isEqualTo("/src/parts.py");
        assertThat(frames.get(0).function()).isEqualTo("careful");
        assertThat(frames.get(0).variables().get(2).value()).isEqualTo("', 'b': '");
        assertThat(frames.get(1).library()).isEqualTo("/lib/native.so");
        assertThat(masked.reason().kind()).isEqualTo("signal");
    }

    @Test
    void furtherNamesCanBeGiven() {
        Variable variable = Reports.variable("patient", "'Ann'");
        CrashReport report = Reports.of(Reports.python("find", variable));
        Secrets more = Secrets.of(List.of(Pattern.compile("^PATIENT$", Pattern.CASE_INSENSITIVE)));
        assertThat(first(more.masked(report)).value()).isEqualTo(Secrets.MASK);
    }

    private String shown(String name, String value) {
        return first(secrets.masked(Reports.of(Reports.python("find", Reports.variable(name, value)))))
                .value();
    }

    private static Variable first(CrashReport report) {
        FrameReport frame = report.crashed().orElseThrow().frames().get(0);
        return frame.variables().get(0);
    }
}
