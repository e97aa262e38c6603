package org.snapshothub.extract.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snapshothub.extract.usecase.Cues.Kind;
import org.snapshothub.extract.usecase.Names.Span;

/**
 * Names set off by quotation marks or brackets: ‘지방세 체납 회수 가능성 예측’, 「야간 약국 공백지역 파악」(경북 안동시).
 *
 * <p>Marks also hold mottoes, courses, teams, laws and books: the name must end with a noun of doing, its sentence must
 * speak of data, and what follows the marks must not call it something else.
 */
final class Quoted implements Rule {

    private static final String OPEN = "‘“「<〈《'\"『[";
    private static final String CLOSE = "’”」>〉》'\"』]";
    private static final int LONGEST = 45;
    private static final int FARTHEST_BACK = 3;
    private static final Cues CUES = Cues.bundled();

    /** Nouns of reading data; two names in marks that end with them are analyses whatever the sentence calls them. */
    private static final List<String> ANALYTIC =
            List.of("예측", "분석", "추정", "산출", "진단", "탐지", "검출", "역추적", "도출", "추출", "추천", "매칭", "선별");

    private static final List<String> PLANS = List.of(
            "핵심 과제", "핵심과제", "중점 과제", "중점과제", "전략과제", "전략 과제", "역점 ", "국정과제", "국정 과제", "도정 목표", "구상에", "아이디어다",
            "아이디어였다", "청사진", "로드맵에", "비전에", "시정 목표", "대 전략", "대 과제", "공약", "대회 과제");

    private record Marks(int open, int close) {}

    @Override
    public List<Candidate> find(Sentence sentence) {
        List<Candidate> found = new ArrayList<>();
        List<Marks> all = marks(sentence.text());
        if (all.isEmpty()
                || !speaksOfData(sentence) && !areAnalyses(sentence, all)
                || holdsOtherThings(sentence, all)) {
            return found;
        }
        for (Marks marks : all) {
            candidate(sentence, marks).ifPresent(found::add);
        }
        return found;
    }

    /** Whether the sentence says of all its marks that they hold no cases: a course's contents, a plan's tasks. */
    private static boolean holdsOtherThings(Sentence sentence, List<Marks> all) {
        return Called.inARow(
                        sentence,
                        firstAfter(sentence.words(), all.get(all.size() - 1).close()))
                || Telling.isOfACourse(sentence)
                || isOfAPlan(sentence.text())
                || Modality.isDemanded(sentence);
    }

    /** Whether the sentence says of a phrase in marks that it is something else. */
    static boolean isOtherwise(Phrase phrase) {
        Sentence sentence = phrase.sentence();
        List<Marks> all = marks(sentence.text());
        return holdsOtherThings(sentence, all)
                || all.stream()
                        .filter(marks -> marks.open() < phrase.begin() && phrase.end() <= marks.close())
                        .anyMatch(marks -> isCalledOtherwise(sentence, sentence.words(), marks));
    }

    /** 올해 도정 핵심 과제는 ‘…’ 등 세 가지다: what a plan is made of. */
    private static boolean isOfAPlan(String text) {
        return PLANS.stream().anyMatch(text::contains);
    }

    private static boolean speaksOfData(Sentence sentence) {
        return tells(sentence)
                || isBeside(sentence, sentence.previous()) && tells(sentence.previous())
                || isBeside(sentence, sentence.next()) && tells(sentence.next())
                || readsEarlier(sentence);
    }

    /** What was read may be told two or three sentences before its name. */
    private static boolean readsEarlier(Sentence sentence) {
        Sentence before = sentence.previous();
        for (int i = 0; i < FARTHEST_BACK && before != null && before.line() == sentence.line(); i++) {
            if (Basis.isTold(before)) {
                return true;
            }
            before = before.previous();
        }
        return false;
    }

