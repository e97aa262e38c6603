package org.snapshothub.gold;

import static org.assertj.core.api.Assertions.assertThat;

import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.snapshothub.HubRun;
import org.snapshothub.LakeTest;
import org.snapshothub.Needs;
import org.snapshothub.bronze.CapturedPage;
import org.snapshothub.lake.Table;
import org.snapshothub.silver.Observation;
import org.snapshothub.silver.PageFindings;

/** What arrives late, or is read anew by a newer extractor, moves the numbers of its own days and months and no other. */
class LateAndCorrectedIT extends LakeTest {

    @BeforeAll
    static void onAMachineWithTime() {
        Needs.full("minutes for runs after runs");
    }

    private static final String[] ALL = {
        "bronze", "read-pages", "extract-observations", "aggregate-temperatures", "aggregate-months"
    };

    @Test
    void aLatePageChangesItsDayItsMonthAndAtHourZeroTheDayBefore() throws IOException {
        for (int hour : new int[] {3, 6, 9, 12, 15, 18}) {
            feed("2026-01-10", hour, "5.0");
        }
        feed("2026-01-09", 12, "4.0");
        feed("2026-01-11", 12, "4.0");
        feed("2026-01-12", 12, "4.0");
        feed("2026-02-05", 12, "4.0");
        run(ALL);
        Set<String> before = files(StationDay.TABLE);
        Set<String> monthsBefore = files(RegionMonth.TABLE);

        feed("2026-01-11", 0, "-2.0");
        String summary = run(ALL);

        assertThat(slices(Observation.TABLE)).containsExactly("2026-01-11");
        assertThat(slices(RegionDay.TABLE)).containsExactly("2026-01-10", "2026-01-11");
        assertThat(slices(StationDay.TABLE)).containsExactly("2026-01-10", "2026-01-11");
        assertThat(slices(RegionMonth.TABLE)).containsExactly("2026-01");
        assertThat(outside(files(StationDay.TABLE), "2026-01-1[01]")).isEqualTo(outside(before, "2026-01-1[01]"));
        assertThat(outside(files(RegionMonth.TABLE), "2026-01")).isEqualTo(outside(monthsBefore, "2026-01"));
        assertThat(summary)
                .contains("2026-01-10 KR-45 mean 5.00000000 → 4.00000000 (readings 18 → 18)")
                .contains("2026-01-11 KR-45 mean 4.00000000 → 1.00000000, min 4.0 → -2.0 (readings 3 → 6)")
                .contains("2026-01 KR-45 min 4.0 → -2.0 (days 4 → 4)")
                .doesNotContain("2026-01-12", "2026-02");
        assertThat(lake().records(RegionDay.TABLE))
                .filteredOn(day -> day.regionCode().equals("KR-45")
                        && day.observedOn().toString().equals("2026-01-10"))
                .extracting(RegionDay::basis)
                .containsExactly("daily");
    }

    /** As the runbook says it is carried downstream. */
    @Test
    void aDayThatARestoreHasEmptiedGoesWhereItIsNamed() throws IOException {
        feed("2026-01-10", 12, "4.0");
        feed("2026-02-05", 12, "5.0");
        run(ALL);
        DeltaTable.forPath(spark(), lake().path(Observation.TABLE).toString()).restoreToVersion(0);

        run("aggregate-temperatures", "--from", "2026-01-01", "--to", "2026-02-01");

        assertThat(lake().records(RegionDay.TABLE))
                .extracting(day -> day.observedOn().toString())
                .containsOnly("2026-02-05");
    }

