package org.snapshothub.extract.usecase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One candidate for each case of a text: a name met again, or inside another, is the same case. */
final class Distinct {

    private Distinct() {}

    static List<Candidate> of(List<Candidate> candidates) {
        Map<String, Candidate> first = new HashMap<>();
        List<Candidate> kept = new ArrayList<>();
        List<Candidate> ranked = new ArrayList<>(candidates);
        ranked.sort(Comparator.comparing((Candidate c) -> c.rule().equals(Weighed.RULE))
                .thenComparing(Comparator.comparingDouble(Candidate::confidence).reversed()));
        for (Candidate candidate : ranked) {
            String key = Similarity.letters(candidate.title());
            boolean near = kept.stream()
                    .limit(COMPARED)
                    .anyMatch(k -> Similarity.dice(k.title(), candidate.title()) >= likeness(k, candidate)
                            || overlap(k, candidate)
                            || isToldByTheHeadline(k, candidate)
                            || isToldByTheHeadline(candidate, k));
            if (!near && first.putIfAbsent(key, candidate) == null) {
                kept.add(candidate);
            }
        }
        kept.sort(Comparator.comparingInt((Candidate c) -> c.sentence().begin()).thenComparingInt(Candidate::begin));
        return kept;
    }

    /** ‘벚꽃철 셔틀 배차’ and ‘단풍철 셔틀 배차’ in one sentence or list are two, however alike. */
    private static double likeness(Candidate a, Candidate b) {
        boolean aside = a.rule().equals(b.rule()) && !a.rule().equals("narrative");
        return aside && Math.abs(a.sentence().line() - b.sentence().line()) <= 1 ? TWINS : Similarity.SAME;
    }

    private static final double TWINS = 0.9;

    /** An article tells a handful; a text of thousands is compared with the first only, so that time stays linear. */
    private static final int COMPARED = 64;

    /** “산불감시원 배치 바꿨다” over “감시원 84명의 근무지를 옮겼으며”: a headline tells what the text tells. */
    private static boolean isToldByTheHeadline(Candidate head, Candidate told) {
        return head.sentence().isHeadline()
                && told.rule().equals("narrative")
                && !told.sentence().isHeadline()
                && Similarity.dice(head.title(), told.title()) >= AKIN;
    }

    private static final double AKIN = 0.25;

    private static boolean overlap(Candidate a, Candidate b) {
        return a.sentence() == b.sentence() && a.begin() < b.end() && b.begin() < a.end();
    }
}