    /** ‘… 우선순위 산출’, ‘… 예측’ 등 세 가지 과제; ‘… 예측’으로 19%를 줄였다. */
    private static boolean areAnalyses(Sentence sentence, List<Marks> all) {
        long analyses =
                all.stream().filter(m -> endsAnalytically(sentence.text(), m)).count();
        return analyses > 1
                || analyses == 1 && all.stream().anyMatch(m -> isMeans(sentence.text(), m))
                || analyses == 1 && isBeside(sentence, sentence.previous()) && namesAnAnalysis(sentence.previous());
    }

    /** Whether marks in the sentence hold the name of an analysis that something was done with. */
    static boolean namesAnAnalysis(Sentence sentence) {
        return areAnalyses(sentence, marks(sentence.text()));
    }

    private static boolean endsAnalytically(String text, Marks marks) {
        String name = text.substring(marks.open() + 1, marks.close());
        return name.indexOf(' ') > 0 && ANALYTIC.stream().anyMatch(name::endsWith);
    }

    private static boolean isMeans(String text, Marks marks) {
        return endsAnalytically(text, marks)
                && (text.startsWith("으로 ", marks.close() + 1) || text.startsWith("로 ", marks.close() + 1));
    }

    private static boolean isBeside(Sentence sentence, Sentence other) {
        if (other == null || other.line() == sentence.line()) {
            return other != null;
        }
        // A line may break in the middle of what it says.
        Sentence first = other.line() < sentence.line() ? other : sentence;
        return Math.abs(other.line() - sentence.line()) == 1
                && !first.endsAsASentence()
                && !first.isHeadline()
                && Listed.mark(first.text()).isEmpty();
    }

    private static boolean tells(Sentence sentence) {
        return saysData(sentence.text()) || sentence.contains("분석") || Basis.isIn(sentence) || readsInto(sentence);
    }

