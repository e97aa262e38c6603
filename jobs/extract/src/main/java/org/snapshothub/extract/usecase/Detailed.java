package org.snapshothub.extract.usecase;

import java.util.List;
import java.util.Optional;
import org.snapshothub.extract.usecase.Cues.Kind;

/**
 * A name and then what was done with data, parted by a sign: “인삼 부패율 예측: 저장고 온습도 기록 분석해 출하 시기를 권고”, “(하수 악취 발생지점 예측)
 * 센서값 2년분을 학습시켜 …”.
 */
final class Detailed {

    private static final Cues CUES = Cues.bundled();
    private static final List<String> SIGNS = List.of(":", " – ", " - ", " — ", " → ", ")", "=", " / ");
    private static final List<String> READ =
            List.of("분석", "학습", "결합", "대조", "비교", "추정", "계산", "바탕", "토대", "근거", "교차", "예측", "진단", "기록");
    private static final int LONGEST_NAME = 40;

    private Detailed() {}

    /** Where what the name stands for is told; 0 where nothing is. */
    static int at(String text) {
        int first = 0;
        for (String sign : SIGNS) {
            int at = text.indexOf(sign, 3);
            boolean opens = sign.equals(")") && text.indexOf('(') > 3;
            first = at > 0 && !opens && (first == 0 || at < first) ? at : first;
        }
        return first;
    }

    /** Whether what is told after {@code at} says that data were read. */
    static boolean readsData(Sentence sentence, int at) {
        String detail = sentence.text().substring(at + 1);
        boolean data = CUES.within(Kind.DATA, detail) || CUES.within(Kind.RECORD, detail);
        return data
                && (READ.stream().anyMatch(detail::contains)
                        || new Sentence(0, detail, sentence.line(), null).basis() >= 0);
    }

    static List<Candidate> find(Sentence sentence) {
        int at = at(sentence.text());
        if (at == 0 || at > LONGEST_NAME || !readsData(sentence, at) || Telling.tellsNoUse(sentence)) {
            return List.of();
        }
        return name(sentence, at).stream().toList();
    }

    private static Optional<Candidate> name(Sentence sentence, int at) {
        List<Word> words = sentence.words();
        int from = 0;
        while (from < words.size() && (words.get(from).form() == Word.Form.MARK || isNumber(words, from))) {
            from++;
        }
        int to = from;
        while (to < words.size() && words.get(to).end() <= at && words.get(to).form() != Word.Form.MARK) {
            to++;
        }
        if (to >= words.size() || words.get(to).begin() < at - 1 || to - from < 2) {
            return Optional.empty();
        }
        Word head = words.get(to - 1);
        boolean called = from > 0 || Names.endsWithAction(head) || CUES.ends(Kind.SOFT_HEAD, head.text());
        int after = to;
        String text = sentence.text().substring(words.get(from).begin(), head.end());
        if (Quoted.isBody(text) || Mentions.isStaff(head.text())) {
            return Optional.empty();
        }
        return Names.trimmed(words, from, to)
                .filter(s -> s.to() - s.from() > 1 && head.isBare() && called && Names.fits(words, s))
                .filter(s -> !Modality.failsAfter(words, after))
                .map(s -> Candidate.of(sentence, s, "detailed", 0.75).as(Telling.statusFrom(sentence, s.to() - 1)));
    }

    /** 1. or 가. before the name. */
    private static boolean isNumber(List<Word> words, int i) {
        return i == 0
                && i + 1 < words.size()
                && words.get(i + 1).form() == Word.Form.MARK
                && words.get(i).text().length() <= 2;
    }
}
