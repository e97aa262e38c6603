package org.snapshothub.publish.site.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snapshothub.lake.Table;
import org.snapshothub.publish.site.SiteSettings;

class OpenDataTest {

    private static final OpenTable TABLE = new OpenTable(
            "sample",
            "보기",
            "Sample",
            "One row per thing.",
            List.of("observed_on"),
            List.of(
                    new Table.Column("observed_on", "DATE", false, "", "Day"),
                    new Table.Column("min_c", "DECIMAL(4,1)", true, "℃", "Lowest"),
                    new Table.Column("n", "INT", false, "", "Count"),
                    new Table.Column("title", "STRING", true, "", "Title")),
            List.of(
                    new Object[] {LocalDate.of(2026, 1, 19), null, 2, "=HYPERLINK(\"x\")"},
                    new Object[] {LocalDate.of(2026, 1, 18), new BigDecimal("-1.0"), 1, "똠방각하, \"둘\"\uD800\u0001"}));

    private interface Writing {
        void to(ByteArrayOutputStream out) throws IOException;
    }

    private static byte[] bytes(Writing writing) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writing.to(out);
        return out.toByteArray();
    }

    @Test
    void csvHasAByteOrderMarkRowsInKeyOrderAndNumbersThatStayNumbers() throws IOException {
        String csv = new String(bytes(out -> CsvFile.write(TABLE, out)), StandardCharsets.UTF_8);

        assertThat(csv)
                .isEqualTo("\uFEFFobserved_on,min_c,n,title\r\n"
                        + "2026-01-18,-1.0,1,\"똠방각하, \"\"둘\"\"\uFFFD\"\r\n"
                        + "2026-01-19,,2,\"'=HYPERLINK(\"\"x\"\")\"\r\n");
    }

    @Test
    void cp949HoldsEveryHangulSyllableOfMs949() throws IOException {
        String csv = new String(bytes(out -> CsvFile.writeCp949(TABLE, out)), Charset.forName("x-windows-949"));

        assertThat(csv).startsWith("observed_on,min_c,n,title\r\n2026-01-18,-1.0,1,\"똠방각하, \"\"둘\"\"?\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+82", "-1", "@SUM(A1)", "\tx", "\rx", "\n=1", "  =1", "\u00A0=1", "\u3000@x", "＝1", "－1"
            })
    void putsAnApostropheBeforeTextThatWouldBeAFormula(String text) {
        assertThat(CsvFile.formulaSafe(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1-1", "a=b", "가", "'="})
    void leavesOtherTextAsItIs(String text) {
        assertThat(CsvFile.formulaSafe(text)).isEqualTo(text);
    }

    @Test
    void jsonKeepsEveryPlaceOfADecimal() throws IOException {
        byte[] json = bytes(out -> JsonFile.write(TABLE, out));

        assertThat(new String(json, StandardCharsets.UTF_8))
                .contains("\"min_c\":-1.0,\"n\":1")
                .contains("\"min_c\":null");
        assertThat(new ObjectMapper().readTree(json)).hasSize(2);
    }

    @Test
    void xlsxHasTypedCellsAFrozenHeaderAndACodeBook() throws IOException {
        Map<String, String> parts = parts(bytes(out -> XlsxFile.write(TABLE, out)));

        String data = parts.get("xl/worksheets/sheet1.xml");
        assertThat(data).contains("<v>-1.0</v>", "<v>46040", "state=\"frozen\"").doesNotContain("<f>");
        assertThat(parts.get("xl/sharedStrings.xml")).contains("=HYPERLINK", "may be empty", "Lowest", "&#x2103;");
        assertThat(parts.get("xl/workbook.xml")).contains("codebook");
    }

    @Test
    void xlsxKeepsTheLinesThatTheOtherFormatsHave() throws IOException {
        OpenTable lines = new OpenTable(
                "lines",
                "줄",
                "Lines",
                "One row.",
                List.of("title"),
                List.of(new Table.Column("title", "STRING", true, "", "Title")),
                List.<Object[]>of(new Object[] {"one line\ntwo  words"}));

        assertThat(parts(bytes(out -> XlsxFile.write(lines, out))).get("xl/sharedStrings.xml"))
                .containsPattern("one line(\n|&#xa;)two {2}words");
        assertThat(new String(bytes(out -> CsvFile.write(lines, out)), StandardCharsets.UTF_8))
                .contains("\"one line\ntwo  words\"");
    }

    @Test
    void casesSayFromWhichMonthToWhichTheyAre() {
        OpenTable cases = new OpenTable(
                "use_cases",
                "사례",
                "Cases",
                "One row.",
                List.of("published_month"),
                List.of(new Table.Column("published_month", "STRING", true, "", "month")),
                List.of(new Object[] {"2025-03"}, new Object[] {null}, new Object[] {"2024-11"}));

        assertThat(cases.span()).containsExactly("2024-11", "2025-03");
    }

    @Test
    void xlsxOfEqualRowsIsEqualBytes() throws Exception {
        byte[] one = bytes(out -> XlsxFile.write(TABLE, out));
        Thread.sleep(1_100);
        byte[] two = bytes(out -> XlsxFile.write(TABLE, out));

        assertThat(two).isEqualTo(one);
    }

    /** The launcher's JVM is in Seoul, a cluster's mostly in UTC. */
    @Test
    void xlsxOfEqualRowsIsEqualBytesInEveryTimeZone() throws IOException {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Seoul"));
            byte[] one = bytes(out -> XlsxFile.write(TABLE, out));
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));

            assertThat(bytes(out -> XlsxFile.write(TABLE, out))).isEqualTo(one);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void parquetOfEqualRowsIsEqualBytes() throws IOException {
        byte[] parquet = bytes(out -> ParquetFile.write(TABLE, out));

        assertThat(new String(parquet, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("PAR1");
        assertThat(bytes(out -> ParquetFile.write(TABLE, out))).isEqualTo(parquet);
    }

    /** A hash set of enumerated values has another order in each JVM: a second write in this one would not show it. */
    @Test
    void parquetListsItsEncodingsInOneOrder() throws IOException {
        byte[] parquet = bytes(out -> ParquetFile.write(TABLE, out));
        int tail = parquet.length - 8;
        int length = ByteBuffer.wrap(parquet).order(ByteOrder.LITTLE_ENDIAN).getInt(tail);

        FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(parquet, tail - length, length));

        assertThat(footer.getRow_groups().get(0).getColumns())
                .hasSize(TABLE.columns().size())
                .allSatisfy(column -> assertThat(column.getMeta_data().getEncodings())
                        .hasSizeGreaterThan(1)
                        .isSorted());
    }

    @Test
    void theCatalogueNamesEachFileWithSizeAndChecksum() throws IOException {
        OpenFile file = new OpenFile("data/open/sample.csv", "", "CSV", "text/csv", 12, "ab");

        var node = new ObjectMapper()
                .readTree(bytes(out -> Catalogue.write(
                        SiteSettings.defaults("1"),
                        List.of(new Catalogue.DataSet(TABLE, 2, TABLE.span(), List.of(file))),
                        out)));

        var set = node.path("dcat:dataset").path(0);
        assertThat(set.path("dcat:distribution")
                        .path(0)
                        .path("dcat:downloadURL")
                        .asText())
                .as("relative to the catalogue, which lies beside the files")
                .isEqualTo("sample.csv");
        assertThat(set.path("schema:distribution").path(0).path("@id"))
                .isEqualTo(set.path("dcat:distribution").path(0).path("@id"));
        assertThat(set.path("dct:license").path("dct:title").asText()).startsWith("공공누리 제1유형");
        assertThat(node.path("@context").isObject())
                .as("understood without a network")
                .isTrue();
        assertThat(set.path("schema:temporalCoverage").asText()).isEqualTo("2026-01-18/2026-01-19");
        assertThat(set.path("dcat:distribution").path(0).path("dcat:byteSize").asInt())
                .isEqualTo(12);
        assertThat(set.path("dct:title").path(0).path("@language").asText()).isEqualTo("ko");
    }

    private static Map<String, String> parts(byte[] zip) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
        for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
            parts.put(part.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        return parts;
    }
}
