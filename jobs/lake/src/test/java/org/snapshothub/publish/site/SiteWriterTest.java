package org.snapshothub.publish.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.snapshothub.gold.SkyShare;

class SiteWriterTest {

    @TempDir
    Path site;

    private final SiteWriter writer = new SiteWriter();

    @Test
    void showsTheSeedPagesKnownAnswers() throws IOException {
        Path edition = writer.write(SeedDay.content(), SeedDay.STAMP, site).path();

        assertThat(text(edition.resolve("index.html")))
                .contains("전북특별자치도", "10.5<span", "10/10", "부안", "14.1<span", "남원", "전기차 충전소 입지 선정");
        assertThat(text(edition.resolve("day/2026-01-18.html")))
                .contains("96/97", ">8.7<", "92/93", ">8.4<", "−1.0", "대관령");
        assertThat(text(edition.resolve("en/index.html"))).contains("Mean temperature", "Jeonbuk");
    }

    @Test
    void beginsAtHomeAndLeadsFromAMeanToItsStations() throws IOException {
        Path edition = writer.write(SeedDay.content(), SeedDay.STAMP, site).path();

        String day = text(edition.resolve("day/2026-01-18.html"));
        assertThat(day).containsSubsequence("region/KR-45.html", "region/KR.html", "region/KR-11.html");
        assertThat(day).contains("<tr id=\"KR-45\" data-region=\"KR-45\"", "id=\"stations\"");
        assertThat(text(edition.resolve("index.html")))
                .contains("<a href=\"day/2026-01-18.html#KR-45\">지점 10/10</a>", "day/2026-01-18.html#stations");
        assertThat(text(edition.resolve("region/KR-45.html"))).contains("../day/2026-01-18.html#KR-45");
    }

    @Test
    void tellsTheClockOfItsReadersBesideAnEdition() throws IOException {
        writer.write(SeedDay.content(), new Stamp(Instant.parse("2026-01-18T23:59:59.123Z"), Map.of()), site);

        assertThat(text(site.resolve("index.html"))).contains("2026-01-19 08:59 KST");
        assertThat(text(site.resolve("changes.html"))).contains("2026-01-19 08:59 KST");
    }

    @Test
    void givesEqualBytesForEqualContentWhateverTheClockSays(@TempDir Path other) throws IOException {
        Stamp later = new Stamp(Instant.parse("2027-01-01T00:00:00Z"), Map.of("gold.temperature_by_region", 9L));

        Edition one = writer.write(SeedDay.content(), SeedDay.STAMP, site);
        Edition two = writer.write(SeedDay.content(), later, other);

        assertThat(two.id()).isEqualTo(one.id());
        assertThat(files(two.path())).isEqualTo(files(one.path()));
    }

    @Test
    void publishesNothingWhenTheContentIsEqual() throws IOException {
        writer.write(SeedDay.content(), SeedDay.STAMP, site);
        Map<String, String> before = files(site);

        Edition again =
                writer.write(SeedDay.content(), new Stamp(Instant.parse("2027-01-01T00:00:00Z"), Map.of()), site);

        assertThat(again.published()).isFalse();
        assertThat(files(site)).isEqualTo(before);
    }

    @Test
    void keepsEarlierEditionsAndLeadsToTheLatest() throws IOException {
        Edition first = writer.write(SeedDay.content(), SeedDay.STAMP, site);
        Edition second = writer.write(
                SeedDay.content(List.of()), new Stamp(Instant.parse("2026-02-01T00:00:00Z"), Map.of()), site);

        assertThat(first.path()).isDirectory();
        assertThat(text(site.resolve("index.html")))
                .contains("0; url=edition-" + second.id() + "/index.html", first.id());
        assertThat(SiteFolder.editions(site))
                .extracting(SiteFolder.Listed::id)
                .containsExactly(second.id(), first.id());
    }

