package org.snapshothub.extract.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snapshothub.extract.usecase.Cues.Kind;
import org.snapshothub.extract.usecase.Names.Span;

/**
 * Cases told without a name of their own: data is read, and something is decided, made or found by it. The object of that
 * deed names the case: “…를 들여다본 뒤 급수 우선순위를 만들어”.
 */
final class Narrated implements Rule {

    /** 우려자를 가려내는 시스템을 만들었다: what it does names the case. */
    private static final List<String> MADE = List.of(
            "시스템", "모델", "모형", "서비스", "체계", "프로그램", "기술", "기법", "알고리즘", "솔루션", "앱", "기능", "장치", "로봇", "챗봇", "엔진");

    /** Nouns after which a deed is told as done or decided: 정한 일, 매긴 데 이어, 차등화하는 방안. */
    private static final Set<String> TOLD = Set.of(
            "일", "과제", "사례", "것", "데", "뒤", "후", "바", "결과", "점", "사업", "다음", "덕", "덕분", "이후", "계획", "예정", "방침", "방안",
            "조치", "작업", "이야기", "경우", "예", "실험", "시도", "직후", "끝", "곳");

    private static final List<String> EFFECTS =
            List.of("시간", "비용", "사고", "민원", "예산", "건수", "매출", "만족도", "적발률", "피해", "체납액", "요금");
    private static final Set<String> MAKE = Set.of(
            "만들", "마련하", "개발하", "짜", "내놓", "작성하", "제작하", "도출하", "산출하", "고르", "고르내", "골라내", "뽑", "뽑아내", "추리", "추려내",
            "가려내", "찾아내", "선별하", "발굴하", "추천하");
    private static final Set<String> PLACING = Set.of(
            "옮기", "재배치하", "배치하", "바꾸", "조정하", "정하", "결정하", "늘리", "줄이", "놓", "설치하", "새로 짜", "없애", "빼", "띄우", "앞당기",
            "미루");
    private static final Set<String> FINDING = Set.of(
            "도출하", "선별하", "찾아내", "찾", "발굴하", "추출하", "가려내", "골라내", "고르내", "뽑", "추리", "파악하", "예측하", "거르", "걸러내", "가리",
            "짚", "집어내", "짚어내", "알아채", "알아보", "특정하", "사들이", "감지하", "잡아내", "찾아주");
    private static final Set<String> DESCRIBING = Set.of(
            "많", "적", "높", "낮", "잦", "크", "작", "심하", "몰리", "좋", "나쁘", "가깝", "멀", "넓", "좁", "길", "짧", "두드러지", "떨어지",
            "모자라", "같", "부족하", "열악하", "취약하", "밀리");
    private static final Cues CUES = Cues.bundled();

    @Override
    public List<Candidate> find(Sentence sentence) {
        List<Candidate> found = new ArrayList<>();
        int told = Reasoned.deedBefore(sentence);
        int basis = told > 0 || sentence.basis() < 0 && goesOn(sentence) ? 0 : sentence.basis();
        if (basis < 0 || Telling.tellsNoUse(sentence)) {
            return found;
        }
        List<Word> words = sentence.words();
        if (told <= 0 && isToldAgain(sentence, basis)) {
            return found;
        }
        Deed held = null;
        int object = -1;
        int place = -1;
        for (int i = isSameWay(words, basis) ? 1 : basis + 1; i < (told > 0 ? told : words.size()); i++) {
            Word word = words.get(i);
            if (isObject(word, object) || Headlined.isObject(sentence, words, i)) {
                object = place >= 0 && isCountOrPlace(word) ? place : i;
                place = -1;
            }
            Deed aside = aside(words, i, held);
            if (aside != null) {
                held = settle(sentence, held, aside, found);
                object = -1;
                continue;
            }
            String does = Doing.of(words, i);
            if (does.isEmpty()) {
                if (Headlined.isDeed(sentence, words, i)) {
                    held = settle(sentence, held, new Deed(i, i), found);
                }
                continue;
            }
            int product = product(words, i);
            if (product > 0) {
                held = settle(sentence, held, new Deed(product, i), found);
                object = -1;
                continue;
            }
            boolean attributive = word.form() == Word.Form.ADNOMINAL;
            boolean deed = object >= 0 && isDeed(words, i, does) && !isEffect(words, object, i);
            if (deed && (!attributive || tellsADeed(words, i))) {
                held = settle(
                        sentence, held, new Deed(object, Modality.isDecidedQuestion(words, i) ? i + 1 : i), found);
                object = -1;
            } else if (continues(words, held, i)) {
                held = new Deed(held.object(), i);
            } else if (attributive && isOfAPlace(words, i)) {
                place = object;
                object = -1;
            } else if (!isDescribing(word) && !isManner(word) && (attributive || !isSerial(word))) {
                object = -1;
            }
        }
        settle(sentence, held, null, found);
        return found;
    }

