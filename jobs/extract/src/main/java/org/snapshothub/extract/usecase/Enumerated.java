package org.snapshothub.extract.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snapshothub.extract.usecase.Cues.Kind;
import org.snapshothub.extract.usecase.Names.Span;

/**
 * Names in a row before what sums them up: “A, B, C 등 데이터 분석 활용 사례”.
 *
 * <p>Every item must be a name; only the first may have something else before it, and is cut there.
 */
final class Enumerated implements Rule {

    private static final int FARTHEST_HEAD = 7;
    private static final List<String> SUMS =
            List.of("사례", "과제", "분석", "분석사업", "분석과제", "모델", "활용사례", "분석사례", "우수사례", "분석결과");
    private static final Cues CUES = Cues.bundled();

    @Override
    public List<Candidate> find(Sentence sentence) {
        List<Candidate> found = new ArrayList<>();
        List<Word> words = sentence.words();
        if (!sentence.contains("등")) {
            return listed(sentence, words);
        }
        for (int i = 1; i < words.size(); i++) {
            Word word = words.get(i);
            boolean etc = word.text().equals("등");
            boolean sumsUp = etc && word.isNoun() && sumsUpCases(sentence, words, i)
                    || etc && word.form() == Word.Form.COPULA && isAnnounced(words, i);
            if (sumsUp) {
                for (Span listed : items(words, i)) {
                    Span item = Names.withoutOwner(words, listed);
                    found.add(Candidate.of(sentence, item, "enumeration", 0.9));
                }
            }
        }
        return found;
    }

    /** “세부 과제는 A 분석, B 예측, C 발굴이다.” */
    private static List<Candidate> listed(Sentence sentence, List<Word> words) {
        List<Candidate> found = new ArrayList<>();
        for (int i = 2; i < words.size(); i++) {
            boolean ends = words.get(i).form() == Word.Form.COPULA
                    && CUES.ends(Kind.ACTION, words.get(i).text());
            int announced = ends ? announcement(sentence, words, i) : -1;
            if (announced < 0) {
                continue;
            }
            int from = announced + 1;
            for (int k = from; k <= i; k++) {
                boolean closes = words.get(k).comma() || k == i;
                Optional<Span> item = closes ? Names.trimmed(words, from, k + 1) : Optional.empty();
                item.filter(span -> Names.fits(words, span) && isWhole(words, span.from(), span.to() - 1))
                        .ifPresent(span -> found.add(Candidate.of(sentence, span, "enumeration", 0.85)
                                .as(announcedStatus(sentence))));
                from = closes ? k + 1 : from;
            }
            return found.size() > 1 ? found : List.of();
        }
        return found;
    }

    /** “올해 분석사업을 추진한다. 과제는 …이다”: to come where the sentence before says so. */
    private static Status announcedStatus(Sentence sentence) {
        Sentence before = sentence.previous();
        boolean planned =
                before != null && before.line() == sentence.line() && Telling.statusFrom(before, 0) == Status.PLANNED;
        return planned ? Status.PLANNED : Telling.statusFrom(sentence, 0);
    }

    /** Where “분석 과제는” stands before the items, with a comma between items; -1 when it does not. */
    private static int announcement(Sentence sentence, List<Word> words, int last) {
        Sentence before = sentence.previous();
        boolean ofData = sentence.speaksOfData() || before != null && before.speaksOfData();
        for (int i = 0; i < last && ofData; i++) {
            if (words.get(i).hasParticle("은", "는", "으로는", "로는")) {
                boolean sums = SUMS.stream().anyMatch(words.get(i).text()::endsWith);
                return sums && !isOfAPlan(words.get(i).text()) ? i : -1;
            }
        }
        return -1;
    }