    @Test
    void saysWhatMovedSinceTheLastEditionAndWhy() throws IOException {
        LocalDate day = SeedDay.DAY;
        writer.write(SeedDay.content(List.of(day), List.of()), SeedDay.STAMP, site);
        writer.write(SeedDay.content(List.of(day.minusDays(2), day, day.plusDays(1)), List.of()), SeedDay.STAMP, site);

        assertThat(text(site.resolve("changes.html")))
                .contains(">1</p><p class=\"n\">2026-01-19</p>", "2026-01-16", "늦게 온 자료 20 ")
                .doesNotContain("거둬들임", "고침");
    }

    @Test
    void keepsWhatOneMoreDayDoesNotTouchOnceOnDisk() throws IOException {
        LocalDate day = SeedDay.DAY;
        Path first = writer.write(
                        SeedDay.content(List.of(day.minusDays(2), day.minusDays(1)), List.of()), SeedDay.STAMP, site)
                .path();
        Path second = writer.write(
                        SeedDay.content(List.of(day.minusDays(2), day.minusDays(1), day), List.of()),
                        SeedDay.STAMP,
                        site)
                .path();

        String untouched = "day/2026-01-16.html";
        String touched = "day/2026-01-17.html";
        assertThat(Files.isSameFile(first.resolve(untouched), second.resolve(untouched)))
                .isTrue();
        assertThat(Files.isSameFile(first.resolve(touched), second.resolve(touched)))
                .isFalse();
        assertThat(text(second.resolve("SHA256SUMS"))).contains("  day/2026-01-16.html\n");
    }

    @Test
    void takesOverWhatNothingTouchedAndGivesTheBytesOfAFullWriting(@TempDir Path other) throws IOException {
        LocalDate eve = LocalDate.of(2025, 12, 31);
        List<LocalDate> days = List.of(eve.minusDays(1), eve, eve.plusDays(1));
        List<LocalDate> oneMore = List.of(eve.minusDays(1), eve, eve.plusDays(1), eve.plusDays(2));
        writer.write(SeedDay.content(days, SeedDay.cases()), SeedDay.STAMP, site);

        Path taken = writer.write(
                        SeedDay.content(oneMore, SeedDay.cases()),
                        Touched.of(Set.of(eve.plusDays(2)), true),
                        SeedDay.STAMP,
                        site)
                .path();
        Path full = writer.write(SeedDay.content(oneMore, SeedDay.cases()), SeedDay.STAMP, other)
                .path();

        assertThat(files(taken)).isEqualTo(files(full));
    }

    @Test
    void takesOverTheCasesWhereNoneChanged(@TempDir Path other) throws IOException {
        LocalDate day = SeedDay.DAY;
        SiteContent next = SeedDay.content(List.of(day, day.plusDays(1)), SeedDay.cases());
        Path first = writer.write(SeedDay.content(), SeedDay.STAMP, site).path();

        Path taken = writer.write(next, Touched.of(Set.of(day.plusDays(1)), false), SeedDay.STAMP, site)
                .path();

        assertThat(files(taken))
                .isEqualTo(files(writer.write(next, SeedDay.STAMP, other).path()));
        for (String path : List.of("cases.html", "data/cases-en/0.js", "data/open/use_cases.xlsx")) {
            assertThat(Files.isSameFile(first.resolve(path), taken.resolve(path)))
                    .as(path)
                    .isTrue();
        }
    }

