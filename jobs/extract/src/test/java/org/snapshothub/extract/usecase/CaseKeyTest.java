package org.snapshothub.extract.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CaseKeyTest {

    @Test
    void theSameNameOfTheSameBodyIsTheSameCase() {
        assertThat(CaseKey.of("버스 노선 조정", "KR-45", "a")).isEqualTo(CaseKey.of("버스노선 조정", "KR-45", "b"));
    }

    @Test
    void withoutABodyItIsTheSameOnlyWithinOneArticle() {
        assertThat(CaseKey.of("버스 노선 조정", null, "a")).isEqualTo(CaseKey.of("버스 노선 조정", null, "a"));
        assertThat(CaseKey.of("버스 노선 조정", null, "a")).isNotEqualTo(CaseKey.of("버스 노선 조정", null, "b"));
    }

    @Test
    void anEditedNameIsStillTheSameAndAnotherProblemIsNot() {
        assertThat(CaseKey.areSame("응급환자 이송 지연 구간 분석", "응급환자 이송지연 구간의 분석")).isTrue();
        assertThat(CaseKey.areSame("버스 노선 조정", "택시 노선 조정")).isFalse();
    }
}
