package org.snapshothub.extract.observation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.snapshothub.extract.observation.Part.Gap;
import org.snapshothub.extract.observation.Part.Kind;

/** Cuts text into the parts of entries: sky words, station names, dashes, and words it does not know. */
final class Vocabulary {

    /** More parts than an entry and a few broken ones before it can have. */
    static final int MOST_PARTS = 16;

    private static final int LONGEST_WORD = 40;
    private static final int LONGEST_NAME = 8;
    private static final String PUNCTUATION = "+,/\u00B7|:;\u2022\u25AA\u25A0\u25A1\u25C6\u25C7\u25CF\u25CB\u25E6*>"
            + "\u25B6\u25B7\u25B2\u203B[]{}\"'\u201C\u201D\u2018\u2019";

    private final Stations stations;
    private final SkyWords sky;
    private final WordCutter cutter;

    Vocabulary(Stations stations, SkyWords sky) {
        this.stations = stations;
        this.sky = sky;
        this.cutter = new WordCutter(stations, sky);
    }

    /** What stands between two places of a text. */
    record Words(List<Part> parts, Gap gapAfter, boolean isWhole, boolean hasIcon) {

        Words {
            parts = List.copyOf(parts);
        }

        /** Whether one of them is of the kind. */
        boolean has(Kind kind) {
            return count(kind) > 0;
        }

        /** Whether none of them is of another kind; so of no words. */
        boolean areAll(Kind kind) {
            return count(kind) == parts.size();
        }

        private int count(Kind kind) {
            int count = 0;
            for (Part part : parts) {
                count += part.is(kind) ? 1 : 0;
            }
            return count;
        }

        /** Without the first ones. */
        Words from(int part) {
            return new Words(parts.subList(part, parts.size()), gapAfter, true, hasIcon);
        }

        /** Only the first ones. */
        Words to(int part) {
            return new Words(parts.subList(0, part), gapAfter, isWhole, hasIcon);
        }

        /** These and then {@code next}; the number between them does not count. */
        Words followedBy(Words next) {
            List<Part> both = new ArrayList<>(parts);
            both.addAll(next.parts);
            Gap gap = next.parts.isEmpty() ? gapAfter.strongest(next.gapAfter) : next.gapAfter;
            return new Words(both, gap, isWhole && next.isWhole, hasIcon || next.hasIcon);
        }
    }

    /** The last parts between {@code floor} and {@code end}; not whole when there are more. */
    Words before(MarkedText page, int floor, int end) {
        String plain = page.plain();
        List<Part> reversed = new ArrayList<>();
        Gap gapAfter = null;
        boolean hasIcon = false;
        int i = end;
        while (i > floor) {
            Gap gap = Gap.NONE;
            while (i > floor && plain.charAt(i - 1) != MarkedText.ALT && isSeparator(plain.charAt(i - 1))) {
                char c = plain.charAt(--i);
                gap = gap.strongest(Gap.of(c));
                hasIcon |= c == MarkedText.IMAGE;
            }
            boolean endsAlt = i > floor && plain.charAt(i - 1) == MarkedText.ALT;
            if (endsAlt || startsAfterAlt(reversed)) {
                gap = gap.strongest(Gap.INLINE);
            }
            if (gapAfter == null) {
                gapAfter = gap;
            } else if (!reversed.isEmpty()) {
                moveApart(reversed, gap);
            }
            if (i == floor) {
                break;
            }
            if (reversed.size() >= MOST_PARTS) {
                return words(page, reversed, gapAfter, false, hasIcon);
            }
            int stop = i;
            List<Part> cut;
            if (endsAlt) {
                i = plain.lastIndexOf(MarkedText.ALT, i - 2);
                cut = alt(page, i + 1, stop - 1);
                hasIcon = true;
            } else {
                while (i > floor && !isSeparator(plain.charAt(i - 1)) && stop - i <= LONGEST_WORD) {
                    i--;
                }
                if (stop - i > LONGEST_WORD) {
                    return words(page, reversed, gapAfter, false, hasIcon);
                }
                cut = cutter.cut(plain.substring(i, stop), i);
            }
            for (int k = cut.size() - 1; k >= 0; k--) {
                reversed.add(cut.get(k));
            }
        }
        return words(page, reversed, gapAfter == null ? Gap.NONE : gapAfter, true, hasIcon);
    }

    private Words words(MarkedText page, List<Part> reversed, Gap gapAfter, boolean isWhole, boolean hasIcon) {
        List<Part> parts = new ArrayList<>(reversed);
        Collections.reverse(parts);
        return new Words(joined(parts), gapAfter, isWhole, hasIcon);
    }

    /** The gap found now stands before the part that was added last. */
    private static void moveApart(List<Part> reversed, Gap gap) {
        Part last = reversed.get(reversed.size() - 1);
        reversed.set(reversed.size() - 1, new Part(last.kind(), last.text(), last.begin(), last.end(), gap));
    }

    private static boolean startsAfterAlt(List<Part> reversed) {
        return !reversed.isEmpty() && reversed.get(reversed.size() - 1).gap() == Gap.INLINE;
    }

    private static boolean isSeparator(char c) {
        return MarkedText.isGap(c) || PUNCTUATION.indexOf(c) >= 0;
    }

