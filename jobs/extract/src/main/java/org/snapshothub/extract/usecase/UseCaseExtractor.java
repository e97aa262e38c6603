package org.snapshothub.extract.usecase;

import java.util.ArrayList;
import java.util.List;
import org.snapshothub.extract.usecase.Actors.Actor;
import org.snapshothub.extract.usecase.Regions.Region;

/**
 * Finds the data-usage cases that a text tells.
 *
 * <p>A case is a specific, nameable use of data, known by the problem it addressed. Rules propose names; each is then
 * told who, where, of which field and how far. Precision goes before recall: a text without the words of data is not
 * looked at, and a name that says no problem is no case.
 */
public final class UseCaseExtractor {

    private static final List<String> WORDS_OF_DATA = List.of(
            "데이터", "테이터", "데이타", "자료", "분석", "기록", "이력", "내역", "예측", "측정", "관측", "영상", "신호", "활용", "통계", "지표", "일지",
            "로그", "정보", "점수", "살펴", "들여다", "훑", "후기", "사용량", "이용량", "판매량", "통행량", "견주", "견줘", "맞대", "대조", "비교", "매출",
            "사진", "센서", "서류", "문서");

    private static final List<Rule> RULES =
            List.of(new Quoted(), new Enumerated(), new Visited(), new ServiceNamed(), new Narrated());

    private UseCaseExtractor() {}

    /**
     * The cases of one text, in its order.
     *
     * @param title the headline; null when there is none
     * @param body the text; offsets of the evidence count code points of its NFC form
     */
    public static List<FoundCase> extract(String title, String body) {
        if (WORDS_OF_DATA.stream().noneMatch(body::contains)) {
            return List.of();
        }
        Story story = Story.of(title, body);
        List<Candidate> candidates = new ArrayList<>(Listed.find(story.sentences()));
        for (Sentence sentence : story.sentences()) {
            candidates.addAll(named(sentence));
        }
        return told(story, Distinct.of(candidates));
    }

    /** A sentence that gives its cases names is not asked for unnamed ones: what it decides is part of those. */
    private static List<Candidate> named(Sentence sentence) {
        if (WORDS_OF_DATA.stream().noneMatch(sentence::contains) && !mayReferBack(sentence)) {
            return List.of();
        }
        for (Rule rule : RULES) {
            List<Candidate> found = rule.find(sentence);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private static boolean mayReferBack(Sentence sentence) {
        return sentence.contains("‘") || sentence.contains("결과") || sentence.contains("이를") || sentence.contains("방식");
    }

    private static List<FoundCase> told(Story story, List<Candidate> candidates) {
        Actors actors = new Actors(story);
        CodePoints points = new CodePoints(story.body());
        List<FoundCase> cases = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Actor actor = actors.of(candidate);
            Region region = Regions.of(candidate, actor);
            Sentence sentence = candidate.sentence();
            String title =
                    story.body().substring(sentence.begin() + candidate.begin(), sentence.begin() + candidate.end());
            cases.add(new FoundCase(
                    title,
                    Topics.bundled().of(candidate.title(), sentence.text(), actor.printed()),
                    actor.printed(),
                    actor.organisation() == null ? null : actor.organisation().id(),
                    region.code(),
                    region.sigungu(),
                    candidate.status() == null ? Telling.statusFrom(sentence, 0) : candidate.status(),
                    story.body().substring(sentence.begin(), sentence.end()),
                    points.at(sentence.begin()),
                    points.at(sentence.end()),
                    candidate.rule(),
                    candidate.confidence()));
        }
        return cases;
    }
}
