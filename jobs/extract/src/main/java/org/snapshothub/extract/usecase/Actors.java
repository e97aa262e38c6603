package org.snapshothub.extract.usecase;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who did it: looked for in the case's sentence, then in those before it. */
final class Actors {

    private static final Organisations KNOWN = Organisations.bundled();
    private static final Pattern SIGNED = Pattern.compile("[)\\]]?\\.?");
    private static final int LONGEST_NAMING = 30;
    private static final int FARTHEST_BACK = 4;
    private static final int LONGEST_STORY = 12;
    private static final int FARTHEST_FULL_NAME = 40;
    private static final int FARTHEST_AHEAD = 2;

    /** A body as printed, and as identified where it is. */
    record Actor(String printed, Organisation organisation) {

        static final Actor UNKNOWN = new Actor(null, null);
    }

    private final Story story;

    Actors(Story story) {
        this.story = story;
    }

    Actor of(Candidate candidate) {
        if (candidate.actor() != null) {
            return named(candidate.actor(), candidate.sentence());
        }
        Sentence sentence = candidate.sentence();
        List<Mention> mentions = sentence.mentions();
        Optional<Mention> here = visited(candidate, mentions)
                .or(() -> owner(mentions, candidate))
                .or(() -> subjectBefore(mentions, candidate, sentence))
                .or(() -> beside(mentions, candidate))
                .or(() -> within(mentions, candidate))
                .or(() -> subjectAfter(mentions, candidate, sentence))
                .or(() -> doerAfter(mentions, candidate, sentence))
                .or(() -> signature(mentions, candidate));
        if (here.isPresent()) {
            return resolved(here.get(), sentence);
        }
        if (Telling.isOnlyTold(sentence)) {
            return Actor.UNKNOWN;
        }
        Actor before = fromBefore(sentence);
        Actor beside = before.printed() == null ? fromNext(sentence) : before;
        return beside.printed() == null ? onlyOne() : beside;
    }

    /** Where no sentence says who did it, the one body that the story names. */
    private Actor onlyOne() {
        Mention only = null;
        for (Sentence sentence : story.sentences()
                .subList(0, Math.min(LONGEST_STORY, story.sentences().size()))) {
            for (Mention m : sentence.mentions()) {
                if (m.organisation() == null || m.anaphoric()) {
                    continue;
                }
                if (only != null && !only.organisation().equals(m.organisation())) {
                    return Actor.UNKNOWN;
                }
                only = only == null ? m : only;
            }
        }
        return only == null ? Actor.UNKNOWN : new Actor(only.printed(), only.organisation());
    }

    /** 완주군 공무원들이 화성시를 찾아 살펴본 것 is 화성시's. */
    private static Optional<Mention> visited(Candidate candidate, List<Mention> mentions) {
        Sentence sentence = candidate.sentence();
        boolean told = candidate.status() == Status.MENTIONED || Telling.isOnlyTold(sentence);
        boolean visit = sentence.contains("찾아")
                || sentence.contains("방문")
                || sentence.contains("둘러")
                || sentence.contains("견학")
                || sentence.contains("벤치마킹");
        return mentions.stream()
                .filter(m -> visit && told)
                .filter(m ->
                        m.role().equals("를") || m.role().equals("을") || m.role().equals("의"))
                .findFirst();
    }

    private static Optional<Mention> owner(List<Mention> mentions, Candidate candidate) {
        return mentions.stream()
                .filter(m -> m.isOwner() && m.end() < candidate.begin() && candidate.begin() - m.end() <= 4)
                .reduce((first, second) -> second);
    }

    private static Optional<Mention> subjectBefore(List<Mention> mentions, Candidate candidate, Sentence sentence) {
        boolean told = candidate.rule().equals("enumeration") && Telling.isOnlyTold(sentence);
        return mentions.stream()
                .filter(m -> !told && m.isSubject() && m.end() <= candidate.begin())
                .filter(m -> !followedByOther(m, mentions))
                .reduce((first, second) -> isOfTheTopic(first, second) ? first : second);
    }

