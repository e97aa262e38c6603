package org.snapshothub.extract.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.snapshothub.extract.usecase.Cues.Kind;

/** Deeds by which bodies are told apart in praise: “우수사례로는 공공와이파이 설치 위치를 추천한 하동군, …이 꼽혔다”. */
final class DoneBy implements Rule {

    private static final Cues CUES = Cues.bundled();
    private static final List<String> PRAISE = List.of("사례", "우수", "수상", "대상을", "상을", "선정", "꼽");
    private static final Set<String> ANALYSED = Set.of("분석하", "예측하");

    @Override
    public List<Candidate> find(Sentence sentence) {
        List<Candidate> found = new ArrayList<>();
        boolean ofData = sentence.speaksOfData()
                || sentence.next() != null
                        && sentence.next().line() == sentence.line()
                        && sentence.next().speaksOfData();
        if (!ofData || PRAISE.stream().noneMatch(sentence::contains) || Telling.isOfACourse(sentence)) {
            return found;
        }
        List<Word> words = sentence.words();
        for (Mention body : sentence.mentions()) {
            int at = startOf(words, body);
            if (at > 1 && !body.anaphoric() && body.organisation() != null && isDeed(words, at - 1)) {
                Names.endingAt(words, at - 2)
                        .ifPresent(span -> found.add(
                                Candidate.of(sentence, span, "praised", 0.7).by(body.printed())));
            }
        }
        return found;
    }

    private static boolean isDeed(List<Word> words, int i) {
        Word word = words.get(i);
        boolean past = word.hasEnding("ᆫ", "은");
        return word.form() == Word.Form.ADNOMINAL
                && past
                && words.get(i - 1).isObject()
                && (CUES.ends(Kind.OUTCOME, word.text()) || ANALYSED.contains(word.text()));
    }

    private static int startOf(List<Word> words, Mention body) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).begin() == body.begin()) {
                return i;
            }
        }
        return -1;
    }
}
