package org.snapshothub.extract.usecase;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.snapshothub.extract.record.ReferenceFile;

/** The cue words of {@code data/reference/cues.csv}, by what they tell. */
final class Cues {

    /** Where a word counts; each constant is a {@code kind} of the file. */
    enum Kind {
        /** Nouns that are data: 기록, 이력, 측정값. */
        DATA,
        /** Nouns of which many make data: 민원, 사고. */
        RECORD,
        /** Verbs that read data. */
        ANALYSE,
        /** The plainest of them: their object need not be called data. */
        READ,
        /** Verbs that keep, make or give data, and do not read them. */
        KEEP,
        /** What may be analysed without any data: 원인, 의견, 판세. */
        NOT_DATA,
        /** Nouns that link data and deed: 바탕으로, 토대로. */
        BASIS,
        /** Verbs whose object is what came of it. */
        OUTCOME,
        /** Verbs that take it with 에: 예방에 활용하다. */
        DATIVE,
        /** Nouns of doing with which a case's name ends. */
        ACTION,
        /** Nouns that follow a name: ‘…’ 서비스. */
        HEADS,
        /** Heads that no case has. */
        REFUSED_HEAD,
        /** Heads that only a specific word before them makes a case's. */
        SOFT_HEAD,
        /** Words that say nothing of which problem. */
        GENERIC,
        /** Words before a name that do not belong to it. */
        LEADING,
        /** What follows quotation marks that hold something else. */
        STOP_AFTER,
        /** Verbs and nouns with which a sentence only demands, hopes or fears. */
        MODAL,
        /** Words that suppose: 만약, 예컨대. */
        SUPPOSING,
        /** Words of fields whose data serve no public or business decision: sports, crimes, laboratories. */
        OTHER_FIELD,
        /** Who reads data for no public service or decision: coaches, reporters, laboratories, a person. */
        STRANGER,
        /** Verbs by which a case is only told of: 소개하다, 둘러보다. */
        MENTIONED,
        /** Where cases are told of: 세미나에서, 사례집에는. */
        TOLD_AT,
        /** Of these, the ones that say so wherever they stand. */
        TOLD_OF,
        /** Words of courses and calls, whose contents are no cases. */
        COURSE,
        /** Words of headings whose items are no cases. */
        HEADING_REFUSED;

        private final String code = name().toLowerCase(Locale.ROOT);

        /** As the file writes it. */
        String code() {
            return code;
        }
    }

    private static final Cues BUNDLED = read(ReferenceFile.bundled("cues.csv"));

    private final Map<Kind, Set<String>> words;
    private final Map<Kind, Integer> longest = new EnumMap<>(Kind.class);

    /** The first letters of each kind's words, so that most places in a text are passed over at once. */
    private final Map<Kind, BitSet> initials = new EnumMap<>(Kind.class);

    private final Map<Kind, Map<Character, List<String>>> byInitial = new EnumMap<>(Kind.class);

    /** The kinds of every word, a bit each. */
    private final Map<String, Integer> kinds = new HashMap<>();

    private final Suffixes suffixes = new Suffixes();

    private Cues(Map<Kind, Set<String>> words) {
        this.words = words;
        words.forEach((kind, set) -> {
            longest.put(kind, set.stream().mapToInt(String::length).max().orElse(0));
            BitSet first = new BitSet();
            set.forEach(word -> first.set(word.charAt(0)));
            initials.put(kind, first);
            byInitial.put(kind, set.stream().collect(Collectors.groupingBy(word -> word.charAt(0))));
            set.forEach(word -> kinds.merge(word, bit(kind), (one, other) -> one | other));
            set.stream().filter(word -> word.length() > 1).forEach(word -> suffixes.add(word, bit(kind)));
        });
    }

    private static int bit(Kind kind) {
        return 1 << kind.ordinal();
    }

    static Cues bundled() {
        return BUNDLED;
    }

    static Cues read(ReferenceFile file) {
        Map<Kind, Set<String>> words = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            words.put(kind, new HashSet<>());
        }
        for (ReferenceFile.Row row : file.rows()) {
            if (!words.get(kind(row)).add(row.text("word"))) {
                throw row.wrong(row.text("word") + " stands there twice as " + row.text("kind"));
            }
        }
        return new Cues(words);
    }

    private static Kind kind(ReferenceFile.Row row) {
        String kind = row.text("kind");
        try {
            return Kind.valueOf(kind.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw row.wrong("kind " + kind + " is unknown; expected one of "
                    + Arrays.stream(Kind.values()).map(Kind::code).collect(Collectors.joining(", ")));
        }
    }

    boolean is(Kind kind, String word) {
        return isAmong(kind, kinds.getOrDefault(word, 0));
    }

    /** Whether the word is, or ends with, one of the kind; single letters count only as whole words. */
    boolean ends(Kind kind, String word) {
        return isAmong(kind, endings(word));
    }

    /** The kinds that a word {@link #ends} with, as {@link #isAmong} reads them: for who asks for many. */
    int endings(String word) {
        return word.length() == 1 ? kinds.getOrDefault(word, 0) : suffixes.of(word);
    }

    static boolean isAmong(Kind kind, int kinds) {
        return (kinds & bit(kind)) != 0;
    }

    /** Whether one of the kind stands anywhere in the text. */
    boolean within(Kind kind, String text) {
        return firstWithin(kind, text, 0) >= 0;
    }

    /** Whether one of either kind does. */
    boolean within(Kind kind, Kind other, String text) {
        BitSet first = initials.get(kind);
        BitSet second = initials.get(other);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (first.get(c) && beginsAt(i, text, byInitial.get(kind).get(c))
                    || second.get(c) && beginsAt(i, text, byInitial.get(other).get(c))) {
                return true;
            }
        }
        return false;
    }

    /** Where the first of the kind at or after {@code from} begins; -1 when there is none. */
    int firstWithin(Kind kind, String text, int from) {
        BitSet first = initials.get(kind);
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (first.get(c) && beginsAt(i, text, byInitial.get(kind).get(c))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean beginsAt(int at, String text, List<String> words) {
        for (String word : words) {
            if (text.startsWith(word, at)) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing but words of the kind make up this one (빅데이터분석). */
    boolean consistsOf(Kind kind, String word) {
        Set<String> set = words.get(kind);
        boolean[] reached = new boolean[word.length() + 1];
        reached[0] = true;
        for (int i = 0; i < word.length(); i++) {
            for (int end = i + 1; reached[i] && end <= Math.min(word.length(), i + longest.get(kind)); end++) {
                reached[end] |= set.contains(word.substring(i, end));
            }
        }
        return reached[word.length()];
    }
}
