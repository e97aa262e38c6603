package org.snapshothub.extract.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.snapshothub.extract.page.Plain;
import org.snapshothub.extract.usecase.Actors.Actor;
import org.snapshothub.extract.usecase.Cues.Kind;
import org.snapshothub.extract.usecase.Regions.Region;

/**
 * Finds the data-usage cases that a text tells.
 *
 * <p>A case is a specific, nameable use of data, known by the problem it addressed. Rules propose names; each is then
 * told who, where, of which field and how far. Precision goes before recall: a text without the words of data is not
 * looked at, and a name that says no problem is no case.
 */
public final class UseCaseExtractor {

    private static final Cues CUES = Cues.bundled();
    /** Words with which a sentence speaks of data that the one before has named. */
    private static final List<String> REFERRING = List.of(
            "‘", "결과", "이를", "방식", "이 ", "이에", "살펴", "훑", "따져", "쪼개", "량을", " 건은", " 건 말", " 건에", "그걸", "이걸", "덕분");

    private static final List<Rule> RULES = List.of(
            new Quoted(),
            new Announced(),
            new Enumerated(),
            new Visited(),
            new Credited(),
            new Chained(),
            new Raised(),
            new ServiceNamed(),
            new Counted(),
            new DoneBy(),
            new Analysed(),
            new Followed(),
            new Applied(),
            new Topicalised(),
            new Owned(),
            new Narrated(),
            new Cleft(),
            new Undertaken(),
            new Pointed());

    private UseCaseExtractor() {}

    /**
     * The cases of one text, in its order.
     *
     * @param title the headline; null when there is none
     * @param body the text; offsets of the evidence count code points of its NFC form
     */
    public static List<FoundCase> extract(String title, String body) {
        if (!maySpeakOfData(Plain.nfc(body))) {
            return List.of();
        }
        Story story = Story.of(title, body);
        return told(story, Distinct.of(weighed(story)));
    }

    private static List<Candidate> weighed(Story story) {
        List<Candidate> cases = new ArrayList<>();
        Beside beside = new Beside(proposed(story));
        for (Sentence sentence : story.sentences()) {
            cases.addAll(Weighed.bundled().of(sentence, beside));
        }
        return cases;
    }

    static Map<Sentence, List<Candidate>> proposed(Story story) {
        List<Candidate> candidates = new ArrayList<>(Listed.find(story.sentences()));
        candidates.addAll(Tabled.find(story.sentences()));
        for (Sentence sentence : story.sentences()) {
            candidates.addAll(named(sentence));
        }
        return candidates.stream().collect(Collectors.groupingBy(Candidate::sentence));
    }

    /** Whether the sentence, one of the two before it or the one after speaks of data. */
    static boolean mayTell(Sentence sentence) {
        Sentence before = sentence.previous();
        return speaks(sentence)
                || speaks(before)
                || speaks(sentence.next())
                || before != null && speaks(before.previous());
    }

    private static boolean speaks(Sentence sentence) {
        return sentence != null && sentence.maySpeakOfData();
    }

    /** A sentence that gives its cases names is not asked for unnamed ones: what it decides is part of those. */
    private static List<Candidate> named(Sentence sentence) {
        if (!sentence.maySpeakOfData() && !(mayTell(sentence) && mayReferBack(sentence))) {
            return List.of();
        }
        List<Candidate> detailed = Detailed.find(sentence);
        if (!detailed.isEmpty()) {
            return detailed;
        }
        for (Rule rule : RULES) {
            List<Candidate> found = rule.find(sentence);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** The cheap test before any sentence is analysed: most texts hold no word of data. */
    static boolean maySpeakOfData(String text) {
        return text.contains("분석") || text.contains("예측") || CUES.within(Kind.DATA, Kind.RECORD, text);
    }

    private static boolean mayReferBack(Sentence sentence) {
        return REFERRING.stream().anyMatch(sentence::contains);
    }

    /** What is said around a case: of names in a row only what stands between the neighbours, for the rest is about those. */
    private static String around(List<Candidate> inOrder, int at) {
        Candidate candidate = inOrder.get(at);
        String text = candidate.sentence().text();
        int from = at > 0 && areInARow(inOrder.get(at - 1), candidate)
                ? inOrder.get(at - 1).end()
                : 0;
        boolean followed = at + 1 < inOrder.size() && areInARow(candidate, inOrder.get(at + 1));
        return text.substring(from, followed ? inOrder.get(at + 1).begin() : text.length());
    }

    /** The sentences right before and after on its line: they often say for whom it is done. */
    private static String beside(Sentence sentence) {
        Sentence before = sentence.previous();
        Sentence after = sentence.next();
        return (before != null && before.line() == sentence.line() ? before.text() : "")
                + " "
                + (after != null && after.line() == sentence.line() ? after.text() : "");
    }

    private static boolean areInARow(Candidate first, Candidate second) {
        return first.sentence() == second.sentence() && isNamed(first) && isNamed(second);
    }

    private static boolean isNamed(Candidate candidate) {
        return !candidate.rule().equals("narrative");
    }

    /** The first word after a name: what is said of it says how far it is. */
    private static int after(Sentence sentence, int end) {
        int i = 0;
        while (i < sentence.words().size() - 1 && sentence.words().get(i).begin() < end) {
            i++;
        }
        return i;
    }

    private static List<FoundCase> told(Story story, List<Candidate> candidates) {
        Actors actors = new Actors(story);
        CodePoints points = new CodePoints(story.body());
        List<FoundCase> cases = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            Actor actor = actors.of(candidate);
            Region region = Regions.of(candidate, actor);
            Sentence sentence = candidate.sentence();
            String title =
                    story.body().substring(sentence.begin() + candidate.begin(), sentence.begin() + candidate.end());
            cases.add(new FoundCase(
                    title,
                    Topics.bundled().of(candidate.title(), around(candidates, i), beside(sentence), actor.printed()),
                    actor.printed(),
                    actor.organisation() == null ? null : actor.organisation().id(),
                    region.code(),
                    region.sigungu(),
                    candidate.status() == null
                            ? Telling.statusFrom(sentence, after(sentence, candidate.end()))
                            : candidate.status(),
                    story.body().substring(sentence.begin(), sentence.end()),
                    points.at(sentence.begin()),
                    points.at(sentence.end()),
                    candidate.rule(),
                    candidate.confidence()));
        }
        return cases;
    }
}
