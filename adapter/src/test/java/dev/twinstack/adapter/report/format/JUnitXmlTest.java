package dev.twinstack.adapter.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.report.model.CrashReport;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class JUnitXmlTest {
    private static Element element(CrashReport report, String name) throws Exception {
        String xml = new JUnitXml().render(report);
        return (Element) DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getElementsByTagName(name)
                .item(0);
    }

    @Test
    void theTestIsNamedAsPytestNamesIt() throws Exception {
        Element test = element(SampleReport.full(), "testcase");
        assertThat(test.getAttribute("classname")).isEqualTo("tests.test_prices.TestPrices");
        assertThat(test.getAttribute("name")).isEqualTo("test_total[a::b]");
    }

    @Test
    void theErrorHoldsTheReportWhateverIsInIt() throws Exception {
        Element error = element(SampleReport.full(), "error");
        assertThat(error.getAttribute("type")).isEqualTo("SIGSEGV");
        assertThat(error.getAttribute("message")).contains("total<int> (pricing.c:37)");
        assertThat(error.getTextContent()).contains("Likely cause", "100%, ]]>\uFFFD\uFFFD[31m");
        assertThat(element(SampleReport.full(), "testsuite").getAttribute("errors"))
                .isEqualTo("1");
    }

    @Test
    void aProgramWithoutATestIsOneOfTwinstack() throws Exception {
        Element test = element(SampleReport.bare(), "testcase");
        assertThat(test.getAttribute("classname")).isEqualTo("twinstack");
        assertThat(test.getAttribute("name")).isEqualTo("timeout");
    }
}