    @Test
    void whatAnOlderExtractorReadIsReadAnewAndTheSummarySaysWhatMoved() throws IOException {
        feed("2026-01-10", 12, "4.0");
        feed("2026-02-05", 12, "5.0");
        run("bronze", "read-pages");
        // As an older version had it, which read one of the pages wrongly.
        spark().sql("UPDATE delta.`" + lake().path(PageFindings.TABLE) + "` SET extractor_version = '0.9.0', "
                + "widget = replace(widget, ':5.0,', ':15.0,') WHERE observed_on = DATE'2026-02-05'");
        run("extract-observations", "aggregate-temperatures", "aggregate-months");
        assertThat(means()).containsExactlyInAnyOrder("2026-01-10 4.00000000", "2026-02-05 15.00000000");

        assertThat(run("extract-observations", "aggregate-temperatures", "aggregate-months"))
                .contains("nothing new");
        String summary = run("extract-observations", "aggregate-temperatures", "aggregate-months", "--reextract");

        assertThat(means()).containsExactlyInAnyOrder("2026-01-10 4.00000000", "2026-02-05 5.00000000");
        assertThat(slices(RegionDay.TABLE)).containsExactly("2026-02-05");
        assertThat(slices(RegionMonth.TABLE)).containsExactly("2026-02");
        assertThat(summary)
                .containsPattern("read-pages +1 +1 ")
                .contains("2026-02-05 KR-45 mean 15.00000000 → 5.00000000")
                .contains("2026-02 KR-45 min 15.0 → 5.0, max 15.0 → 5.0")
                .doesNotContain("2026-01");
        assertThat(run("extract-observations", "aggregate-temperatures", "aggregate-months", "--reextract"))
                .contains("nothing new");
    }

    @Test
    void aReadingsWordsAreThoseOfThePageItIsCreditedTo() throws IOException {
        String[] orders = {"%1$s %2$s 5.0℃", "%2$s %1$s 5.0℃", "%1$s 5.0℃ %2$s", "%2$s %1$s 5.0 ℃", "%1$s %2$s 5.0 ℃"};
        for (String order : orders) {
            String entries = Stream.of("서울", "인천", "수원", "청주", "대전", "전주", "광주", "목포")
                    .map(name -> "<li>" + order.formatted(name, "맑음") + "</li>")
                    .collect(Collectors.joining("\n"));
            page(order.hashCode() + ".html", "<p>2026.01.10 12:00</p><ul>" + entries + "</ul>");
        }
        run(ALL);
        Map<String, String> texts = lake().records(CapturedPage.TABLE).stream()
                .collect(Collectors.toMap(
                        CapturedPage::pageId, page -> new String(page.content(), StandardCharsets.UTF_8)));

        assertThat(texts).hasSize(orders.length);
        assertThat(lake().records(Observation.TABLE)).hasSize(8).allSatisfy(reading -> {
            assertThat(reading.pageCount()).isEqualTo(orders.length);
            assertThat(texts.get(reading.valuePageId())).contains("<li>" + reading.printed() + "</li>");
        });
    }

    private Set<String> means() {
        Set<String> means = new TreeSet<>();
        lake().records(RegionDay.TABLE).stream()
                .filter(day -> day.regionCode().equals("KR-45"))
                .forEach(day -> means.add(day.observedOn() + " " + day.meanC()));
        return means;
    }

    /** Three stations of one region, all as warm. */
    private void feed(String day, int hour, String celsius) throws IOException {
        String entry = "<local stn_id=\"%d\" icon=\"01\" desc=\"맑음\" ta=\"" + celsius + "\">%s</local>";
        String xml = "<current xmlns=\"current\"><weather year=\"%s\" month=\"%s\" day=\"%s\" hour=\"%02d\">"
                        .formatted(day.substring(0, 4), day.substring(5, 7), day.substring(8), hour)
                + entry.formatted(140, "군산") + entry.formatted(146, "전주") + entry.formatted(243, "부안")
                + "</weather></current>";
        page(day + "T" + hour + ".xml", xml);
    }

    private void page(String name, String content) throws IOException {
        Files.createDirectories(folder.resolve("pages"));
        Files.writeString(folder.resolve("pages").resolve(name), content);
    }

    private String run(String... jobs) {
        Path pages = folder.resolve("pages");
        String[] where = {"--lake", folder.resolve("lake").toString(), "--input", pages.toString()};
        HubRun run = HubRun.of(Stream.of(new String[] {"job"}, jobs, where)
                .flatMap(Arrays::stream)
                .toArray(String[]::new));
        assertThat(run.exitCode()).as(run.errors()).isZero();
        return run.output();
    }

    private Set<String> slices(Table<?> table) {
        return new TreeSet<>(lake().log(table).lastNote().orElseThrow().slices());
    }

    /** The data files that make up the table now. */
    private Set<String> files(Table<?> table) {
        return new TreeSet<>(Arrays.asList(lake().read(table).inputFiles()));
    }

    private static Set<String> outside(Set<String> files, String slices) {
        Set<String> others = new TreeSet<>(files);
        others.removeIf(file -> file.matches(".*=" + slices + "/.*"));
        assertThat(others).isNotEmpty();
        return others;
    }
}
