package org.snapshothub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.snapshothub.audit.Reject;
import org.snapshothub.gold.CaseMonth;
import org.snapshothub.gold.RegionDay;
import org.snapshothub.gold.SkyShare;
import org.snapshothub.lake.Lake;
import org.snapshothub.silver.Article;
import org.snapshothub.silver.Observation;
import org.snapshothub.silver.UseCase;

/** The known answers of the one real page. */
class SeedRunIT {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 18);
    private static Lake lake;

    @BeforeAll
    static void open() {
        lake = new Lake(LakeTest.spark(), SeedLake.lake().toString());
    }

    @Test
    void ninetySixReadingsOfOneSlotWithoutAnHour() {
        List<Observation> readings = lake.records(Observation.TABLE);

        assertThat(readings).hasSize(96).allSatisfy(r -> {
            assertThat(r.observedOn()).isEqualTo(DAY);
            assertThat(r.observedHour()).isNull();
        });
        assertThat(readings.stream().map(Observation::slot).distinct()).hasSize(1);
        assertThat(readings.stream().collect(Collectors.groupingBy(Observation::identifiedBy, Collectors.counting())))
                .isEqualTo(Map.of("name", 92L, "order", 4L));
        assertThat(readings)
                .filteredOn(r -> r.identifiedBy().equals("order"))
                .extracting(Observation::stationId, Observation::temperatureC)
                .containsExactlyInAnyOrder(
                        tuple(93, new BigDecimal("0.7")),
                        tuple(181, new BigDecimal("4.4")),
                        tuple(239, new BigDecimal("5.2")),
                        tuple(296, new BigDecimal("13.9")));
        assertThat(readings)
                .filteredOn(r -> r.printed().contains("홍성(예)"))
                .extracting(Observation::stationId, Observation::identifiedBy)
                .containsExactly(tuple(177, "name"));
    }

    @Test
    void regionsHaveTheirMeansCoverageAndExtremes() {
        Map<String, RegionDay> regions = lake.records(RegionDay.TABLE).stream()
                .collect(Collectors.toMap(RegionDay::regionCode, Function.identity()));

        assertThat(regions).hasSize(19);
        assertThat(regions.get("KR-45"))
                .extracting(
                        "stationCount", "stationExpected", "meanC", "minC", "minStation", "maxC", "maxStation", "basis")
                .containsExactly(
                        10,
                        10,
                        new BigDecimal("10.50000000"),
                        new BigDecimal("6.7"),
                        "부안",
                        new BigDecimal("14.1"),
                        "남원",
                        "snapshot");
        assertThat(regions.get("KR"))
                .extracting("stationCount", "stationExpected", "meanC", "minC", "minStation")
                .containsExactly(96, 97, new BigDecimal("8.66979167"), new BigDecimal("-1.0"), "대관령");
        assertThat(regions.get("KR-mainland"))
                .extracting("stationCount", "stationExpected", "meanC")
                .containsExactly(92, 93, new BigDecimal("8.39891304"));
        assertThat(regions.get("KR-48"))
                .extracting("stationCount", "stationExpected")
                .containsExactly(13, 14);
    }

    @Test
    void theSkyOfTheCountryIsSharedOut() {
        assertThat(lake.records(SkyShare.TABLE))
                .filteredOn(s -> s.regionCode().equals("KR"))
                .extracting(SkyShare::sky, SkyShare::readingCount)
                .containsExactlyInAnyOrder(tuple("맑음", 58), tuple("흐림", 28), tuple("구름많음", 5), tuple("구름조금", 5));
    }

    @Test
    void theArticleIsDatedByADayAloneAndSoNotAtAll() {
        assertThat(lake.records(Article.TABLE))
                .extracting(
                        Article::publishedOn,
                        Article::publishedMonth,
                        Article::publishedPrecision,
                        Article::publishedText,
                        Article::outlet)
                .containsExactly(tuple(null, null, "none", "19일", null));
    }

    @Test
    void threeCasesAreToldAndNoStrategyIsOne() {
        List<UseCase> cases = lake.records(UseCase.TABLE);
        String body = lake.records(Article.TABLE).get(0).body();

        assertThat(cases)
                .extracting(
                        UseCase::title,
                        UseCase::topic,
                        UseCase::status,
                        UseCase::organisation,
                        UseCase::organisationId,
                        UseCase::regionCode)
                .containsExactlyInAnyOrder(
                        tuple("공동주택 관리비 투명성 제고", "국토관리", "mentioned", null, null, null),
                        tuple("전기차 충전소 입지 선정", "교통물류", "mentioned", null, null, null),
                        tuple("실업급여 부정수급 방지", "산업고용", "mentioned", null, null, null));
        assertThat(cases).allSatisfy(c -> assertThat(body.substring(
                        body.offsetByCodePoints(0, c.evidenceBegin()), body.offsetByCodePoints(0, c.evidenceEnd())))
                .isEqualTo(c.evidence()));
    }

    @Test
    void totalsCountCasesArticlesPagesAndNoOutlet() {
        assertThat(lake.records(CaseMonth.TABLE))
                .containsExactlyInAnyOrder(new CaseMonth("unknown", 3, 1, 1, 0), new CaseMonth("all", 3, 1, 1, 0));
    }

    @Test
    void nothingIsRejected() {
        assertThat(lake.records(Reject.TABLE)).isEmpty();
    }
}
