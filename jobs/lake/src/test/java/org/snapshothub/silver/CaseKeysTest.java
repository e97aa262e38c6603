package org.snapshothub.silver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.snapshothub.silver.CaseKeys.Key;
import org.snapshothub.silver.CaseKeys.Told;

class CaseKeysTest {

    @Test
    void nearDuplicateTitlesOfOneBodyShareAKeyAndThoseOfAnotherDoNot() {
        var keys = CaseKeys.of(
                List.of(
                        new Told("1", "KR-45", "버스 노선 개편 수요 예측", null),
                        new Told("2", "KR-45", "버스노선 개편수요 예측", null),
                        new Told("3", "KR-46", "버스 노선 개편 수요 예측", null)),
                7);

        assertThat(keys.get("1")).isEqualTo(keys.get("2")).isEqualTo(new Key("버스노선개편수요예측|KR-45", 7));
        assertThat(keys.get("3").caseKey()).isEqualTo("버스노선개편수요예측|KR-46");
    }

    @Test
    void whenKeysMergeTheOneTakenFirstSurvives() {
        var keys = CaseKeys.of(
                List.of(
                        new Told("1", "KR-45", "시내버스 노선 개편 수요 예측", new Key("a|KR-45", 5)),
                        new Told("2", "KR-45", "시내버스 노선 개편의 수요 예측", null),
                        new Told("3", "KR-45", "시내버스 노선 개편의 수요예측", new Key("b|KR-45", 3))),
                7);

        assertThat(keys.values()).containsOnly(new Key("b|KR-45", 3));
    }

    @Test
    void aGroupThatComesApartDoesNotKeepOneKeyTwice() {
        Key common = new Key("a|KR-45", 5);
        var keys = CaseKeys.of(
                List.of(new Told("1", "KR-45", "버스 노선 개편", common), new Told("2", "KR-45", "쓰레기 수거 경로 조정", common)), 7);

        assertThat(keys.get("1")).isEqualTo(common);
        assertThat(keys.get("2")).isEqualTo(new Key("쓰레기수거경로조정|KR-45", 7));
    }
}