    /** 데이터베이스 and 데이터센터 are buildings of another kind. */
    private static boolean saysData(String text) {
        for (String word : List.of("데이터", "테이터")) {
            for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
                String rest = text.substring(at + word.length());
                if (!rest.startsWith("베이스") && !rest.startsWith("센터") && !rest.startsWith(" 센터")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** …와 …을 결합한 ‘…’: the name is said to be made of what was read. */
    private static boolean readsInto(Sentence sentence) {
        List<Word> words = sentence.words();
        for (int i = 1; i < words.size(); i++) {
            Word before = words.get(i - 1);
            boolean opens = words.get(i).form() == Word.Form.MARK
                    && OPEN.indexOf(words.get(i).text().strip().charAt(0)) >= 0;
            if (opens && before.form() == Word.Form.ADNOMINAL && CUES.is(Kind.ANALYSE, before.text())) {
                return true;
            }
        }
        return false;
    }

    private static List<Marks> marks(String text) {
        List<Marks> all = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            int kind = OPEN.indexOf(text.charAt(i));
            boolean apostrophe = kind >= 0
                    && "'\"".indexOf(text.charAt(i)) >= 0
                    && i > 0
                    && Character.isLetterOrDigit(text.charAt(i - 1))
                    && i + 1 < text.length()
                    && !Character.isLetter(text.charAt(i + 1));
            int close = kind < 0 || apostrophe ? -1 : closing(text, CLOSE.charAt(kind), i + 1);
            if (close > 0 && close - i <= LONGEST + 1) {
                all.add(new Marks(i, close));
                i = close;
            }
            i++;
        }
        return all;
    }

    /** Not farther than a name is long: a text of opening marks alone is read once. */
    private static int closing(String text, char mark, int from) {
        for (int i = from; i < Math.min(text.length(), from + LONGEST + 1); i++) {
            if (text.charAt(i) == mark) {
                return i;
            }
        }
        return -1;
    }

    private static Optional<Candidate> candidate(Sentence sentence, Marks marks) {
        String text = sentence.text();
        char open = text.charAt(marks.open());
        List<Word> words = sentence.words();
        int from = firstAfter(words, marks.open());
        int to = firstAfter(words, marks.close() - 1);
        if (from >= to || open == '『' || isSpeech(words, from, to)) {
            return Optional.empty();
        }
        Span span = new Span(from, to);
        if (!Names.canBeNamed(words, span)
                || !isNominal(words, span)
                || isCalledOtherwise(sentence, words, marks)
                || Modality.failsAfter(words, to)) {
            return Optional.empty();
        }
        Word last = words.get(to - 1);
        boolean says = Names.endsWithAction(last)
                || CUES.ends(Kind.HEADS, last.text()) && to - from > 1 && Names.endsWithAction(words.get(to - 2));
        if (!says && !Branded.is(sentence, from, to)) {
            return Optional.empty();
        }
        int begin = words.get(from).begin();
        Candidate candidate = new Candidate(sentence, begin, last.end(), "quoted-name", says ? 0.9 : 0.65);
        return Optional.of(owner(sentence, marks).map(candidate::by).orElse(candidate));
    }

    private static int firstAfter(List<Word> words, int offset) {
        int i = 0;
        while (i < words.size() && words.get(i).begin() <= offset) {
            i++;
        }
        return i;
    }

    private static boolean isSpeech(List<Word> words, int from, int to) {
        return words.get(to - 1).form() == Word.Form.FINAL || words.get(to - 1).form() == Word.Form.MARK;
    }

    private static boolean isNominal(List<Word> words, Span span) {
        for (int i = span.from(); i < span.to(); i++) {
            Word word = words.get(i);
            if (word.form() == Word.Form.FINAL
                    || word.form() == Word.Form.COPULA
                    || word.isTopic() && i < span.to() - 1 && word.hasParticle("은", "는")) {
                return false;
            }
        }
        // 경로도 is a chart: no name ends with a particle.
        return words.get(span.to() - 1).isBare() || words.get(span.to() - 1).hasParticle("도", "로", "가", "이", "과");
    }

    /** Whether the words around the marks say that they hold something else; ‘A 예측’, ‘B 분석’ 등 논문 says it of all. */
    private static boolean isCalledOtherwise(Sentence sentence, List<Word> words, Marks marks) {
        int after = firstAfter(words, marks.close());
        boolean another = after > 0 && opensAnother(words.get(after - 1));
        return Called.otherwise(
                sentence, firstAfter(words, marks.open()), another ? words.size() : after, marks.close());
    }

    /** ‘A 예측’, ‘신간 추천’: what follows is another name. */
    private static boolean opensAnother(Word mark) {
        return mark.form() == Word.Form.MARK
                && mark.text().length() > 1
                && OPEN.indexOf(mark.text().charAt(mark.text().length() - 1)) >= 0;
    }

    /** Who stands right beside the marks: ‘…’의 청주시, 「…」(인천 남동구), ‘…’(전주시). */
    private static Optional<String> owner(Sentence sentence, Marks marks) {
        String rest = sentence.text().substring(marks.close() + 1);
        if (rest.startsWith("(")) {
            int close = rest.indexOf(')');
            String inside = close > 1 ? rest.substring(1, Math.min(close, 30)) : "";
            return Optional.of(inside.strip()).filter(name -> isBody(name));
        }
        if (rest.startsWith("의 ")) {
            int end = 2;
            while (end < rest.length() && (Character.isLetterOrDigit(rest.charAt(end)) || rest.charAt(end) == ' ')) {
                end++;
            }
            return new Sentence(0, rest.substring(2, Math.min(end, 32)), 0, null)
                    .mentions().stream()
                            .filter(m -> m.begin() == 0)
                            .map(Mention::printed)
                            .findFirst();
        }
        return Optional.empty();
    }

    static boolean isBody(String name) {
        return !name.isEmpty()
                && (Organisations.bundled().identify(name).isPresent()
                        || new Sentence(0, name, 0, null)
                                .mentions().stream().anyMatch(m -> m.begin() == 0 && m.end() == name.length()));
    }
}