    /** 국가보훈부는 … 위탁병원이 없는: what is nobody's name does nothing beside a body that heads the sentence. */
    private static boolean isOfTheTopic(Mention topic, Mention other) {
        boolean heads = topic.organisation() != null && topic.isTopic();
        boolean unknown = other.organisation() == null && !other.anaphoric();
        return heads && unknown && (other.role().equals("이") || other.role().equals("가"));
    }

    /** Of two that do it together (정읍시와 한국전력공사는) the first is taken. */
    private static boolean followedByOther(Mention mention, List<Mention> mentions) {
        return mentions.stream()
                .anyMatch(m -> (m.role().equals("와") || m.role().equals("과"))
                        && m.end() < mention.begin()
                        && mention.begin() - m.end() <= 4);
    }

    private static Optional<Mention> beside(List<Mention> mentions, Candidate candidate) {
        return mentions.stream()
                .filter(m ->
                        m.end() <= candidate.begin() && candidate.begin() - m.end() <= 3 && m.organisation() != null)
                .findFirst();
    }

    /** 춘천시 명동 버스정류장 is 춘천시's. */
    private static Optional<Mention> within(List<Mention> mentions, Candidate candidate) {
        return mentions.stream()
                .filter(m -> m.begin() == candidate.begin()
                        && m.end() < candidate.end()
                        && m.organisation() != null
                        && m.organisation().regionCode() != null)
                .findFirst();
    }

    /** “<A>, <B> 등이 발표됐으며 시는 이를 …에 담기로 했다”. */
    private static Optional<Mention> subjectAfter(List<Mention> mentions, Candidate candidate, Sentence sentence) {
        return mentions.stream()
                .filter(m -> !Telling.isOnlyTold(sentence) && m.begin() >= candidate.end())
                .filter(Mention::isTopic)
                .findFirst();
    }

    /** 개장 요일을 바꿔 재미를 본 목포시가: a body right after a verb that tells what it did. */
    private static Optional<Mention> doerAfter(List<Mention> mentions, Candidate candidate, Sentence sentence) {
        return mentions.stream()
                .filter(m -> m.begin() >= candidate.end() && m.isSubject() && m.organisation() != null)
                .filter(m -> sentence.words().stream()
                        .anyMatch(w -> w.form() == Word.Form.ADNOMINAL && w.end() == m.begin() - 1))
                .findFirst();
    }

    /** “… 17건을 적발함 (인천세관)”, “… 예방 안내 / 전북 익산시”: who tells it stands at the very end. */
    private static Optional<Mention> signature(List<Mention> mentions, Candidate candidate) {
        return mentions.stream()
                .filter(m -> m.begin() >= candidate.end() && m.begin() > 1)
                .filter(m -> isSigned(candidate.sentence().text(), m))
                .findFirst();
    }

    private static boolean isSigned(String text, Mention body) {
        String before = text.substring(0, body.begin()).strip();
        String after = text.substring(body.end()).strip();
        return !before.isEmpty()
                && "(/[".indexOf(before.charAt(before.length() - 1)) >= 0
                && SIGNED.matcher(after).matches();
    }

    private Actor fromBefore(Sentence sentence) {
        Sentence at = sentence.previous();
        for (int i = 0; i < FARTHEST_BACK && at != null; i++) {
            Sentence before = at;
            Optional<Mention> subject =
                    before.mentions().stream().filter(Mention::isSubject).findFirst();
            if (subject.isPresent()) {
                return Telling.isOnlyTold(before) ? Actor.UNKNOWN : resolved(subject.get(), before);
            }
            at = before.previous();
        }
        return Actor.UNKNOWN;
    }