    /** “도래 기록 20년 치가 일정표를 바꿨다. 순천시는 이 기록을 분석해 …”: a first sentence that only announces the next. */
    private static boolean isToldAgain(Sentence sentence, int basis) {
        Sentence next = sentence.next();
        boolean subject =
                basis < sentence.words().size() && sentence.words().get(basis).hasParticle("이", "가", "은", "는");
        return subject && next != null && next.line() == sentence.line() && next.basis() >= 0;
    }

    /** “시가 41만 건을 분석해 보니 …. 시는 …를 바꿨고”: what a body does right after it has read. */
    private static boolean goesOn(Sentence sentence) {
        Sentence before = sentence.previous();
        boolean reads = before != null
                && before.line() == sentence.line()
                && before.basis() >= 0
                && !Modality.isTalk(before)
                && !Modality.isOfAnotherField(before);
        return reads
                && sentence.mentions().stream()
                        .limit(1)
                        .anyMatch(m -> m.begin() == 0 && m.isTopic() && (m.anaphoric() || isSame(m, before)));
    }

    private static boolean isSame(Mention body, Sentence before) {
        return before.mentions().stream()
                .anyMatch(m -> m.isSubject() && m.printed().endsWith(body.printed()));
    }

    /** 살포 시기도 같은 방식으로 정할: what is done so may stand before the words that say so. */
    private static boolean isSameWay(List<Word> words, int basis) {
        return basis > 1
                && words.get(basis - 1).text().equals("같")
                && (words.get(basis).text().endsWith("방식")
                        || words.get(basis).text().endsWith("방법"));
    }

    /** Deeds that are told otherwise than by a verb and its object; null when word {@code i} tells none. */
    private static Deed aside(List<Word> words, int i, Deed held) {
        // 혐의자를 선별하고 세무조사에 착수했다: one word after a deed is what the deed was for.
        boolean whole = held == null || i > 0 && words.get(i - 1).isBare();
        int verb = whole ? Dative.at(words, i) : 0;
        verb = verb > 0 ? verb : Appointed.at(words, i);
        verb = verb > 0 || held != null ? verb : Passive.at(words, i);
        return verb > 0 ? new Deed(i, verb) : null;
    }

    private static boolean isDeed(List<Word> words, int i, String does) {
        if (Modality.isDecidedQuestion(words, i)) {
            return true;
        }
        boolean doing = CUES.ends(Kind.OUTCOME, does) || isMade(words, i) && CUES.ends(Kind.ACTION, stem(does));
        return doing && !Modality.isUndone(words, i);
    }

    private static String stem(String verb) {
        return verb.endsWith("하") ? verb.substring(0, verb.length() - 1) : "";
    }

    /** 진료 수요가 많은 영동권에: an adjective between does not part object and verb. */
    private static boolean isDescribing(Word word) {
        return DESCRIBING.contains(word.text()) || word.text().endsWith("되") && word.form() == Word.Form.ADNOMINAL;
    }

    /** 대수를 다르게 배정했다: how it is done does not part object and verb either. */
    private static boolean isManner(Word word) {
        return word.form() == Word.Form.CONNECTIVE && word.particle().equals("게");
    }

    /** 신호시간을 늘릴 곳 17곳을 찾았다 decides on 신호시간. */
    private static boolean isOfAPlace(List<Word> words, int i) {
        String ending = words.get(i).particle();
        return (ending.equals("ᆯ") || ending.equals("을"))
                && i + 1 < words.size()
                && words.get(i + 1).text().equals("곳")
                && CUES.ends(Kind.OUTCOME, words.get(i).text());
    }

    private static boolean isCountOrPlace(Word word) {
        return word.form() == Word.Form.QUANTITY || word.text().equals("곳");
    }

    /** 앞당겨 배치했고: the next verb without an object of its own goes on with the deed. */
    private static boolean continues(List<Word> words, Deed held, int verb) {
        return held != null
                && verb - held.verb() <= 2
                && isSerial(words.get(held.verb()))
                && words.get(verb).form() != Word.Form.ADNOMINAL
                && CUES.ends(Kind.OUTCOME, words.get(verb).text());
    }

    private record Deed(int object, int verb) {}

    /** A deed done in order to do another (골목을 찾아 자리를 정한) gives way to that one. */
    private static Deed settle(Sentence sentence, Deed held, Deed next, List<Candidate> found) {
        if (held != null) {
            boolean gaveWay = next != null
                    && isSerial(sentence.words().get(held.verb()))
                    && Names.endingAt(sentence.words(), next.object()).isPresent();
            if (!gaveWay) {
                name(sentence, held).ifPresent(found::add);
                if (next != null
                        && !found.isEmpty()
                        && isFoundFirst(sentence.words().get(held.verb()))) {
                    // 취약지역을 도출하고 소화장치를 설치했다: what was done about what was found.
                    return null;
                }
            }
        }
        return next;
    }

    private static boolean isFoundFirst(Word verb) {
        return verb.particle().equals("고") && FINDING.contains(verb.text());
    }

