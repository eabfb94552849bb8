package dev.twinstack.adapter.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.report.format.Json;
import dev.twinstack.adapter.report.model.CrashReport;
import dev.twinstack.adapter.report.model.FrameReport;
import dev.twinstack.adapter.report.model.Variable;
import java.util.List;
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
