package org.snapshothub.extract.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snapshothub.extract.record.ReferenceFile;

class ReferenceDataTest {

    private static final LocalDate SEED = LocalDate.of(2026, 1, 18);
    private static final Stations STATIONS = Stations.bundled();

    @Test
    void hasTheOpenStationsOfTheSeedsDay() {
        assertThat(STATIONS.openOn(SEED)).hasSize(97);
        assertThat(openIn("KR-49", SEED)).isEqualTo(4);
        assertThat(openIn("KR-45", SEED)).isEqualTo(10);
        assertThat(openIn("KR-48", SEED)).isEqualTo(14);
    }

    @Test
    void hasTheNinetyFiveStationsOfTheKmasOwnPageOf2017() {
        assertThat(STATIONS.openOn(LocalDate.of(2017, 5, 17))).hasSize(95);
    }

    @ParameterizedTest
    @CsvSource({
        "고창,2010-11-30,251", "고창,2010-12-01,172", "고창군,2026-01-18,251", "홍성(예),2026-01-18,177", "홍성,2026-01-18,177",
        "창원시,2010-07-21,255", "창원,2010-07-22,155", "마산,2026-01-18,155", "순천,2011-03-31,256", "순천,2011-04-01,174",
        "서청주(예),2024-01-01,181", "성산,2008-09-04,188"
    })
    void knowsWhoBoreAName(String name, LocalDate day, int id) {
        assertThat(STATIONS.named(name, day)).map(Station::id).contains(id);
    }

    @ParameterizedTest
    @CsvSource({
        "홍성,2016-01-01",
        "진도(첨찰산),2026-01-18",
        "양양공항,2026-01-18",
        "성산,2007-06-01",
        "서청주,2020-01-01",
        "없는곳,2026-01-18"
    })
    void identifiesNobodyByANameThatIsNotCertain(String name, LocalDate day) {
        assertThat(STATIONS.named(name, day)).isEmpty();
    }

    @Test
    void everyStationStandsInAPlaceOfTheListOrInADistrictOfOne() {
        Set<String> places = ReferenceFile.bundled("sigungu.csv").rows().stream()
                .map(row -> row.text("region_code") + " " + row.text("sigungu"))
                .collect(Collectors.toSet());
        assertThat(STATIONS.openOn(SEED))
                .filteredOn(station -> station.sigungu() != null)
                .allSatisfy(station -> assertThat(places)
                        .contains(station.regionCode() + " " + station.sigungu().split(" ")[0]));
    }

    @Test
    void namesARegionAsItWasCalledThatDay() {
        Regions regions = Regions.bundled();
        assertThat(regions.nameOn("KR-45", LocalDate.of(2024, 1, 17))).isEqualTo("전라북도");
        assertThat(regions.nameOn("KR-45", LocalDate.of(2024, 1, 18))).isEqualTo("전북특별자치도");
        assertThat(regions.nameOn("KR-42", LocalDate.of(2023, 6, 10))).isEqualTo("강원도");
        assertThat(regions.nameOn("KR-42", LocalDate.of(2023, 6, 11))).isEqualTo("강원특별자치도");
        assertThat(regions.englishName("KR-11")).isEqualTo("Seoul");
        assertThat(regions.all()).hasSize(17);
    }

    @Test
    void classesCloudinessAndNothingElse() {
        SkyWords words = SkyWords.bundled();
        assertThat(words.level("구름조금")).contains("맑음");
        assertThat(words.level("구름많음")).contains("구름많음");
        assertThat(words.level("비")).isEmpty();
        assertThat(words.level("박무")).isEmpty();
        assertThat(words.level("흙비")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "90,asos,Sokcho,KR-99,고성군 | data/reference/stations.csv:2: region_code 'KR-99' is none of regions.csv",
                "90,sea,Sokcho,KR-42,고성군 | data/reference/stations.csv:2: network 'sea' is neither asos nor other",
                "x,asos,Sokcho,KR-42,고성군 | data/reference/stations.csv:2: station_id 'x' is not a whole number",
                "91,asos,Sokcho,KR-42,고성군 | data/reference/stations.csv:2: station 91 has no name; give it a line in station_names.csv",
                "90,asos,Sokcho,,고성군 | data/reference/stations.csv:2: region_code is empty",
                "90,asos,Sokcho | data/reference/stations.csv:2: 3 fields, expected 5: [station_id, network, name_en, region_code, sigungu]"
            })
    void saysFileAndLineOfABadStation(String line, String complaint) {
        assertThatThrownBy(() -> Stations.of(
                        file("stations.csv", "station_id,network,name_en,region_code,sigungu\n" + line),
                        file("station_names.csv", "station_id,name,valid_from,valid_to\n90,속초,1968-01-01,"),
                        file(
                                "station_places.csv",
                                "station_id,valid_from,valid_to,latitude,longitude,elevation_m\n90,1968-01-01,,38,128,17"),
                        Regions.bundled()))
                .hasMessage(complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "90,속초,1968-01-01,1967-01-01 | valid_from 1968-01-01 is not before valid_to 1967-01-01",
                "90,속초,68-01-01, | valid_from '68-01-01' is not a date like 2026-01-18",
                "90,,1968-01-01, | name is empty",
            })
    void saysFileAndLineOfABadName(String line, String complaint) {
        assertThatThrownBy(() -> Stations.of(
                        file(
                                "stations.csv",
                                "station_id,network,name_en,region_code,sigungu\n90,asos,Sokcho,KR-42,고성군"),
                        file("station_names.csv", "# a comment\nstation_id,name,valid_from,valid_to\n" + line),
                        file(
                                "station_places.csv",
                                "station_id,valid_from,valid_to,latitude,longitude,elevation_m\n90,1968-01-01,,38,128,17"),
                        Regions.bundled()))
                .hasMessage("data/reference/station_names.csv:3: " + complaint);
    }

    @Test
    void saysFileAndLineOfABadSkyWordOrRule() {
        assertThatThrownBy(() -> SkyWords.of(file("sky.csv", "word,sky3\n맑음,갬")))
                .hasMessage("data/reference/sky.csv:2: sky3 '갬' is none of [구름많음, 맑음, 흐림]");
        String header = "rule,action,below,above,within_hours,distance_km,run\n";
        assertThatThrownBy(() -> Plausibility.of(file("plausibility.csv", header + "range,stop,-60,60,,,")))
                .hasMessage("data/reference/plausibility.csv:2: action 'stop' is neither warn nor reject");
        assertThatThrownBy(() -> Plausibility.of(file("plausibility.csv", header + "range,warn,-60,,,,")))
                .hasMessage("data/reference/plausibility.csv:2: rule 'range' lacks a bound it needs");
        assertThatThrownBy(() -> Plausibility.of(file("plausibility.csv", header + "gust,warn,-60,60,,,")))
                .hasMessageStartingWith("data/reference/plausibility.csv:2: rule 'gust' is none of");
    }

    private static long openIn(String region, LocalDate day) {
        return STATIONS.openOn(day).stream()
                .filter(station -> station.regionCode().equals(region))
                .count();
    }

    private static ReferenceFile file(String name, String text) {
        return ReferenceFile.read(name, new StringReader(text));
    }
}