    @Test
    void everyFileOfTheCatalogueIsThereWithItsSizeAndSum() throws IOException {
        Path catalogue =
                writer.write(SeedDay.content(), SeedDay.STAMP, site).path().resolve("data/open/catalog.jsonld");
        List<JsonNode> files = new ArrayList<>();
        new ObjectMapper().readTree(catalogue.toFile()).path("dcat:dataset").forEach(set -> set.path(
                        "dcat:distribution")
                .forEach(files::add));

        assertThat(new ObjectMapper().readTree(catalogue.toFile()).path("dcat:dataset"))
                .allSatisfy(set -> {
                    // What search engines for data ask for, and refuse otherwise.
                    assertThat(set.path("schema:description").asText()).hasSizeBetween(50, 5_000);
                    assertThat(set.path("dct:description").get(1).path("@value").asText())
                            .hasSizeGreaterThan(50);
                });
        assertThat(files).hasSizeGreaterThan(50).allSatisfy(file -> {
            Path there = Path.of(
                    catalogue.toUri().resolve(file.path("dcat:downloadURL").asText()));
            assertThat(there).hasSize(file.path("dcat:byteSize").asLong());
            assertThat(there)
                    .hasDigest(
                            "SHA-256",
                            file.path("spdx:checksum")
                                    .path("spdx:checksumValue")
                                    .asText());
            URI page = catalogue.toUri().resolve(file.path("dcat:accessURL").asText());
            assertThat(text(Path.of(page.getPath()))).contains("id=\"" + page.getFragment() + "\"");
        });
    }

    @Test
    void readsNoRowOfADayThatNothingTouched() throws IOException {
        LocalDate eve = LocalDate.of(2025, 12, 31);
        List<LocalDate> days = List.of(eve.minusDays(1), eve, eve.plusDays(1), eve.plusDays(2), eve.plusDays(3));
        writer.write(SeedDay.content(days.subList(0, 4), List.of()), SeedDay.STAMP, site);
        WatchedWeather weather =
                new WatchedWeather(SeedDay.content(days, List.of()).weather());
        SiteContent content = SeedDay.content(days, List.of());

        writer.write(
                new SiteContent(content.settings(), weather, content.useCases(), content.quality()),
                Touched.of(Set.of(eve.plusDays(3)), true),
                SeedDay.STAMP,
                site);

        assertThat(weather.daysRead()).containsExactly(eve.plusDays(3));
        assertThat(weather.yearsRead()).containsExactly(2026);
    }

    @ParameterizedTest
    @MethodSource
    void everyWayInWhichAnEditionCanFollowAnotherGivesTheBytesOfAFullWriting(
            List<LocalDate> before, List<LocalDate> after, Set<LocalDate> touched, @TempDir Path other)
            throws IOException {
        writer.write(SeedDay.content(before, List.of()), SeedDay.STAMP, site);

        Path taken = writer.write(
                        SeedDay.content(after, SeedDay.cases()), Touched.of(touched, true), SeedDay.STAMP, site)
                .path();
        Path full = writer.write(SeedDay.content(after, SeedDay.cases()), SeedDay.STAMP, other)
                .path();

        assertThat(files(taken)).isEqualTo(files(full));
    }

    static List<Arguments> everyWayInWhichAnEditionCanFollowAnotherGivesTheBytesOfAFullWriting() {
        LocalDate day = SeedDay.DAY;
        LocalDate lastYear = day.minusYears(1);
        return List.of(
                Arguments.argumentSet("cases alone", List.of(day), List.of(day), Set.of()),
                Arguments.argumentSet("the first day", List.of(), List.of(day), Set.of(day)),
                Arguments.argumentSet("a day withdrawn", List.of(lastYear, day), List.of(lastYear), Set.of(day)),
                Arguments.argumentSet(
                        "a late day between two years",
                        List.of(lastYear, day),
                        List.of(lastYear, lastYear.plusDays(1), day),
                        Set.of(lastYear.plusDays(1))),
                Arguments.argumentSet("a day read again and found alike", List.of(day), List.of(day), Set.of(day)));
    }

