package org.snapshothub.extract.usecase;

/** What letters tell of a word where the dictionary guesses wrong. */
final class Spelling {

    /** The place of ㄹ among the closing consonants of Hangul syllables. */
    private static final int RIEUL = 8;

    private Spelling() {}

    /** Whether a particle can follow that letter: 로 not after a closed syllable but for ㄹ, 과 only after a closed one. */
    static boolean agrees(char before, String particle) {
        if (before < '가' || before > '힣') {
            return true;
        }
        int close = (before - '가') % 28;
        return switch (particle.charAt(0)) {
            case '로' -> close == 0 || close == RIEUL;
            case '과' -> close != 0;
            default -> true;
        };
    }

    /** 6년 치로: many years' worth, which the dictionary takes for a name. */
    static boolean isYearsWorth(String plain, int begin, int end) {
        return end - begin == 2
                && plain.startsWith("치로", begin)
                && begin > 1
                && "년월달".indexOf(plain.charAt(begin - 2)) >= 0;
    }

    /** A sentence that begins with 도는 speaks of the province, not of turning round. */
    static boolean isProvince(String plain, int begin, int end) {
        return end - begin == 2
                && plain.startsWith("도는", begin)
                && plain.substring(0, begin).isBlank();
    }

    /** 저희 구가, 우리 시가: the body that speaks, which the dictionary takes for one word. */
    static boolean isOwnBody(String plain, int begin, int end) {
        return end - begin == 2
                && plain.charAt(begin + 1) == '가'
                && "시구".indexOf(plain.charAt(begin)) >= 0
                && (plain.startsWith("저희 ", begin - 3) || plain.startsWith("우리 ", begin - 3));
    }

    /** 1,204건 is one word. */
    static boolean isInANumber(String plain, int begin, int end) {
        return begin > 0
                && end < plain.length()
                && Character.isDigit(plain.charAt(begin - 1))
                && Character.isDigit(plain.charAt(end));
    }
}
