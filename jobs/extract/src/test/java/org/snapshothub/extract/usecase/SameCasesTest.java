package org.snapshothub.extract.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class SameCasesTest {

    @Test
    void joinsTitlesThatDifferInSpacesAndOneLetter() {
        assertThat(SameCases.of(List.of("공영주차장 요금 체계 개편", "공영주차장 요금체계 개편", "공영주차장의 요금 체계 개편", "공공도서관 야간 개방")))
                .containsExactly(
                        new TreeSet<>(Set.of("공공도서관 야간 개방")),
                        new TreeSet<>(Set.of("공영주차장 요금 체계 개편", "공영주차장 요금체계 개편", "공영주차장의 요금 체계 개편")));
    }

    @Test
    void findsTheSameGroupsAsComparingEachWithEachInAnyOrder() {
        Random random = new Random(20260118);
        List<String> titles = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            titles.add(title(random));
        }
        List<SortedSet<String>> groups = SameCases.of(titles);
        Collections.shuffle(titles, random);

        assertThat(SameCases.of(titles)).isEqualTo(groups);
        for (String one : titles) {
            for (String other : titles) {
                if (CaseKey.areSame(one, other)) {
                    assertThat(groups).anyMatch(g -> g.contains(one) && g.contains(other));
                }
            }
        }
    }

    private static String title(Random random) {
        String[] words = {"버스", "노선", "노선도", "수요", "예측", "분석", "우선", "구간", "정비", "위치", "선정", "쉼터"};
        StringBuilder title = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            title.append(words[random.nextInt(words.length)]).append(random.nextBoolean() ? " " : "");
        }
        return title.toString().strip();
    }

    @Test
    void thousandsOfTitlesOfOneBodyAreNotComparedEachWithEach() {
        List<String> titles = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            titles.add(Integer.toString(i * 7919, 36) + " 정류장 " + Integer.toString(i * 104_729, 36) + " 재배치");
        }

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> SameCases.of(titles));
    }
}