    @Test
    void takesNothingFromAnEditionThatLacksAFile(@TempDir Path other) throws IOException {
        LocalDate day = SeedDay.DAY;
        Path damaged = writer.write(SeedDay.content(List.of(day), List.of()), SeedDay.STAMP, site)
                .path();
        Files.delete(damaged.resolve("day/" + day + ".html"));
        SiteContent next = SeedDay.content(List.of(day, day.plusDays(1)), List.of());

        Path whole = writer.write(next, Touched.of(Set.of(day.plusDays(1)), true), SeedDay.STAMP, site)
                .path();

        assertThat(files(whole))
                .isEqualTo(files(writer.write(next, SeedDay.STAMP, other).path()));
    }

    @Test
    void prunesOldEditionsAndTheirLinksButNeverTheLatest() throws IOException {
        Edition first = writer.write(SeedDay.content(), SeedDay.STAMP, site);
        Edition second = writer.write(SeedDay.content(List.of()), SeedDay.STAMP, site);

        assertThat(SiteFolder.open(site).prune(Instant.parse("2030-01-01T00:00:00Z")))
                .containsExactly(first.id());
        assertThat(first.path()).doesNotExist();
        assertThat(second.path()).isDirectory();
        assertThat(text(site.resolve("index.html"))).contains(second.id()).doesNotContain(first.id());
        assertThat(text(site.resolve("changes.html"))).doesNotContain("edition-" + first.id());
        assertThat(text(site.resolve("changes-en.html")))
                .contains("What changed", "edition-" + second.id() + "/en/index.html")
                .doesNotContain("edition-" + first.id());
    }

    @Test
    void refusesAFolderThatIsNotOurs() throws IOException {
        Files.writeString(site.resolve("thesis.doc"), "years of work");

        assertThatThrownBy(() -> writer.write(SeedDay.content(), SeedDay.STAMP, site))
                .isInstanceOf(ForeignFolderException.class)
                .hasMessageContaining("thesis.doc");
        assertThat(files(site)).containsOnlyKeys("thesis.doc");
    }

    @Test
    void aDiskThatIsFullHalfwayLeavesTheLatestEditionByteForByteAndNoDraft() throws IOException {
        LocalDate day = SeedDay.DAY;
        writer.write(SeedDay.content(), SeedDay.STAMP, site);
        Map<String, String> before = files(site);
        SiteContent next = SeedDay.content(List.of(day, day.plusDays(1)), List.of());
        Weather full = new WatchedWeather(next.weather()) {
            @Override
            public Year year(int year) {
                throw new UncheckedIOException(new IOException("No space left on device"));
            }
        };

        assertThatThrownBy(() -> writer.write(
                        new SiteContent(next.settings(), full, next.useCases(), next.quality()), SeedDay.STAMP, site))
                .hasMessageContaining("No space left on device");
        assertThat(files(site)).isEqualTo(before);
        assertThat(writer.write(next, SeedDay.STAMP, site).published()).isTrue();
    }

    @Test
    void sweepsWhatAKilledRunLeftAndNothingElse() throws IOException {
        writer.write(SeedDay.content(), SeedDay.STAMP, site);
        Files.createDirectories(site.resolve(".draft-123/day"));
        Files.writeString(site.resolve(".draft-123/day/x.html"), "half");
        Files.writeString(site.resolve("robots.txt"), "theirs");

        writer.write(SeedDay.content(), SeedDay.STAMP, site);

        assertThat(site.resolve(".draft-123")).doesNotExist();
        assertThat(site.resolve("robots.txt")).exists();
    }

    @Test
    void aReadingWithoutASkyIsPublishedAsWhatItIs() throws IOException {
        SiteContent seed = SeedDay.content();
        HeldWeather held = (HeldWeather) seed.weather();
        List<SkyShare> sky = new ArrayList<>(held.sky());
        sky.add(new SkyShare(SeedDay.DAY, "KR-45", null, null, 3, null));
        sky.add(new SkyShare(SeedDay.DAY, "KR-45", "비", null, 1, new BigDecimal("0.1")));

        Path edition =
                writer.write(seed(held.underSky(sky)), SeedDay.STAMP, site).path();

        assertThat(text(edition.resolve("sky.html")))
                .contains("<span class=\"unknown\">표시 없음</span>", "<i class=\"sky-other\"></i>그 밖");
        assertThat(text(edition.resolve("index.html"))).contains("<i class=\"sky-other\"></i>그 밖");
    }

