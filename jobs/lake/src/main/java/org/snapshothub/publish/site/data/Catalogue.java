package org.snapshothub.publish.site.data;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snapshothub.publish.site.Glossary;
import org.snapshothub.publish.site.SiteSettings;

/**
 * One catalogue of the tables given away, in JSON-LD: every data set is a {@code dcat:Dataset} and a schema.org
 * {@code Dataset} at once, its files are distributions with size and checksum. It holds no time of publishing: that
 * stands in {@code edition.json} alone.
 */
public final class Catalogue {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";
    private static final String DESCRIPTION = "저장된 웹 페이지에서 읽은 지역 기온과 하늘 상태, 기사가 말하는 데이터 활용 사례.";
    private static final String DESCRIPTION_ENGLISH =
            "Temperature and sky by region, and data-usage cases told in articles, as read from saved web pages.";

    private Catalogue() {}

    /**
     * A table and its files.
     *
     * @param table what is said of it; of its rows only those of the files' last part
     * @param rows in all files of one format together
     * @param span first and last day or month of all files; empty where the table has neither, or no row
     */
    public record DataSet(OpenTable table, long rows, List<String> span, List<OpenFile> files) {}

    public static void write(SiteSettings settings, List<DataSet> sets, OutputStream out) throws IOException {
        Map<String, Object> catalogue = new LinkedHashMap<>();
        catalogue.put("@context", context());
        catalogue.put("@id", "#catalogue");
        catalogue.put("@type", List.of("dcat:Catalog", "schema:DataCatalog"));
        catalogue.put("dct:title", inBoth(settings.title(), settings.titleEnglish()));
        catalogue.put("dct:description", inBoth(DESCRIPTION, DESCRIPTION_ENGLISH));
        catalogue.put("schema:name", settings.title());
        catalogue.put("schema:description", DESCRIPTION + " " + DESCRIPTION_ENGLISH);
        catalogue.put("dct:publisher", publisher(settings));
        catalogue.put("dct:license", licence(settings));
        catalogue.put("schema:license", licence(settings));
        catalogue.put("dct:language", List.of(language("ko"), language("en")));
        catalogue.put("foaf:homepage", "../../index.html");
        catalogue.put(
                "dcat:dataset", sets.stream().map(set -> dataSet(set, settings)).toList());
        catalogue.put(
                "schema:dataset",
                sets.stream().map(set -> reference("#" + set.table().name())).toList());
        out.write(JSON.writeValueAsBytes(catalogue));
        out.write('\n');
    }

    /** Everything that a reader needs stands here: the catalogue is understood without a network, like the pages. */
    private static Map<String, Object> context() {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("dcat", "http://www.w3.org/ns/dcat#");
        context.put("dct", "http://purl.org/dc/terms/");
        context.put("foaf", "http://xmlns.com/foaf/0.1/");
        context.put("schema", "https://schema.org/");
        context.put("skos", "http://www.w3.org/2004/02/skos/core#");
        context.put("spdx", "http://spdx.org/rdf/terms#");
        context.put("vcard", "http://www.w3.org/2006/vcard/ns#");
        context.put("xsd", "http://www.w3.org/2001/XMLSchema#");
        // Addresses are relative to the catalogue, wherever a copy of the edition lies.
        for (String address : List.of(
                "dcat:accessURL",
                "dcat:downloadURL",
                "dcat:mediaType",
                "foaf:homepage",
                "schema:contentUrl",
                "schema:url",
                "spdx:algorithm",
                "vcard:hasEmail",
                "vcard:hasURL")) {
            context.put(address, Map.of("@type", "@id"));
        }
        context.put("dcat:byteSize", Map.of("@type", "xsd:nonNegativeInteger"));
        context.put("spdx:checksumValue", Map.of("@type", "xsd:hexBinary"));
        return context;
    }

