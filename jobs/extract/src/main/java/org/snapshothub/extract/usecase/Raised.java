package org.snapshothub.extract.usecase;

import java.util.List;
import java.util.Optional;
import org.snapshothub.extract.usecase.Cues.Kind;
import org.snapshothub.extract.usecase.Names.Span;

/**
 * What minutes speak of before they say how it was done: “말씀하신 무단투기 카메라 배치 건은요, 민원 좌표를 분석해서 27대를 옮겼습니다.”
 *
 * <p>The matter names the case where this sentence or the next reads data and does something by it.
 */
final class Raised implements Rule {

    private static final Cues CUES = Cues.bundled();

    @Override
    public List<Candidate> find(Sentence sentence) {
        List<Word> words = sentence.words();
        for (int i = 1; i < words.size(); i++) {
            boolean matter = isMatter(words, i) && (acts(sentence) || acts(sentence.next()));
            Optional<Span> name = matter ? name(words, i - 1) : Optional.empty();
            if (name.isPresent()) {
                Sentence told = acts(sentence) ? sentence : sentence.next();
                return List.of(
                        Candidate.of(sentence, name.get(), "raised", 0.75).as(Telling.statusFrom(told, 0)));
            }
        }
        return List.of();
    }

    private static Optional<Span> name(List<Word> words, int head) {
        return Names.meantBy(words, head).or(() -> loose(words, head));
    }

    /** 배수펌프 가동 기준: two words and more before 건 are the matter even where the last says little. */
    private static Optional<Span> loose(List<Word> words, int head) {
        int from = head;
        while (from > 0 && words.get(from - 1).isOpen()) {
            from--;
        }
        return Names.trimmed(words, from, head + 1).filter(s -> s.to() - s.from() > 2);
    }

    /** 배치 건은요, 기준 건 말씀이시죠, 조정 건에 대해. */
    private static boolean isMatter(List<Word> words, int i) {
        Word word = words.get(i);
        boolean bare = words.get(i - 1).isNoun() && words.get(i - 1).isOpen();
        if (!bare || !word.text().startsWith("건")) {
            return false;
        }
        String rest = word.text().substring(1) + word.particle();
        boolean asked = i + 1 < words.size()
                && (words.get(i + 1).text().startsWith("말씀")
                        || words.get(i + 1).text().startsWith("관련")
                        || words.get(i + 1).text().startsWith("대하"));
        return rest.startsWith("은") || rest.startsWith("에") && asked || rest.isEmpty() && asked;
    }

    /** 분석을 했고 27대를 옮겼습니다. */
    private static boolean acts(Sentence sentence) {
        if (sentence == null || sentence.basis() < 0 || Modality.isTalk(sentence)) {
            return false;
        }
        List<Word> words = sentence.words();
        for (int i = sentence.basis() + 1; i < words.size(); i++) {
            boolean deed = words.get(i).isPredicate()
                    && CUES.ends(Kind.OUTCOME, words.get(i).text());
            if (deed && !Modality.isUndone(words, i)) {
                return true;
            }
        }
        return false;
    }
}