    @Test
    void saysWhatIsMissingWhereHomeHasNoDataOfTheNewestDay() throws IOException {
        LocalDate day = SeedDay.DAY;
        HeldWeather held = (HeldWeather)
                SeedDay.content(List.of(day.minusDays(1), day), List.of()).weather();

        Path edition = writer.write(seed(held.without(day, "KR-45", "KR-46")), SeedDay.STAMP, site)
                .path();

        assertThat(text(edition.resolve("index.html")))
                .contains("전북: 이 날 자료가 없어 전국을 보입니다.", "이 날 자료가 없는 시·도: 전라남도</p>");
        assertThat(text(edition.resolve("en/day/2026-01-18.html")))
                .contains("Provinces without data of this day: Jeonbuk, South Jeolla</p>");
        assertThat(text(edition.resolve("region/KR-45.html"))).contains("2026-01-18: 이 지역의 자료가 없어 그 앞의 날을 보입니다.");
        assertThat(text(edition.resolve("region/KR-11.html"))).doesNotContain("class=\"notice\"");
    }

    private static SiteContent seed(Weather weather) {
        SiteContent seed = SeedDay.content();
        return new SiteContent(seed.settings(), weather, seed.useCases(), seed.quality());
    }

    @Test
    void aChangeFromOrToAnInferredOrProvisionalMeanLooksLikeOne() throws IOException {
        LocalDate day = SeedDay.DAY;
        Path edition = writer.write(SeedDay.content(List.of(day.minusDays(1), day), List.of()), SeedDay.STAMP, site)
                .path();

        assertThat(text(edition.resolve("index.html")))
                .containsPattern("<p class=\"figure mean provisional snapshot\">\\+0\\.3℃</p>\\R"
                        + "<p class=\"n\">n=10곳, 2026-01-17 n=10곳\\s+<span class=\"tag provisional\">잠정</span>");
    }

    @Test
    void tellsWhatMovedInTheLanguageOfThePageAndSortsItByItsNumber() throws IOException {
        LocalDate day = SeedDay.DAY;
        writer.write(SeedDay.content(List.of(day), SeedDay.cases()), SeedDay.STAMP, site);
        writer.write(
                SeedDay.content(List.of(day.minusDays(2), day), SeedDay.cases().subList(0, 2)), SeedDay.STAMP, site);

        assertThat(text(site.resolve("changes-en.html")))
                .contains("<bdi>2026-01-16 · Jeonbuk</bdi>", "<bdi>all months</bdi>", "<bdi>month not certain</bdi>")
                .contains("month not certain · Industry and jobs", "data-v=\"9.90000000\"")
                .doesNotContain("전북<");
        assertThat(text(site.resolve("changes.html"))).contains("<bdi>2026-01-16 · 전북</bdi>", "<bdi>모든 달</bdi>");
    }

    @Test
    void aStationThatMovedIsToldThoughItsRegionRoundsToTheSame() throws IOException {
        HeldWeather held = (HeldWeather) SeedDay.content().weather();
        writer.write(SeedDay.content(), SeedDay.STAMP, site);
        SkyShare clear = held.sky().stream()
                .filter(row -> row.regionCode().equals("KR-11"))
                .findFirst()
                .orElseThrow();
        List<SkyShare> sky = new ArrayList<>(held.sky());
        sky.set(sky.indexOf(clear), new SkyShare(SeedDay.DAY, "KR-11", "안개", null, 1, clear.share()));

        writer.write(seed(held.underSky(sky).warmer(146, new BigDecimal("0.1"))), SeedDay.STAMP, site);

        assertThat(text(site.resolve("changes.html")))
                .contains("2026-01-18 · 전주 (146)", "2026-01-18 · 서울 · 안개", "2026-01-18 · 서울 · " + clear.sky())
                .doesNotContain("2026-01-18 · 전북<", "2026-01-18 · 군산");
    }

