package org.snapshothub.extract.usecase;

import java.util.ArrayList;
import java.util.List;
import org.snapshothub.extract.usecase.Names.Span;

/** Cases in a row with their bodies: “우수 과제로 △안산시의 통역 인력 배치 △김제시의 축제장 화장실 배치를 꼽았다”. */
final class Credited implements Rule {

    private static final List<String> SUMS = List.of("과제", "사례", "분석", "성과");

    @Override
    public List<Candidate> find(Sentence sentence) {
        List<Candidate> found = new ArrayList<>();
        if (!sentence.speaksOfData() || Telling.isOfACourse(sentence)) {
            return found;
        }
        List<Word> words = sentence.words();
        boolean announced = false;
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            announced |= word.hasParticle("로", "으로", "로는", "으로는", "는", "은", "에는")
                    && SUMS.stream().anyMatch(word.text()::endsWith);
            boolean bullet =
                    word.form() == Word.Form.MARK && !Listed.mark(word.text()).isEmpty();
            if (announced && bullet) {
                item(sentence, i + 1, found);
            }
        }
        return found.size() > 1 ? found : List.of();
    }

    private static void item(Sentence sentence, int from, List<Candidate> found) {
        List<Word> words = sentence.words();
        int to = from;
        while (to < words.size()
                && words.get(to).form() != Word.Form.MARK
                && !words.get(to).comma()) {
            boolean last = words.get(to).isObject() && (to + 1 == words.size() || !goesOn(words, to));
            to++;
            if (last) {
                break;
            }
        }
        for (Mention body : sentence.mentions()) {
            boolean first = from < to && body.begin() == words.get(from).begin() && body.isOwner();
            if (first) {
                int begin = from;
                while (begin < to && words.get(begin).begin() < body.end()) {
                    begin++;
                }
                Names.trimmed(words, begin, to)
                        .filter(span -> Names.fits(words, span))
                        .ifPresent(span -> found.add(candidate(sentence, span).by(body.printed())));
            }
        }
    }

    /** 예측을 통한 조정: the object is not the last word of the item. */
    private static boolean goesOn(List<Word> words, int i) {
        return words.get(i + 1).form() == Word.Form.ADNOMINAL;
    }

    private static Candidate candidate(Sentence sentence, Span span) {
        Status status = sentence.contains("소개") ? Status.MENTIONED : Status.DONE;
        return Candidate.of(sentence, span, "credited", 0.85).as(status);
    }
}
