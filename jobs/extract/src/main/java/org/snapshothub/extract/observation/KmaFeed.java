package org.snapshothub.extract.observation;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.snapshothub.extract.observation.RawEntry.Sign;

/** The KMA's {@code sfc_web_map.xml}: {@code current > weather > local}, with its day, hour and station numbers. */
final class KmaFeed {

    private static final int HEAD = 512;

    private KmaFeed() {}

    /** Whether the root element is the feed's, before anything is parsed. */
    static boolean isFeed(String text) {
        String head = text.substring(0, Math.min(HEAD, text.length()));
        int root = head.indexOf("<current");
        String before = root < 0 ? "" : head.substring(0, root);
        boolean isRoot =
                root >= 0 && !before.contains("<html") && !before.contains("<body") && !before.contains("<div");
        return isRoot && root + 8 < head.length() && " >\t\r\n/".indexOf(head.charAt(root + 8)) >= 0;
    }

    static SourceList read(String text) {
        PrintedTime time = PrintedTime.NONE;
        List<RawEntry> entries = new ArrayList<>();
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new StringReader(text.stripLeading()));
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD) {
                    return refused("declares a DTD", text);
                }
                if (event != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (xml.getLocalName().equals("weather")) {
                    time = time(xml);
                } else if (xml.getLocalName().equals("local")) {
                    entries.add(entry(xml));
                }
            }
        } catch (XMLStreamException e) {
            return refused("is not well-formed at " + place(e), text);
        }
        if (!time.hasDate()) {
            return refused("has no weather element with year, month, day and hour", text);
        }
        return new SourceList(List.of(new EntryList(0, text.length(), null, entries)), time, null);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entities are not read");
        });
        return factory;
    }

    private static String place(XMLStreamException e) {
        return e.getLocation() == null
                ? "an unknown place"
                : "line " + e.getLocation().getLineNumber() + ", column "
                        + e.getLocation().getColumnNumber();
    }

    private static SourceList refused(String what, String text) {
        String excerpt = text.substring(0, Math.min(HEAD, text.length()));
        return SourceList.refused(ObservationReason.MALFORMED_FEED, "the feed " + what, excerpt);
    }

    private static PrintedTime time(XMLStreamReader xml) {
        Integer year = number(attribute(xml, "year"));
        Integer month = number(attribute(xml, "month"));
        Integer day = number(attribute(xml, "day"));
        Integer hour = number(attribute(xml, "hour"));
        return year == null || month == null || day == null || hour == null
                ? PrintedTime.NONE
                : ObservedAt.exactly(year, month, day, hour).orElse(PrintedTime.NONE);
    }

    private static RawEntry entry(XMLStreamReader xml) throws XMLStreamException {
        Integer id = number(attribute(xml, "stn_id"));
        String sky = attribute(xml, "desc");
        String temperature = attribute(xml, "ta").replace('\u2212', '-');
        boolean isNegative = temperature.startsWith("-");
        String digits = isNegative || temperature.startsWith("+") ? temperature.substring(1) : temperature;
        boolean hasDigits = digits.chars().anyMatch(Character::isDigit);
        Figure figure = hasDigits ? Figure.of(digits) : null;
        String name = textOf(xml);
        String printed = (sky + name + temperature).strip();
        return new RawEntry(
                id,
                name.isEmpty() ? null : name,
                sky.isEmpty() || sky.equals("-") ? null : sky,
                figure,
                isNegative ? Sign.MINUS : Sign.PLUS,
                printed);
    }

    private static String textOf(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                throw new XMLStreamException("an element inside local", xml.getLocation());
            }
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(xml.getText());
            }
        }
        return text.toString().replace('\u00A0', ' ').strip();
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value.replace('\u00A0', ' ').strip();
    }

    private static Integer number(String digits) {
        boolean isNumber =
                !digits.isEmpty() && digits.length() <= 6 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Integer.valueOf(digits) : null;
    }
}