    private static Optional<Candidate> name(Sentence sentence, Deed deed) {
        List<Word> words = sentence.words();
        String verb = words.get(deed.verb()).text();
        Optional<Span> span = (FINDING.contains(verb)
                        ? Clause.aroundOneWord(words, deed.object(), sentence.basis())
                        : Optional.<Span>empty())
                .or(() -> Names.meantBy(words, deed.object()))
                .or(() -> PLACING.contains(verb) ? Names.thing(words, deed.object()) : Optional.empty())
                .or(() -> Clause.isChosen(verb)
                        ? Clause.endingAt(words, deed.object(), sentence.basis())
                        : Optional.empty());
        if (span.isEmpty() || Modality.isUndone(words, deed.verb())) {
            return Optional.empty();
        }
        Status status = Telling.statusFrom(sentence, deed.verb());
        return Optional.of(Candidate.of(sentence, span.get(), "narrative", 0.7).as(status));
    }

    private static boolean isObject(Word word, int before) {
        boolean noun = word.isNoun() || word.form() == Word.Form.QUANTITY;
        return noun && word.isObject() || before < 0 && word.isNoun() && word.hasParticle("도", "까지");
    }

    /** 출근 시간을 12분 줄였다 says what came of the deed, not the deed. */
    private static boolean isEffect(List<Word> words, int object, int verb) {
        boolean measured = words.get(verb - 1).form() == Word.Form.QUANTITY
                && words.get(verb - 1).isBare();
        String of = words.get(object).text();
        if (isSetTime(words, object)) {
            return false;
        }
        return measured && EFFECTS.stream().anyMatch(of::endsWith);
    }

    /** 운영시간, 개방 시간: what somebody sets, not what came of it. */
    private static boolean isSetTime(List<Word> words, int i) {
        String text = words.get(i).text();
        String of = text.equals("시간") && i > 0 ? words.get(i - 1).text() : text.replaceFirst("시간$", "");
        return text.endsWith("시간") && SET.stream().anyMatch(of::endsWith);
    }

    private static final Set<String> SET =
            Set.of("운영", "개방", "개관", "개장", "영업", "진료", "근무", "운행", "상영", "점등", "순찰", "단속", "대여", "살수", "관람", "이용");

    /** 자료를 견줘 만든 정원 조정안이: what was made stands after the verb; 0 when it does not. */
    private static int product(List<Word> words, int verb) {
        Word word = words.get(verb);
        boolean made = word.hasEnding("ᆫ", "은", "안");
        boolean serial = isSerial(words.get(verb - 1)) && CUES.ends(Kind.OUTCOME, word.text());
        boolean makes = word.form() == Word.Form.ADNOMINAL && made && (serial || MAKE.contains(word.text()));
        if (!makes || words.get(verb - 1).isObject()) {
            return 0;
        }
        int i = verb + 1;
        while (i < words.size() - 1 && words.get(i).isOpen()) {
            i++;
        }
        i -= i < words.size() && i > verb + 1 && words.get(i).form() == Word.Form.MARK ? 1 : 0;
        boolean thing =
                i < words.size() && (words.get(i).isNoun() || words.get(i).form() == Word.Form.QUANTITY);
        return thing && !words.get(i).hasParticle("의") ? i : 0;
    }

    /** 정한 일, 매긴 데 이어, 정하도록 한 과제: an attributive verb that is the deed itself. */
    private static boolean tellsADeed(List<Word> words, int i) {
        if (i + 1 >= words.size()) {
            return false;
        }
        return isMade(words, i) || TOLD.contains(words.get(i + 1).text()) || isOfADoer(words, i);
    }

    /** 사업장 12곳을 특정한 시흥시가, 구간을 정한 장본인이: who did it is told by what he did. */
    private static boolean isOfADoer(List<Word> words, int i) {
        if (!words.get(i).hasEnding("ᆫ", "은")) {
            return false;
        }
        for (int k = i + 1; k < Math.min(words.size(), i + 4) && words.get(k).isNoun(); k++) {
            String text = words.get(k).text();
            if (DOERS.stream().anyMatch(text::endsWith)
                    || Mentions.isStaff(text)
                    || Organisations.bundled().isLocalName(text)) {
                return true;
            }
            if (!words.get(k).isBare()) {
                return false;
            }
        }
        return false;
    }

    private static final List<String> DOERS = List.of(
            "장본인", "주인공", "사람", "시", "군", "구", "도", "청", "공단", "공사", "센터", "본부", "재단", "소방서", "병원", "은행", "연구원", "학교");

    private static boolean isMade(List<Word> words, int i) {
        if (words.get(i).form() != Word.Form.ADNOMINAL) {
            return false;
        }
        for (int k = i + 1; k < Math.min(words.size(), i + 5) && words.get(k).isNoun(); k++) {
            if (MADE.stream().anyMatch(words.get(k).text()::endsWith)) {
                return true;
            }
            if (!words.get(k).isBare()) {
                return false;
            }
        }
        return false;
    }

    private static boolean isSerial(Word word) {
        return word.form() == Word.Form.CONNECTIVE && word.hasEnding("어", "아", "아서", "어서", "언", "여");
    }
}
