package org.snapshothub.extract.usecase;

import java.util.List;
import java.util.Set;

/** What something is taken for: “1,200명을 방문건강관리 대상자로 등록했다”. */
final class Appointed {

    private static final Set<String> APPOINT = Set.of("등록하", "지정하", "선정하", "정하", "분류하", "확정하", "뽑", "추천하", "편입하", "고르");
    private static final List<String> ROLES = List.of("대상자", "대상지", "대상", "후보지", "지구", "거점", "우선순위");

    private Appointed() {}

    /** The verb that takes word {@code i} for what it is; 0 when none does. */
    static int at(List<Word> words, int i) {
        Word word = words.get(i);
        boolean role =
                word.isNoun() && word.hasParticle("으로", "로") && ROLES.stream().anyMatch(word.text()::endsWith);
        for (int k = i + 1; role && k < Math.min(words.size(), i + 3); k++) {
            if (words.get(k).isPredicate()) {
                boolean done = APPOINT.contains(words.get(k).text()) && !Modality.isUndone(words, k);
                return done ? k : 0;
            }
        }
        return 0;
    }
}
