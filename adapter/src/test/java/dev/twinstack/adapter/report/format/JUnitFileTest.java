package dev.twinstack.adapter.report.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinstack.adapter.dap.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JUnitFileTest {
    private static final String WRITTEN = """
            <?xml version="1.0" encoding="utf-8"?><testsuites><testsuite name="pytest" errors="1" tests="2"   >\
            <testcase classname="tests.test_prices.TestPrices" name="test_fine" time="0.1"/>\
            <testcase classname="tests.test_prices.TestPrices" name="test_total[a::b]" time="0">\
            <error message="The process died while this test was running.">It died.</error></testcase></testsuite></testsuites>
            """;

    @TempDir
    private Path directory;

    private Path written(String text) throws Exception {
        return Files.writeString(directory.resolve("junit.xml"), text);
    }

    @Test
    void theReportIsTheErrorOfItsTest() throws Exception {
        Path file = written(WRITTEN);
        assertThat(new JUnitFile(file).attach(SampleReport.full())).isTrue();
        assertThat(file)
                .content()
                .contains(
                        "<error message=\"SIGSEGV in total&lt;int&gt; (pricing.c:37)\"", "Likely cause: A PyObject *");
        assertThat(file).content().contains("name=\"test_fine\" time=\"0.1\"/>").doesNotContain("It died.");
        assertThat(Files.readString(file).split("<error ")).hasSize(2);
    }

    @Test
    void aFileWithoutTheTestStaysAsItIs() throws Exception {
        Path file = written(WRITTEN.replace("test_total", "test_other"));
        assertThat(new JUnitFile(file).attach(SampleReport.full())).isFalse();
        assertThat(file).hasContent(WRITTEN.replace("test_total", "test_other"));
        assertThat(new JUnitFile(file).attach(SampleReport.bare())).isFalse();
        assertThat(new JUnitFile(directory.resolve("none.xml")).attach(SampleReport.full()))
                .isFalse();
    }

    @Test
    void aFileThatIsNoXmlIsSaid() throws Exception {
        JUnitFile file = new JUnitFile(written("<testsuites>"));
        assertThatThrownBy(() -> file.attach(SampleReport.full()))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("The report could not be attached to its test in '" + file.path() + "': ");
    }
}
