package org.snapshothub.extract.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snapshothub.extract.usecase.Cues.Kind;
import org.snapshothub.extract.usecase.Names.Span;

/**
 * What is spoken of first, and then how data decided it: “공영주차장 급지 조정은 입출차 기록 2년 치를 보고 시행했고요, 두 번째가 감시카메라 이설인데
 * 민원 위치를 맞춰 보고 43대를 옮겼습니다”.
 */
final class Topicalised implements Rule {

    private static final Cues CUES = Cues.bundled();
    private static final Set<String> GROUNDS = Set.of("결과", "덕분", "덕", "것", "셈", "산물", "결정", "조치");

    @Override
    public List<Candidate> find(Sentence sentence) {
        List<Candidate> found = new ArrayList<>();
        if (!sentence.speaksOfData() && sentence.basis() < 0 || Telling.tellsNoUse(sentence)) {
            return found;
        }
        List<Word> words = sentence.words();
        for (int i = 1; i < words.size() - 2; i++) {
            if (!isTopic(words, i)) {
                continue;
            }
            int to = i + 1;
            while (to < words.size() && !isTopic(words, to)) {
                to++;
            }
            int told = told(sentence, i + 1, to);
            Word topic = words.get(i);
            boolean body = sentence.mentions().stream().anyMatch(m -> m.end() == topic.stemEnd());
            Optional<Span> name = told > 0 && !body ? name(words, i) : Optional.empty();
            name.ifPresent(span ->
                    found.add(Candidate.of(sentence, span, "topic", 0.7).as(Telling.statusFrom(sentence, told))));
        }
        return found;
    }

    /** 조정은, 이설인데: a noun of doing that the sentence is about. */
    private static boolean isTopic(List<Word> words, int i) {
        Word word = words.get(i);
        boolean about = word.isNoun() && word.hasParticle("은", "는", "도")
                || word.form() == Word.Form.COPULA && word.particle().endsWith("인데");
        return about && Names.endsWithAction(word) && words.get(i - 1).isOpen();
    }

    private static Optional<Span> name(List<Word> words, int head) {
        Optional<Span> span =
                words.get(head).form() == Word.Form.COPULA ? Names.ending(words, head) : Names.endingAt(words, head);
        return span.filter(s -> s.to() - s.from() > 1);
    }

    /** The verb of the deed that the stretch between two words says to rest on data; 0 when it says none. */
    private static int told(Sentence sentence, int from, int to) {
        List<Word> words = sentence.words();
        int begin = words.get(from).begin();
        String stretch = sentence.text().substring(begin, words.get(to - 1).end());
        Sentence part = new Sentence(0, stretch, 0, null);
        int basis = Math.max(part.basis(), analysis(part.words()));
        if (basis < 0) {
            return 0;
        }
        for (int i = from; i < to; i++) {
            Word word = words.get(i);
            if (word.begin() - begin <= part.words().get(basis).begin()) {
                continue;
            }
            boolean deed = word.isPredicate()
                    && (word.form() != Word.Form.ADNOMINAL || isPlanned(words, i + 1))
                    && (CUES.ends(Kind.OUTCOME, word.text()) || Passive.isDone(word));
            boolean ground = word.form() == Word.Form.COPULA && GROUNDS.contains(word.text());
            if ((deed || ground) && !Modality.isUndone(words, i)) {
                return i;
            }
        }
        return 0;
    }

    /** 분석은 끝났고; -1 where no analysis is spoken of. */
    private static int analysis(List<Word> words) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).text().endsWith("분석") && words.get(i).hasParticle("은", "는", "이", "을", "도")) {
                return i;
            }
        }
        return -1;
    }

    /** 옮길 계획입니다. */
    private static boolean isPlanned(List<Word> words, int i) {
        return i < words.size()
                && Set.of("계획", "예정", "방침").contains(words.get(i).text());
    }
}
