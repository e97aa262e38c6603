package org.snapshothub.extract.article;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.snapshothub.extract.page.Plain;

/**
 * A text's MinHash signature, by which copies are found without comparing all with all.
 *
 * <p>A text's shingles are the runs of {@value #SHINGLE} letters or digits of its plain form, in lower case, without
 * spaces and punctuation: line breaks, quotation marks and spacing differ between outlets. The signature holds, for each
 * of {@value #HASHES} hash functions, the smallest value over the shingles; it is the same on every machine.
 */
public final class Fingerprint {

    /** Letters to a shingle. */
    static final int SHINGLE = 8;

    /** Hash functions; {@value #BANDS} bands of {@value #ROWS} catch 9 of 10 pairs with a Jaccard similarity of 0.5. */
    static final int HASHES = 128;

    static final int BANDS = 32;
    static final int ROWS = HASHES / BANDS;

    /** From this similarity on two texts are copies of one article. */
    public static final double SAME_ARTICLE = 0.8;

    /** A cut copy must still hold this share of the longer one's shingles: a quoted paragraph makes no copy. */
    private static final double SHORTEST_CUT = 0.4;

    /** Texts of fewer shingles say too little to be called copies by being inside another. */
    private static final int FEWEST = 40;

    /** Beyond this many letters a text is known by its beginning; so a page of 5 MB costs what a long article does. */
    private static final int LONGEST = 200_000;

    private static final long[] SEEDS = seeds();

    private final long[] minima;

    private Fingerprint(long[] minima) {
        this.minima = minima;
    }

    public static Fingerprint of(String body) {
        long[] minima = new long[HASHES];
        Arrays.fill(minima, Long.MAX_VALUE);
        for (long shingle : shingles(body)) {
            for (int i = 0; i < HASHES; i++) {
                long hash = mix(shingle ^ SEEDS[i]);
                if (hash < minima[i]) {
                    minima[i] = hash;
                }
            }
        }
        return new Fingerprint(minima);
    }

    /** A key for each band: two texts that share one may be copies and are worth comparing. */
    public long[] bands() {
        long[] bands = new long[BANDS];
        for (int band = 0; band < BANDS; band++) {
            long key = mix(band + 1);
            for (int row = 0; row < ROWS; row++) {
                key = mix(key ^ minima[band * ROWS + row]);
            }
            bands[band] = key;
        }
        return bands;
    }

    /**
     * How alike two texts are, exactly: the Jaccard similarity of their shingle sets, or, where one is a cut form of the
     * other, the share of the shorter one's shingles that the longer one holds.
     *
     * @return 0 to 1, the same in both directions; 1 for two texts of the same letters
     */
    public static double similarity(String a, String b) {
        Set<Long> left = shingles(a);
        Set<Long> right = shingles(b);
        if (left.isEmpty() || right.isEmpty()) {
            return letters(a).equals(letters(b)) ? 1 : 0;
        }
        Set<Long> small = left.size() <= right.size() ? left : right;
        Set<Long> large = small == left ? right : left;
        int shared = 0;
        for (long shingle : small) {
            shared += large.contains(shingle) ? 1 : 0;
        }
        double jaccard = (double) shared / (left.size() + right.size() - shared);
        boolean isCut = small.size() >= FEWEST && small.size() >= SHORTEST_CUT * large.size();
        return isCut ? Math.max(jaccard, (double) shared / small.size()) : jaccard;
    }

    /** Whether two texts are copies of one article. */
    public static boolean areCopies(String a, String b) {
        return similarity(a, b) >= SAME_ARTICLE;
    }

    private static Set<Long> shingles(String body) {
        String letters = letters(body);
        Set<Long> shingles = new HashSet<>(Math.max(16, letters.length() * 2));
        if (!letters.isEmpty() && letters.length() < SHINGLE) {
            shingles.add(hash(letters, 0, letters.length()));
        }
        for (int i = 0; i + SHINGLE <= letters.length(); i++) {
            shingles.add(hash(letters, i, i + SHINGLE));
        }
        return shingles;
    }

    private static String letters(String body) {
        StringBuilder letters = new StringBuilder(Math.min(body.length(), LONGEST));
        Plain.nfc(body)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .limit(LONGEST)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    private static long hash(String text, int from, int to) {
        long hash = 0xcbf29ce484222325L;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return mix(hash);
    }

    /** The finaliser of SplitMix64: a bijection that spreads every bit. */
    private static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
        return x ^ (x >>> 31);
    }

    private static long[] seeds() {
        long[] seeds = new long[HASHES];
        for (int i = 0; i < HASHES; i++) {
            seeds[i] = mix(0x9e3779b97f4a7c15L * (i + 1));
        }
        return seeds;
    }
}