    /** “▲A ▲B 등 분석 결과를 공유했다. 구리시는 …”: the next sentence may name who has told nobody so far. */
    private Actor fromNext(Sentence sentence) {
        Sentence next = sentence.next();
        if (next == null) {
            return Actor.UNKNOWN;
        }
        boolean named = isNaming(next, sentence);
        return next.mentions().stream()
                .filter(m -> named || next.line() == sentence.line() && m.isSubject())
                .filter(m -> !m.anaphoric() && m.organisation() != null)
                .findFirst()
                .map(m -> resolved(m, next))
                .orElse(Actor.UNKNOWN);
    }

    /** “경북 울진군 이야기다.”, and under a list “주관: 충청북도교육청”. */
    private static boolean isNaming(Sentence next, Sentence told) {
        boolean brief = next.text().length() <= LONGEST_NAMING;
        boolean tale = next.line() == told.line() && (next.contains("이야기다") || next.contains("얘기다"));
        boolean label = next.line() == told.line() + 1 && next.contains(":") && !next.endsAsASentence();
        return brief && (tale || label);
    }

    private Actor named(String printed, Sentence sentence) {
        String name = printed.strip();
        if (name.length() == 1) {
            return resolved(new Mention(0, 0, name, null, "", true), sentence);
        }
        return new Actor(name, KNOWN.identify(name).orElse(null));
    }

    private Actor resolved(Mention mention, Sentence sentence) {
        if (!mention.anaphoric()) {
            Optional<Mention> longer =
                    mention.organisation() == null ? longerBefore(mention, sentence) : Optional.empty();
            Mention full = longer.orElse(mention);
            return new Actor(full.printed(), full.organisation());
        }
        return fullName(mention.printed(), sentence)
                .map(full -> new Actor(full.printed(), full.organisation()))
                .orElseGet(() -> new Actor(mention.printed(), null));
    }

    /** 농업기술원 after 경북농업기술원 is that one. */
    private static Optional<Mention> longerBefore(Mention mention, Sentence sentence) {
        return nearest(
                sentence.previous(),
                Sentence::previous,
                FARTHEST_BACK,
                m -> m.organisation() != null
                        && m.printed().length() > mention.printed().length()
                        && m.printed().endsWith(mention.printed()));
    }

    /** The full name that a bare 시, 군, 구 or 도 stands for: the nearest before it of that kind, or in the headline. */
    private Optional<Mention> fullName(String kind, Sentence sentence) {
        Sentence headline = story.title().isEmpty() ? null : new Sentence(0, story.title(), 0, null);
        Predicate<Mention> full = m -> isGovernmentOf(kind, m);
        return nearest(sentence, Sentence::previous, FARTHEST_FULL_NAME, full)
                .or(() -> nearest(headline, Sentence::previous, 1, full))
                .or(() -> fullNameAfter(kind, sentence));
    }

    /** “군은 … 들였다. 임실군의 …”: who is named only when all is told. */
    private static Optional<Mention> fullNameAfter(String kind, Sentence sentence) {
        return nearest(
                sentence.next(),
                Sentence::next,
                FARTHEST_AHEAD,
                m -> isGovernmentOf(kind, m) && (m.isSubject() || m.isOwner()));
    }

    /** The first body that fits, from one sentence on in one direction. */
    private static Optional<Mention> nearest(
            Sentence from, UnaryOperator<Sentence> step, int farthest, Predicate<Mention> fits) {
        return Stream.iterate(from, Objects::nonNull, step)
                .limit(farthest)
                .flatMap(sentence -> sentence.mentions().stream().filter(fits))
                .findFirst();
    }

    private static boolean isGovernmentOf(String kind, Mention mention) {
        Organisation body = mention.organisation();
        if (mention.anaphoric() || body == null || body.regionCode() == null) {
            return false;
        }
        if (body.sigungu() != null) {
            return body.sigungu().endsWith(kind);
        }
        boolean province = KNOWN.provinceOf(mention.printed()) != null;
        return province
                && (kind.equals("도") || kind.equals("시"))
                && mention.printed().endsWith(kind);
    }
}
