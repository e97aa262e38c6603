package org.snapshothub.extract.observation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snapshothub.extract.observation.Part.Gap;
import org.snapshothub.extract.observation.Part.Kind;
import org.snapshothub.extract.observation.RawEntry.Sign;

/** Reads the stretches of one list as entries, in the order that list uses. */
final class EntryReader {

    private static final int LONGEST_NAME = 12;

    private final MarkedText page;
    private final List<Stretch> list;
    private final List<Part> tail;
    private final EntryOrder order;
    private final Set<String> headings;
    private final List<EntryParts> slots = new ArrayList<>();
    private boolean dashAfterNameIsMinus;

    EntryReader(MarkedText page, List<Stretch> list, List<Part> tail, Set<String> headings) {
        this.page = page;
        this.list = list;
        this.tail = tail;
        this.headings = headings;
        this.order = EntryOrder.of(list, tail);
    }

    EntryOrder order() {
        return order;
    }

    /** The entries in page order, broken ones without a temperature among them. */
    List<RawEntry> entries() {
        for (int i = 0; i < list.size(); i++) {
            slots.add(slot(list.get(i), i == 0));
        }
        Gap numberGap = commonGapBeforeNumber();
        dashAfterNameIsMinus = isMinusAfterName();
        List<RawEntry> entries = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            EntryParts slot = slots.get(i);
            if (slot.skyOfLast() != null && !entries.isEmpty()) {
                int last = entries.size() - 1;
                entries.set(last, withSkyAfter(entries.get(last), slots.get(i - 1), slot.skyOfLast()));
            }
            broken(i == 0 ? atEnd(slot.leftover()) : slot.leftover(), entries);
            Optional<Part> cutOff = slot.nameCutOff();
            if (cutOff.isEmpty()) {
                entries.add(entry(i, numberGap));
            } else if (i == 0) {
                String printed =
                        page.printed(cutOff.get().begin(), slot.stretch().unit().end());
                entries.add(new RawEntry(null, cutOff.get().text(), null, null, Sign.PLUS, printed));
            }
        }
        List<Part> after = tail;
        if (order == EntryOrder.NAME_TEMPERATURE_SKY
                && !tail.isEmpty()
                && tail.get(0).is(Kind.SKY)) {
            int last = entries.size() - 1;
            entries.set(last, withSkyAfter(entries.get(last), slots.get(slots.size() - 1), tail.get(0)));
            after = tail.subList(1, tail.size());
        }
        broken(atStart(after), entries);
        return entries;
    }

    private EntryParts slot(Stretch stretch, boolean isFirst) {
        List<Part> parts = withoutRepeatedSky(stretch.parts());
        Part skyOfLast = null;
        if (order == EntryOrder.NAME_TEMPERATURE_SKY && !isFirst && !parts.isEmpty()) {
            Part first = parts.get(0);
            if (first.is(Kind.SKY) || (first.is(Kind.DASH) && belongsToLast(parts, stretch))) {
                skyOfLast = first;
                parts = parts.subList(1, parts.size());
            }
        }
        int end = parts.size();
        Part sign = end > 0 && parts.get(end - 1).is(Kind.SIGN) ? parts.get(--end) : null;
        parts = parts.subList(0, end);
        while (end > 0 && parts.get(end - 1).is(Kind.DASH)) {
            end--;
        }
        List<Part> dashes = parts.subList(end, parts.size());
        List<Part> words = parts.subList(0, end);
        Taken taken =
                order == EntryOrder.NAME_SKY_TEMPERATURE ? nameThenSky(words, isFirst) : skyThenName(words, isFirst);
        return new EntryParts(
                stretch, sign, taken.name, taken.sky, skyOfLast, taken.dash, dashes, words.subList(0, taken.from));
    }

    private static boolean belongsToLast(List<Part> parts, Stretch stretch) {
        Gap before = parts.get(0).gap();
        Gap after = parts.size() > 1 ? parts.get(1).gap() : stretch.gapBeforeFigure();
        return before.compareTo(after) < 0 || (parts.size() > 1 && before == after);
    }

    private record Taken(Part name, Part sky, Part dash, int from) {}

    private Taken skyThenName(List<Part> words, boolean isFirst) {
        int i = words.size();
        Part name = null;
        Part sky = null;
        Part dash = null;
        if (i > 0 && isName(words, i - 1, isFirst)) {
            name = words.get(--i);
        }
        if (i > 0 && order != EntryOrder.NAME_TEMPERATURE_SKY) {
            Part before = words.get(i - 1);
            boolean isUnknownSky = (before.is(Kind.WORD) || before.is(Kind.ALT))
                    && name != null
                    && name.is(Kind.NAME)
                    && isHangul(before.text())
                    && before.gap().compareTo(name.gap()) > 0
                    && (!isFirst || before.gap() == Gap.BLOCK);
            if (before.is(Kind.SKY) || isUnknownSky) {
                sky = before;
                i--;
            } else if (before.is(Kind.DASH)) {
                dash = before;
                i--;
            }
        }
        return new Taken(name, sky, dash, i);
    }

    /** A known name, or an unknown word where a name would stand. */
    private boolean isName(List<Part> words, int at, boolean isFirst) {
        Part word = words.get(at);
        if (word.is(Kind.NAME)) {
            return true;
        }
        boolean isShort = word.is(Kind.WORD) && word.text().length() <= LONGEST_NAME;
        boolean followsSky = at > 0 && words.get(at - 1).is(Kind.SKY);
        return isShort && (followsSky || !isFirst);
    }

    private Taken nameThenSky(List<Part> words, boolean isFirst) {
        int i = words.size();
        Part sky = null;
        Part name = null;
        if (i > 0 && words.get(i - 1).is(Kind.SKY)) {
            sky = words.get(--i);
        } else if (i > 1
                && (words.get(i - 1).is(Kind.WORD) || words.get(i - 1).is(Kind.ALT))
                && words.get(i - 2).is(Kind.NAME)
                && isHangul(words.get(i - 1).text())) {
            sky = words.get(--i);
        }
        if (i > 0) {
            Part before = words.get(i - 1);
            boolean isNear = !isFirst || (sky != null && sky.gap() != Gap.BLOCK);
            boolean isUnknown = before.is(Kind.WORD) && isNear && before.text().length() <= LONGEST_NAME;
            if (before.is(Kind.NAME) || isUnknown) {
                name = before;
                i--;
            }
        }
        return new Taken(name, sky, null, i);
    }

    /** An image's alt and the text beside it often say the same. */
    private static List<Part> withoutRepeatedSky(List<Part> parts) {
        List<Part> kept = new ArrayList<>();
        for (Part part : parts) {
            Part last = kept.isEmpty() ? null : kept.get(kept.size() - 1);
            boolean repeats = last != null
                    && last.is(Kind.SKY)
                    && part.is(Kind.SKY)
                    && part.text().equals(last.text());
            if (!repeats) {
                kept.add(part);
            }
        }
        return kept;
    }

    /** The gap that stands before the number of every named entry, if it is always the same and made by markup. */
    private Gap commonGapBeforeNumber() {
        Set<Gap> gaps = EnumSet.noneOf(Gap.class);
        slots.stream().filter(EntryParts::isNamed).forEach(slot -> gaps.add(slot.gapBeforeNumber()));
        Gap only = gaps.size() == 1 ? gaps.iterator().next() : Gap.NONE;
        return only.isStructural() ? only : Gap.NONE;
    }

    private RawEntry entry(int at, Gap numberGap) {
        EntryParts slot = slots.get(at);
        Figure figure = slot.stretch().figure().orElse(null);
        String name = slot.name() == null ? null : slot.name().text();
        String sky = slot.sky() == null
                ? null
                : page.printed(slot.sky().begin(), slot.sky().end());
        int begin = slot.begin();
        String printed = page.printed(begin, slot.stretch().unit().end());
        return new RawEntry(null, name, sky, figure, figure == null ? Sign.PLUS : sign(at, numberGap), printed);
    }

    private Sign sign(int at, Gap numberGap) {
        EntryParts slot = slots.get(at);
        int count = slot.dashes().size();
        if (slot.sign() != null) {
            return count > 0 ? Sign.UNCLEAR : Vocabulary.isBelowZero(slot.sign()) ? Sign.MINUS : Sign.PLUS;
        }
        if (count == 0) {
            return Sign.PLUS;
        }
        Gap toDigits = slot.stretch().gapBeforeFigure();
        boolean isGlued = toDigits == Gap.NONE;
        boolean isTouching = isGlued || toDigits == Gap.INLINE;
        boolean hasSky = slot.sky() != null || slot.hasDashForSky() || hasSkyAfter(at);
        if (count == 2) {
            return !hasSky && isTouching ? Sign.MINUS : Sign.UNCLEAR;
        }
        if (count > 2) {
            return Sign.UNCLEAR;
        }
        if (hasSky) {
            return isTouching ? Sign.MINUS : Sign.UNCLEAR;
        }
        if (numberGap != Gap.NONE) {
            boolean isPartOfNumber = isGlued && slot.dashes().get(0).gap() == numberGap;
            boolean standsApart = toDigits == numberGap;
            if (isPartOfNumber || standsApart) {
                return isPartOfNumber ? Sign.MINUS : Sign.PLUS;
            }
        }
        return slot.isNamed() && isTouching && dashAfterNameIsMinus ? Sign.MINUS : Sign.UNCLEAR;
    }

    /** Whether no missing sky can stand between a name and its number in this list. */
    private boolean isMinusAfterName() {
        return switch (order) {
            case SKY_NAME_TEMPERATURE, NAME_TEMPERATURE_SKY -> true;
            case NAME_SKY_TEMPERATURE, UNCLEAR -> false;
            case UNKNOWN -> slots.stream().anyMatch(slot -> slot.isBare() || slot.hasDashForSky());
        };
    }

    private boolean hasSkyAfter(int at) {
        int next = at + 1;
        if (order != EntryOrder.NAME_TEMPERATURE_SKY) {
            return false;
        }
        return next < slots.size()
                ? slots.get(next).skyOfLast() != null
                : !tail.isEmpty() && tail.get(0).is(Kind.SKY);
    }

    private RawEntry withSkyAfter(RawEntry entry, EntryParts slot, Part sky) {
        String word = sky.is(Kind.DASH) ? null : page.printed(sky.begin(), sky.end());
        return entry.withSky(word, page.printed(slot.begin(), sky.end()));
    }

    /** The pairs of sky and name right before the first entry: what stands before them is the page, not the list. */
    private static List<Part> atEnd(List<Part> leftover) {
        List<Part> parts = withoutDashes(leftover);
        int from = parts.size();
        while (from >= 2 && isPair(parts.get(from - 2), parts.get(from - 1))) {
            from -= 2;
        }
        return parts.subList(from, parts.size());
    }

    private static List<Part> atStart(List<Part> tail) {
        List<Part> parts = withoutDashes(tail);
        int to = 0;
        while (to + 2 <= parts.size() && isPair(parts.get(to), parts.get(to + 1))) {
            to += 2;
        }
        return parts.subList(0, to);
    }

    private static List<Part> withoutDashes(List<Part> parts) {
        return parts.stream().filter(part -> !part.is(Kind.DASH)).toList();
    }

    private static boolean isPair(Part one, Part other) {
        return (one.is(Kind.SKY) && other.is(Kind.NAME)) || (one.is(Kind.NAME) && other.is(Kind.SKY));
    }

    /** Entries that end without a temperature and a unit: a name each, with the sky beside it. */
    private void broken(List<Part> parts, List<RawEntry> entries) {
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (!part.is(Kind.NAME) && !part.is(Kind.SKY)) {
                continue;
            }
            Part next = i + 1 < parts.size() ? parts.get(i + 1) : null;
            boolean isPair = next != null && isPair(part, next);
            Part name = part.is(Kind.NAME) ? part : isPair ? next : null;
            Part sky = part.is(Kind.SKY) ? part : isPair ? next : null;
            if (isPair) {
                i++;
            }
            if (sky == null && headings.contains(name.text())) {
                continue;
            }
            String printed = page.printed(part.begin(), isPair ? next.end() : part.end());
            String skyWord = sky == null ? null : page.printed(sky.begin(), sky.end());
            entries.add(new RawEntry(null, name == null ? null : name.text(), skyWord, null, Sign.PLUS, printed));
        }
    }

    private static boolean isHangul(String text) {
        return text.length() <= LONGEST_NAME && text.chars().allMatch(c -> c >= '\uAC00' && c <= '\uD7A3');
    }
}
