package org.snapshothub.publish.site.data;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
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
        catalogue.put("@type", List.of("dcat:Catalog", "schema:DataCatalog"));
        catalogue.put("dct:title", inBoth(settings.title(), settings.titleEnglish()));
        catalogue.put("dct:publisher", publisher(settings));
        catalogue.put("dct:license", licence(settings));
        catalogue.put("dct:language", List.of("ko", "en"));
        catalogue.put(
                "dcat:dataset", sets.stream().map(set -> dataSet(set, settings)).toList());
        out.write(JSON.writeValueAsBytes(catalogue));
        out.write('\n');
    }

    private static Map<String, Object> context() {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("dcat", "http://www.w3.org/ns/dcat#");
        context.put("dct", "http://purl.org/dc/terms/");
        context.put("foaf", "http://xmlns.com/foaf/0.1/");
        context.put("spdx", "http://spdx.org/rdf/terms#");
        context.put("schema", "https://schema.org/");
        return context;
    }

    private static Map<String, Object> dataSet(DataSet set, SiteSettings settings) {
        OpenTable table = set.table();
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("@id", "#" + table.name());
        node.put("@type", List.of("dcat:Dataset", "schema:Dataset"));
        node.put("dct:identifier", table.name());
        node.put("dct:title", inBoth(table.title(), table.titleEnglish()));
        node.put(
                "dct:description", inBoth(Glossary.bundled().grain(table.name()).orElse(table.grain()), table.grain()));
        node.put("schema:name", table.title());
        node.put("schema:alternateName", table.titleEnglish());
        node.put("schema:description", table.grain());
        node.put("schema:creator", publisher(settings));
        node.put("dct:publisher", publisher(settings));
        node.put("dct:license", licence(settings));
        node.put("schema:license", settings.licence());
        node.put("dct:spatial", Map.of("@id", "https://www.iso.org/obp/ui/#iso:code:3166:KR"));
        node.put("schema:spatialCoverage", "대한민국");
        List<String> span = set.span();
        if (!span.isEmpty()) {
            Map<String, Object> period = new LinkedHashMap<>();
            period.put("@type", "dct:PeriodOfTime");
            period.put("dcat:startDate", span.get(0));
            period.put("dcat:endDate", span.get(1));
            node.put("dct:temporal", period);
            node.put("schema:temporalCoverage", span.get(0) + "/" + span.get(1));
        }
        node.put(
                "schema:variableMeasured",
                table.columns().stream().map(c -> c.name()).toList());
        node.put(
                "dcat:distribution",
                set.files().stream().map(Catalogue::distribution).toList());
        return node;
    }

    private static Map<String, Object> distribution(OpenFile file) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("@type", List.of("dcat:Distribution", "schema:DataDownload"));
        node.put("dct:title", file.year().isEmpty() ? file.label() : file.year() + " " + file.label());
        node.put("dcat:downloadURL", file.path());
        node.put("schema:contentUrl", file.path());
        node.put("dcat:mediaType", file.mediaType());
        node.put("schema:encodingFormat", file.mediaType());
        node.put("dcat:byteSize", file.size());
        Map<String, Object> checksum = new LinkedHashMap<>();
        checksum.put("@type", "spdx:Checksum");
        checksum.put("spdx:algorithm", "SHA256");
        checksum.put("spdx:checksumValue", file.sha256());
        node.put("spdx:checksum", checksum);
        return node;
    }

    private static Map<String, Object> publisher(SiteSettings settings) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("@type", List.of("foaf:Organization", "schema:Organization"));
        node.put("foaf:name", settings.publisher());
        node.put("schema:name", settings.publisher());
        if (settings.contact() != null) {
            node.put("schema:contactPoint", settings.contact());
        }
        return node;
    }

    private static Map<String, Object> licence(SiteSettings settings) {
        Map<String, Object> node = new LinkedHashMap<>();
        if (settings.licenceUrl() != null) {
            node.put("@id", settings.licenceUrl());
        }
        node.put("dct:title", settings.licence());
        return node;
    }

    private static List<Map<String, String>> inBoth(String korean, String english) {
        List<Map<String, String>> both = new ArrayList<>();
        both.add(Map.of("@language", "ko", "@value", korean));
        both.add(Map.of("@language", "en", "@value", english));
        // Map.of has no order of its own between runs; two entries must still print alike.
        return both.stream().<Map<String, String>>map(java.util.TreeMap::new).toList();
    }
}