    private static Map<String, Object> dataSet(DataSet set, SiteSettings settings) {
        OpenTable table = set.table();
        String korean = Glossary.bundled().grain(table.name()).orElse(table.grain());
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("@id", "#" + table.name());
        node.put("@type", List.of("dcat:Dataset", "schema:Dataset"));
        node.put("dct:identifier", table.name());
        node.put("dct:title", inBoth(table.title(), table.titleEnglish()));
        // Search engines for data refuse what is described in less than fifty letters.
        String description = DESCRIPTION + " " + korean + ".";
        String english = DESCRIPTION_ENGLISH + " " + table.grain();
        node.put("dct:description", inBoth(description, english));
        node.put("schema:name", table.title());
        node.put("schema:alternateName", table.titleEnglish());
        node.put("schema:description", description + " " + english);
        node.put("schema:isAccessibleForFree", true);
        node.put("schema:creator", publisher(settings));
        node.put("dct:publisher", publisher(settings));
        if (settings.contact() != null) {
            node.put("dcat:contactPoint", contact(settings));
        }
        node.put("dct:license", licence(settings));
        node.put("schema:license", licence(settings));
        node.put("dct:spatial", place());
        node.put("schema:spatialCoverage", place());
        List<String> span = set.span();
        if (!span.isEmpty()) {
            Map<String, Object> period = new LinkedHashMap<>();
            period.put("@type", "dct:PeriodOfTime");
            period.put("dcat:startDate", date(span.get(0)));
            period.put("dcat:endDate", date(span.get(1)));
            node.put("dct:temporal", period);
            node.put("schema:temporalCoverage", span.get(0) + "/" + span.get(1));
        }
        node.put(
                "schema:variableMeasured",
                table.columns().stream().map(c -> c.name()).toList());
        node.put(
                "dcat:distribution",
                set.files().stream()
                        .map(file -> distribution(file, table, settings))
                        .toList());
        node.put(
                "schema:distribution",
                set.files().stream().map(file -> reference("#" + file.name())).toList());
        return node;
    }

    private static Map<String, Object> distribution(OpenFile file, OpenTable table, SiteSettings settings) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("@id", "#" + file.name());
        node.put("@type", List.of("dcat:Distribution", "schema:DataDownload"));
        node.put("dct:title", file.year().isEmpty() ? file.label() : file.year() + " " + file.label());
        node.put("dcat:accessURL", "../../download.html#" + table.name());
        node.put("dcat:downloadURL", file.name());
        node.put("schema:contentUrl", file.name());
        String[] mediaType = file.mediaType().split(";");
        node.put("dcat:mediaType", MEDIA_TYPES + mediaType[0]);
        node.put("schema:encodingFormat", file.mediaType());
        node.put("dct:license", licence(settings));
        node.put("dcat:byteSize", file.size());
        node.put("schema:contentSize", file.size() + " B");
        node.put("schema:sha256", file.sha256());
        Map<String, Object> checksum = new LinkedHashMap<>();
        checksum.put("@type", "spdx:Checksum");
        checksum.put("spdx:algorithm", "spdx:checksumAlgorithm_sha256");
        checksum.put("spdx:checksumValue", file.sha256());
        node.put("spdx:checksum", checksum);
        return node;
    }

    private static Map<String, Object> publisher(SiteSettings settings) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("@id", "#publisher");
        node.put("@type", List.of("foaf:Organization", "schema:Organization"));
        node.put("foaf:name", settings.publisher());
        node.put("schema:name", settings.publisher());
        return node;
    }

    private static Map<String, Object> contact(SiteSettings settings) {
        String contact = settings.contact();
        boolean isAddress = contact.contains("://");
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("@type", "vcard:Organization");
        node.put("vcard:fn", settings.publisher());
        node.put(isAddress ? "vcard:hasURL" : "vcard:hasEmail", isAddress ? contact : "mailto:" + contact);
        return node;
    }

    private static Map<String, Object> licence(SiteSettings settings) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("@id", settings.licenceUrl() == null ? "#licence" : settings.licenceUrl());
        node.put("@type", List.of("dct:LicenseDocument", "schema:CreativeWork"));
        node.put("dct:title", settings.licence());
        node.put("schema:name", settings.licence());
        return node;
    }

    private static Map<String, Object> place() {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("@id", "https://www.iso.org/obp/ui/#iso:code:3166:KR");
        node.put("@type", List.of("dct:Location", "schema:Country"));
        node.put("skos:prefLabel", inBoth("대한민국", "Republic of Korea"));
        node.put("schema:name", "대한민국");
        return node;
    }

    private static Map<String, Object> language(String code) {
        return reference("http://id.loc.gov/vocabulary/iso639-1/" + code);
    }

    private static Map<String, Object> reference(String id) {
        return Map.of("@id", id);
    }

    /** A day, or the month of tables that have months. */
    private static Map<String, String> date(String text) {
        return tagged("@type", text.length() == "2026-01".length() ? "xsd:gYearMonth" : "xsd:date", text);
    }

    private static List<Map<String, String>> inBoth(String korean, String english) {
        return List.of(tagged("@language", "ko", korean), tagged("@language", "en", english));
    }

    /** In a fixed order: equal rows must be equal bytes. */
    private static Map<String, String> tagged(String key, String tag, String text) {
        Map<String, String> value = new LinkedHashMap<>();
        value.put(key, tag);
        value.put("@value", text);
        return value;
    }
}
