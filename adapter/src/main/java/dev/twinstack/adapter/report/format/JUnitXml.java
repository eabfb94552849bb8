package dev.twinstack.adapter.report.format;

import dev.twinstack.adapter.report.model.CrashReport;
import java.io.StringWriter;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The report as the result of a test that has failed with an error, in the XML of Ant's JUnit task, which CI servers collect. */
final class JUnitXml implements Format {
    @Override
    public String name() {
        return "junit";
    }

    @Override
    public String extension() {
        return "xml";
    }

    @Override
    public String render(CrashReport report) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            document(xml, report);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("XML that is written into a text", impossible);
        }
        return text + "\n";
    }

    private static void document(XMLStreamWriter xml, CrashReport report) throws XMLStreamException {
        Map<String, String> counts = Map.of("tests", "1", "failures", "0", "errors", "1", "skipped", "0");
        start(xml, "testsuites", counts);
        start(xml, "testsuite", counts);
        attribute(xml, "name", TestName.SUITE);
        attribute(xml, "timestamp", report.time());
        test(xml, report);
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void test(XMLStreamWriter xml, CrashReport report) throws XMLStreamException {
        TestName test = TestName.of(report);
        start(xml, "testcase", Map.of("classname", test.className(), "name", test.name(), "time", "0"));
        start(xml, "error", Map.of("type", report.reason().name(), "message", Headline.of(report)));
        xml.writeCharacters(XmlText.of(Text.plain().render(report)));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void start(XMLStreamWriter xml, String name, Map<String, String> attributes)
            throws XMLStreamException {
        xml.writeStartElement(name);
        for (String each : attributes.keySet().stream().sorted().toList()) {
            attribute(xml, each, attributes.get(each));
        }
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        if (value != null) {
            xml.writeAttribute(name, XmlText.of(value));
        }
    }
}
