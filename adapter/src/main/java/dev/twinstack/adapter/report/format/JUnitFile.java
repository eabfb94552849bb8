package dev.twinstack.adapter.report.format;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.report.model.CrashReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The JUnit file of a test runner, in which {@code twinstack_pytest} has entered the test that crashed, as an error without a reason. */
public record JUnitFile(Path path) {
    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    /** Makes the report the error of its test; returns whether there is such a test. Throws {@link UserError} for a file that is no XML. */
    public boolean attach(CrashReport report) {
        if (report.process().test() == null || !Files.exists(path)) {
            return false;
        }
        try {
            Document document = parsed();
            Optional<Element> test = find(document, TestName.of(report));
            test.ifPresent(each -> fill(document, each, report));
            if (test.isPresent()) {
                TransformerFactory.newDefaultInstance()
                        .newTransformer()
                        .transform(new DOMSource(document), new StreamResult(path.toFile()));
            }
            return test.isPresent();
        } catch (IOException | SAXException | ParserConfigurationException | TransformerException failure) {
            throw new UserError(
                    "The report could not be attached to its test in '" + path + "': " + failure.getMessage() + ".",
                    failure);
        }
    }

    private Document parsed() throws ParserConfigurationException, IOException, SAXException {
        DocumentBuilderFactory parsers = DocumentBuilderFactory.newDefaultInstance();
        parsers.setFeature(NO_DOCTYPE, true);
        DocumentBuilder parser = parsers.newDocumentBuilder();
        parser.setErrorHandler(new DefaultHandler()); // the usual one prints what it throws
        return parser.parse(path.toFile());
    }

    /** The last of that name: a test may have been run again. */
    private static Optional<Element> find(Document document, TestName name) {
        return elements(document.getElementsByTagName("testcase")).stream()
                .filter(each -> each.getAttribute("name").equals(XmlText.of(name.name())))
                .filter(each -> each.getAttribute("classname").equals(XmlText.of(name.className())))
                .reduce((one, next) -> next);
    }

    private static void fill(Document document, Element test, CrashReport report) {
        elements(test.getElementsByTagName("error")).forEach(test::removeChild);
        Element error = document.createElement("error");
        error.setAttribute("type", report.reason().name());
        error.setAttribute("message", XmlText.of(Headline.of(report)));
        error.setTextContent(XmlText.of(Text.plain().render(report)));
        test.appendChild(error);
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(index -> (Element) nodes.item(index))
                .toList();
    }
}
