package org.snapshothub.extract.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snapshothub.extract.record.ReferenceFile;

class OrganisationsTest {

    @ParameterizedTest
    @CsvSource({
        "전라북도, KR-45",
        "전북도, KR-45",
        "전북자치도, KR-45",
        "전북특별자치도, KR-45",
        "전북도청, KR-45",
        "강원도, KR-42",
        "강원특별자치도, KR-42",
        "전주시, KR-45-전주시",
        "전주시청, KR-45-전주시",
        "전북 전주시, KR-45-전주시",
        "서울 성동구, KR-11-성동구",
        "인천 서구, KR-28-서구",
        "광주광역시 서구, KR-29-서구",
        "경남 고성군, KR-48-고성군",
        "부산소방재난본부, KR-26-소방본부",
        "세종시교육청, KR-50-교육청",
        "행안부, MOIS",
        "한국전력공사 정읍지사, KEPCO",
    })
    void allNamesOfABodyLeadToItsOneId(String name, String id) {
        assertThat(Organisations.bundled().identify(name).map(Organisation::id)).contains(id);
    }

    @ParameterizedTest
    @CsvSource({"시", "도", "군", "서구", "고성군", "어느 모임", "전북 상주", "경북 상주"})
    void aNameThatSeveralOrNoneBearLeadsNowhere(String name) {
        assertThat(Organisations.bundled().identify(name)).isEmpty();
    }

    @Test
    void saysWhereTheReferenceIsWrong() throws IOException {
        ReferenceFile bodies = file(
                "organisations.csv",
                "organisation_id,name,kind,region_code,valid_from,valid_to\nKR-45,전북,province,KR-45,,\nX,전북,national,,,\n");
        ReferenceFile places = file("sigungu.csv", "region_code,sigungu,short_form,valid_from,valid_to\n");

        assertThatThrownBy(() -> Organisations.read(bodies, places))
                .hasMessage("data/reference/organisations.csv:3: 전북 names both KR-45 and X");
    }

    @Test
    void refusesACueOfAnUnknownKind() throws IOException {
        ReferenceFile cues = file("cues.csv", "kind,word\noutcom,정하\n");

        assertThatThrownBy(() -> Cues.read(cues))
                .hasMessageStartingWith("data/reference/cues.csv:2: kind outcom is unknown");
    }

    @Test
    void refusesATopicThatIsNoneOfTheSixteen() throws IOException {
        ReferenceFile words = file("topic_words.csv", "topic,word,weight\n교통,버스,3\n");

        assertThatThrownBy(() -> Topics.read(ReferenceFile.bundled("topics.csv"), words))
                .hasMessage("data/reference/topic_words.csv:2: topic 교통 is not in topics.csv");
        assertThat(Topics.bundled().all()).hasSize(16);
    }

    private static ReferenceFile file(String name, String text) throws IOException {
        return ReferenceFile.read(name, new StringReader(text));
    }
}