    @Test
    void anOrganisationOfAnyLengthLeavesTheCountsInSightAndNothingBecomesCertainByRounding() throws IOException {
        CaseShown one = SeedDay.cases().get(0);
        String name = "가".repeat(5_000);
        CaseShown longNamed = new CaseShown(
                one.useCaseId(),
                one.caseKey(),
                one.title(),
                one.topic(),
                name,
                name,
                null,
                null,
                one.status(),
                one.evidence(),
                one.rule(),
                0.9999,
                one.articleId(),
                one.articleTitle(),
                null,
                null,
                "none",
                List.of(),
                List.of());

        Path edition = writer.write(SeedDay.content(List.of(longNamed)), SeedDay.STAMP, site)
                .path();

        assertThat(text(edition.resolve("cases.html")))
                .contains("가".repeat(59) + "…", " 99%")
                .doesNotContain("가".repeat(60));
    }

    @Test
    void givesAwayWhatThePageOfQualityCounts() throws IOException {
        Path edition = writer.write(SeedDay.content(), SeedDay.STAMP, site).path();

        assertThat(text(edition.resolve("data/open/rejects_by_reason.csv")))
                .endsWith("\r\nobservations,unknown-station,No station bore the name.,3,2\r\n");
        assertThat(text(edition.resolve("data/open/doubts_by_rule.csv"))).endsWith("\r\nstep,2,1\r\n");
        assertThat(text(edition.resolve("data/open/pages_by_capture_day.csv")))
                .endsWith("\r\n2026-01-18,10,7,1,3\r\n,2,1,0,0\r\n");
        assertThat(text(edition.resolve("quality.html"))).contains("download.html#pages_by_capture_day");
    }

    @Test
    void showsTheTrendOverRunsAndTheSkyOfEachDay() throws IOException {
        LocalDate day = SeedDay.DAY;
        Path edition = writer.write(
                        SeedDay.content(List.of(day.minusDays(1), day), SeedDay.cases()), SeedDay.STAMP, site)
                .path();

        assertThat(text(edition.resolve("quality.html"))).contains("실행 1: 12.5, n=8", "실행 2: 50.0, n=4");
        assertThat(text(edition.resolve("day/2026-01-17.html")))
                .contains("<td class=\"sky\" lang=\"ko\">맑음 58/96</td>", "<td class=\"sky\" lang=\"ko\">맑음 10/10</td>");
    }

    @Test
    void aMissingDayKeepsItsPlaceInTheCalendarAndLeadsNowhere() throws IOException {
        LocalDate day = SeedDay.DAY;
        Path edition = writer.write(SeedDay.content(List.of(day.minusDays(2), day), List.of()), SeedDay.STAMP, site)
                .path();

        assertThat(text(edition.resolve("days.html")))
                .contains(
                        "<li class=\"from5\"><span>1</span>",
                        "href=\"day/2026-01-16.html\"",
                        "<li><span>17</span>",
                        "10.5℃, n=10/10");
    }

    @Test
    void saysWhyItIsEmptyWhereThereIsNoData() throws IOException {
        SiteContent empty = SeedDay.content(List.of(), List.of());

        Path edition = writer.write(empty, SeedDay.STAMP, site).path();

        assertThat(text(edition.resolve("index.html"))).contains("기온 자료가 아직 없습니다");
        assertThat(text(edition.resolve("days.html"))).contains("기온 자료가 아직 없습니다");
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file);
    }

    /** Every file but edition.json, with its bytes as text. */
    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith("edition.json")) {
                    files.put(
                            folder.relativize(file).toString(),
                            new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
                }
            }
        }
        return files;
    }
}
