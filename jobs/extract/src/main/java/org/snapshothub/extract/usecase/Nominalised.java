package org.snapshothub.extract.usecase;

/** Verbs that do a noun's work: 돌봄, 안부살핌, ‘체납자 예금 찾기’, and nouns that only look like verbs: 취약지. */
final class Nominalised {

    private Nominalised() {}

    /**
     * Whether a verb's form is a noun.
     *
     * @param lemma the verb without 다
     * @param ending what follows its stem
     * @param surface the word as printed, without particles
     */
    static boolean is(String lemma, String ending, String surface) {
        boolean named = ending.length() == 1 && "ᄆᆷㅁ음".contains(ending) && surface.length() > 1;
        // 조정함 and 있음 end the sentences of minutes and lists.
        boolean ends = lemma.endsWith("하") || lemma.endsWith("되") || lemma.endsWith("있") || lemma.endsWith("없");
        boolean day = lemma.equals("이") && ending.equals("ᆯ") && surface.length() > 2;
        boolean thing = ending.equals("기") && surface.length() > 2 && surface.equals(lemma + "기") && lemma.length() > 1;
        boolean place = ending.equals("지") && lemma.endsWith("하") && surface.indexOf('하') < 0 && surface.length() > 2;
        boolean harm = lemma.endsWith("피하") && surface.endsWith("피해") && surface.length() > 2;
        return named && !ends || place || day || thing || harm;
    }

    /** 조정하였음., 늘렸음: officials' notes end their sentences so. */
    static boolean endsASentence(String plain, int begin, int end) {
        boolean told = end - begin > 1 && (plain.charAt(end - 1) - '가') % 28 == MIEUM && isAfterAnObject(plain, begin);
        boolean past = told
                || end - begin > 2 && plain.charAt(end - 1) == '음' && (plain.charAt(end - 2) - '가') % 28 == SSANGSIOT;
        return past && (end == plain.length() || ".;(,".indexOf(plain.charAt(end)) >= 0 || plain.startsWith(" (", end));
    }

    /** 가동 회차를 하루 9회로 늘림: a verb that still has its object names nothing. */
    private static boolean isAfterAnObject(String plain, int begin) {
        String before = plain.substring(Math.max(0, begin - LONGEST_OBJECT), begin);
        return before.contains("를 ") || before.contains("을 ");
    }

    private static final int LONGEST_OBJECT = 30;

    /** The place of ㅁ among the closing consonants of Hangul syllables. */
    private static final int MIEUM = 16;

    /** The place of ㅆ among the closing consonants of Hangul syllables. */
    private static final int SSANGSIOT = 20;

    /** 응급키트함을: a box, which the dictionary takes for the doing of 응급키트. */
    static boolean isContainer(String lemma, String ending) {
        return lemma.endsWith("하")
                && lemma.length() > 3
                && ending.length() == 2
                && "ᄆᆷㅁ".indexOf(ending.charAt(0)) >= 0
                && "을에이은도의과".indexOf(ending.charAt(1)) >= 0;
    }

    /** 이용한, 활용한: the dictionary takes them for the names of people. */
    static boolean isVerbTakenForAName(String text) {
        return text.length() == 3
                && text.endsWith("한")
                && Cues.bundled().is(Cues.Kind.ANALYSE, text.substring(0, 2) + "하");
    }

    /** A verb in 기 right before a closing mark is the last word of a name. */
    static boolean closesAName(String ending, String plain, int end) {
        return ending.endsWith("기") && end < plain.length() && "’”」>〉》'\"".indexOf(plain.charAt(end)) >= 0;
    }
}