    private static boolean sumsUpCases(Sentence sentence, List<Word> words, int etc) {
        boolean ofData = sentence.speaksOfData() && !Telling.isOfACourse(sentence);
        for (int i = etc; i < Math.min(words.size(), etc + FARTHEST_HEAD) && ofData; i++) {
            Word word = words.get(i);
            if (word.form() == Word.Form.MARK || word.isPredicate() && word.form() != Word.Form.ADNOMINAL) {
                return false;
            }
            if (i > etc && word.isNoun() && isSum(words, i) && !isBareInside(words, i)) {
                return !isOfAPlan(word.text()) && isOfData(words, etc, i);
            }
            if (word.isNoun() && !word.particle().isEmpty() && !word.hasParticle("의", "를", "을") && i > etc) {
                return false;
            }
        }
        return false;
    }

    private static boolean isSum(List<Word> words, int i) {
        String text = words.get(i).text();
        boolean result = text.equals("결과") && words.get(i - 1).text().endsWith("분석");
        return result || SUMS.stream().anyMatch(text::endsWith);
    }

    /** 추진과제 and 중점과제 are what a plan is made of. */
    private static boolean isOfAPlan(String head) {
        return List.of("추진과제", "중점과제", "핵심과제", "전략과제", "실천과제", "정책과제").stream().anyMatch(head::endsWith);
    }

    /** “빅데이터 분석 과제는 A, B, C 등이다”: what is summed up stands before the items. */
    private static boolean isAnnounced(List<Word> words, int etc) {
        for (int i = 1; i < etc; i++) {
            Word word = words.get(i);
            if (word.hasParticle("은", "는", "으로는", "로는", "에는") && SUMS.stream().anyMatch(word.text()::endsWith)) {
                return isOfData(words, Math.max(-1, i - 4), i);
            }
        }
        return false;
    }

    private static boolean isBareInside(List<Word> words, int i) {
        return words.get(i).isOpen() && i + 1 < words.size() && words.get(i + 1).isNoun();
    }

    private static boolean isOfData(List<Word> words, int etc, int head) {
        for (int i = etc + 1; i <= head; i++) {
            String text = words.get(i).text();
            boolean data = text.contains("데이터") || text.contains("분석");
            if (data || text.contains("활용") || text.contains("우수")) {
                return true;
            }
        }
        return false;
    }

    private static List<Span> items(List<Word> words, int etc) {
        List<Span> items = new ArrayList<>();
        int to = etc;
        boolean marked = etc > 1 && isMarked(words, etc);
        while (to > 0 && words.get(to - 1).form() != Word.Form.MARK) {
            int from = to - 1;
            while (from > 0 && !separates(words.get(from - 1))) {
                from--;
            }
            boolean first = !marked && (from == 0 || words.get(from - 1).form() == Word.Form.MARK);
            Optional<Span> item =
                    first || !isWhole(words, from, to) ? Names.endingAt(words, to - 1) : whole(words, from, to);
            if (item.isEmpty()) {
                break;
            }
            items.add(0, item.get());
            if (item.get().from() != from) {
                break;
            }
            to = from;
            if (marked && to > 0 && isBullet(words.get(to - 1))) {
                to--;
            }
        }
        return items;
    }

    /** △ A △ B △ C 등: marks within the sentence part the items. */
    private static boolean isMarked(List<Word> words, int etc) {
        int i = etc - 1;
        while (i > 0 && words.get(i).form() != Word.Form.MARK) {
            i--;
        }
        return isBullet(words.get(i));
    }

    private static boolean isBullet(Word word) {
        return word.form() == Word.Form.MARK
                && !Listed.mark(word.text()).isEmpty()
                && !word.text().startsWith("-");
    }

    private static Optional<Span> whole(List<Word> words, int from, int to) {
        return Names.trimmed(words, from, to).filter(span -> Names.fits(words, span));
    }

    private static boolean isWhole(List<Word> words, int from, int to) {
        for (int i = from; i < to - 1; i++) {
            if (!words.get(i).isBare() && !words.get(i).hasParticle("의")) {
                return false;
            }
        }
        return words.get(to - 1).isNoun();
    }

    private static boolean separates(Word word) {
        return word.comma()
                || word.form() == Word.Form.MARK
                || word.hasParticle("과", "와") && CUES.ends(Kind.ACTION, word.text());
    }
}