    /** An alt is one part, whatever it says: the sky word it is or holds (흐림 아이콘), a name, or unknown. */
    private List<Part> alt(MarkedText page, int begin, int end) {
        String label = page.printed(begin, end);
        Kind whole = cutter.kindOf(label);
        if (sky.knows(label)) {
            return List.of(new Part(Kind.SKY, label, begin, end, Gap.INLINE));
        }
        for (String word : label.split(" ")) {
            if (sky.knows(word)) {
                int at = page.plain().indexOf(word, begin);
                return List.of(new Part(Kind.SKY, word, at, at + word.length(), Gap.INLINE));
            }
        }
        Kind kind = whole == Kind.NAME || whole == Kind.DASH
                ? whole
                : Label.of(label.replace(" ", "")).isPresent() ? Kind.LABEL : Kind.ALT;
        return List.of(new Part(kind, label, begin, end, Gap.INLINE));
    }

    /** Joins what a space, a slash or a tag has split: 구름조금 비, 비 또는 눈, 홍성 (예). */
    private List<Part> joined(List<Part> parts) {
        List<Part> joined = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            int last = i;
            for (int j = Math.min(i + 2, parts.size() - 1); j > i && last == i; j--) {
                if (joinedKind(parts, i, j) != null) {
                    last = j;
                }
            }
            Part first = parts.get(i);
            if (last == i && areForOneNumber(parts, i)) {
                last = i + 1;
                Part next = parts.get(last);
                String both = first.text() + "\u00B7" + next.text();
                joined.add(new Part(Kind.WORD, both, first.begin(), next.end(), first.gap()));
            } else {
                joined.add(last == i ? first : join(parts, i, last));
            }
            i = last;
        }
        return joined;
    }

    /** Two names kept apart by one mark, as in 북춘천·춘천: whose the number is nobody can tell. */
    private static boolean areForOneNumber(List<Part> parts, int i) {
        if (i + 1 >= parts.size()) {
            return false;
        }
        Part first = parts.get(i);
        Part next = parts.get(i + 1);
        return first.is(Kind.NAME)
                && next.is(Kind.NAME)
                && next.gap() == Gap.PUNCTUATION
                && next.begin() - first.end() == 1;
    }

    private Part join(List<Part> parts, int from, int to) {
        Part first = parts.get(from);
        Kind kind = joinedKind(parts, from, to);
        return new Part(
                kind, text(parts, from, to), first.begin(), parts.get(to).end(), first.gap());
    }

    private Kind joinedKind(List<Part> parts, int from, int to) {
        for (int i = from; i <= to; i++) {
            Part part = parts.get(i);
            boolean isFar = i > from && part.gap().compareTo(Gap.PUNCTUATION) > 0;
            if (isFar
                    || part.is(Kind.DASH)
                    || part.is(Kind.SIGN)
                    || part.is(Kind.LABEL)
                    || part.is(Kind.NUMBER)
                    || part.text().length() > LONGEST_NAME) {
                return null;
            }
        }
        String text = text(parts, from, to);
        Kind kind = cutter.kindOf(text);
        return kind == Kind.SKY || kind == Kind.NAME ? kind : null;
    }

    private static String text(List<Part> parts, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i <= to; i++) {
            text.append(parts.get(i).text());
        }
        return text.toString();
    }

    /** What a word is, alone or glued to others. */
    List<Part> cut(String word, int at) {
        return cutter.cut(word, at);
    }

    static boolean isBelowZero(Part sign) {
        return WordCutter.isBelowZero(sign);
    }

    /** How a word with an unknown sky glued to a known name falls apart: the sky's length, or 0. */
    int unknownSkyBefore(String word) {
        for (int length = Math.min(LONGEST_NAME, word.length() - 2); length > 0; length--) {
            boolean isName =
                    !stations.everNamed(word.substring(word.length() - length)).isEmpty();
            if (isName) {
                return word.length() - length;
            }
        }
        return 0;
    }

    /** The words with these unknown words taken for sky words where they are glued to a name. */
    Words withSky(Words words, Set<String> learnt) {
        List<Part> parts = new ArrayList<>();
        for (Part part : words.parts()) {
            int cut = part.is(Kind.WORD) ? unknownSkyBefore(part.text()) : 0;
            if (cut > 0 && learnt.contains(part.text().substring(0, cut))) {
                int middle = part.begin() + cut;
                parts.add(new Part(Kind.SKY, part.text().substring(0, cut), part.begin(), middle, part.gap()));
                parts.add(new Part(Kind.NAME, part.text().substring(cut), middle, part.end(), Gap.NONE));
            } else {
                parts.add(part);
            }
        }
        return new Words(parts, words.gapAfter(), words.isWhole(), words.hasIcon());
    }

    /** The lowest number above {@code last} of a station that ever bore the name in {@code parts}; 0 without a name, -1 if none is. */
    int numberAfter(int last, List<Part> parts) {
        for (int i = parts.size() - 1; i >= 0; i--) {
            if (parts.get(i).is(Kind.NAME)) {
                return stations.everNamed(parts.get(i).text()).stream()
                        .mapToInt(Station::id)
                        .filter(id -> id > last)
                        .min()
                        .orElse(-1);
            }
        }
        return 0;
    }
}
