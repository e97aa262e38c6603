package org.snapshothub.extract.observation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snapshothub.extract.observation.Part.Gap;
import org.snapshothub.extract.observation.Part.Kind;

/** Cuts one word without spaces, in which a template has glued sky, name, label or sign, into its parts. */
final class WordCutter {

    /** 영하 4.2℃ is below zero; 영상 says that it is not. */
    private static final Set<String> BELOW_ZERO = Set.of("영하", "마이너스");

    private static final Set<String> ABOVE_ZERO = Set.of("영상", "플러스");

    private final Stations stations;
    private final SkyWords sky;

    WordCutter(Stations stations, SkyWords sky) {
        this.stations = stations;
        this.sky = sky;
    }

    /** Cuts one word, e.g. 흐림속초 or -철원-, into its parts. */
    List<Part> cut(String word, int at) {
        if (word.isEmpty()) {
            return List.of();
        }
        Kind whole = kindOf(word);
        if (whole == Kind.WORD && Label.of(word).isPresent()) {
            whole = Kind.LABEL;
        }
        if (whole != Kind.WORD) {
            return List.of(new Part(whole, word, at, at + word.length(), Gap.NONE));
        }
        int last = word.length() - 1;
        Optional<List<Part>> bare = withoutBracket(word, at);
        if (bare.isPresent()) {
            return bare.get();
        }
        if (word.charAt(0) == '-') {
            return cutAt(word, at, 1);
        }
        if (word.charAt(last) == '-') {
            return cutAt(word, at, last);
        }
        int sign = signAfterName(word);
        if (sign > 0) {
            return cutAt(word, at, sign);
        }
        int prefix = sky.prefixOf(word);
        if (prefix > 0 && kindOf(word.substring(prefix)) == Kind.NAME) {
            return cutAt(word, at, prefix);
        }
        int suffix = sky.suffixOf(word);
        if (suffix > 0 && kindOf(word.substring(0, word.length() - suffix)) == Kind.NAME) {
            return cutAt(word, at, word.length() - suffix);
        }
        int dash = word.indexOf('-');
        if (dash > 0 && !Character.isDigit(word.charAt(dash - 1))) {
            return cutAt(word, at, dash);
        }
        if (prefix > 1) {
            return cutAt(word, at, prefix);
        }
        if (suffix > 1) {
            return cutAt(word, at, word.length() - suffix);
        }
        List<Part> labelled = withLabelAtEnd(word, at);
        if (!labelled.isEmpty()) {
            return labelled;
        }
        int open = word.indexOf('(');
        boolean saysItTwice = open > 0
                && word.charAt(last) == ')'
                && word.substring(open + 1, last).equals(word.substring(0, open));
        if (saysItTwice && kindOf(word.substring(0, open)) == Kind.NAME) {
            return List.of(new Part(Kind.NAME, word.substring(0, open), at, at + word.length(), Gap.NONE));
        }
        if (open > 0 && word.charAt(last) == ')' && sky.knows(word.substring(open + 1, last))) {
            List<Part> parts = new ArrayList<>(cut(word.substring(0, open), at));
            parts.add(new Part(Kind.SKY, word.substring(open + 1, last), at + open + 1, at + last, Gap.PUNCTUATION));
            return parts;
        }
        return List.of(new Part(Kind.WORD, word, at, at + word.length(), Gap.NONE));
    }

    /** A bracket around labels or entries, as in (체감 or 서울): that of 홍성(예) is the name's own. */
    private Optional<List<Part>> withoutBracket(String word, int at) {
        int from = 0;
        int to = word.length();
        while (from < to && isBracket(word.charAt(from))) {
            from++;
        }
        while (to > from && isBracket(word.charAt(to - 1))) {
            to--;
        }
        String bare = word.substring(from, to);
        if (bare.length() == word.length() || bare.chars().anyMatch(c -> isBracket((char) c))) {
            return Optional.empty();
        }
        List<Part> parts = new ArrayList<>(cut(bare, at + from));
        if (parts.stream().anyMatch(part -> part.is(Kind.WORD))) {
            return Optional.empty();
        }
        if (from > 0 && !parts.isEmpty()) {
            Part first = parts.get(0);
            parts.set(0, new Part(first.kind(), first.text(), first.begin(), first.end(), Gap.PUNCTUATION));
        }
        return Optional.of(parts);
    }

    private static boolean isBracket(char c) {
        return c == '(' || c == ')';
    }

    /** An entry's words with a label glued to them, as in 속초최저; empty where what is left is no entry's. */
    private List<Part> withLabelAtEnd(String word, int at) {
        if (!Label.mayEnd(word)) {
            return List.of();
        }
        for (int length = Math.min(Label.LONGEST, word.length() - 2); length >= 2; length--) {
            int cut = word.length() - length;
            if (Label.of(word.substring(cut)).isPresent()) {
                List<Part> parts = new ArrayList<>(cut(word.substring(0, cut), at));
                if (parts.stream().anyMatch(part -> part.is(Kind.WORD))) {
                    return List.of();
                }
                parts.add(new Part(Kind.LABEL, word.substring(cut), at + cut, at + word.length(), Gap.NONE));
                return parts;
            }
        }
        return List.of();
    }

    /** Where a sign in words begins that is glued to a name, with or without a sky before it; else 0. */
    private int signAfterName(String word) {
        for (Set<String> signs : List.of(BELOW_ZERO, ABOVE_ZERO)) {
            for (String sign : signs) {
                String rest = word.endsWith(sign) ? word.substring(0, word.length() - sign.length()) : "";
                int prefix = sky.prefixOf(rest);
                if (!rest.isEmpty() && (kindOf(rest) == Kind.NAME || kindOf(rest.substring(prefix)) == Kind.NAME)) {
                    return rest.length();
                }
            }
        }
        return 0;
    }

    static boolean isBelowZero(Part sign) {
        return BELOW_ZERO.contains(sign.text());
    }

    private List<Part> cutAt(String word, int at, int cut) {
        List<Part> parts = new ArrayList<>(cut(word.substring(0, cut), at));
        parts.addAll(cut(word.substring(cut), at + cut));
        return parts;
    }

    Kind kindOf(String word) {
        if (word.equals("-")) {
            return Kind.DASH;
        }
        if (!stations.everNamed(word).isEmpty()) {
            return Kind.NAME;
        }
        if (BELOW_ZERO.contains(word) || ABOVE_ZERO.contains(word)) {
            return Kind.SIGN;
        }
        if (sky.knows(word)) {
            return Kind.SKY;
        }
        return isNumber(word) ? Kind.NUMBER : Kind.WORD;
    }

    private static boolean isNumber(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if ((c < '0' || c > '9') && c != '.') {
                return false;
            }
        }
        return true;
    }
}
