package org.snapshothub.extract.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.snapshothub.extract.usecase.Names.Span;

/** A deed pointed back to by its name: “신고를 격자로 나눠 점수를 냈습니다. 그 방범용 CCTV 설치 우선순위에서 …”, “이 구급차 전진배치 뒤 …”. */
final class Pointed implements Rule {

    private static final int FARTHEST = 6;
    private static final Set<String> LATER = Set.of("뒤", "후", "이후", "덕분", "덕", "결과", "전", "때", "과정");
    private static final Set<String> POINTING = Set.of("이", "그", "이런", "그런", "이번");

    @Override
    public List<Candidate> find(Sentence sentence) {
        List<Candidate> found = new ArrayList<>();
        Sentence before = sentence.previous();
        if (before == null
                || before.line() != sentence.line()
                || !Basis.isTold(before)
                || Modality.isTalk(before)
                || Telling.tellsNoUse(sentence)) {
            return found;
        }
        List<Word> words = sentence.words();
        for (int i = 0; i + 2 < Math.min(words.size(), FARTHEST); i++) {
            if (words.get(i).form() != Word.Form.OTHER
                    || !POINTING.contains(words.get(i).text())) {
                continue;
            }
            int head = i + 1;
            while (head < words.size() - 1
                    && words.get(head).isOpen()
                    && !LATER.contains(words.get(head + 1).text())) {
                head++;
            }
            Span span = new Span(i + 1, head + 1);
            boolean named = head > i + 1
                    && words.get(head).isNoun()
                    && Names.endsWithAction(words.get(head))
                    && Names.fits(words, span)
                    && !Modality.failsAfter(words, head);
            if (named) {
                found.add(Candidate.of(sentence, span, "pointed", 0.6));
            }
        }
        return found;
    }
}
