package org.snapshothub.extract.article;

import java.util.Arrays;

/**
 * A text's MinHash signature, by which copies are found without comparing all with all.
 *
 * <p>It holds, for each of {@value #HASHES} hash functions, the smallest value over the text's {@link Shingles}; it is the
 * same on every machine. Whether two texts that share a band are copies, their shingles say.
 */
public final class Fingerprint {

    /** Hash functions; {@value #BANDS} bands of {@value #ROWS} catch 9 of 10 pairs with a Jaccard similarity of 0.5. */
    static final int HASHES = 128;

    public static final int BANDS = 32;
    static final int ROWS = HASHES / BANDS;

    /** Each hash function is an odd factor and a shift of a shingle's 32 bits. */
    private static final int[] FACTORS = constants(1, 1);

    private static final int[] SHIFTS = constants(1 + HASHES, 0);

    private final int[] minima;

    private Fingerprint(int[] minima) {
        this.minima = minima;
    }

    public static Fingerprint of(String body) {
        int[] shingles = Arrays.stream(Shingles.hashes(body))
                .mapToInt(hash -> (int) (hash >>> Integer.SIZE))
                .toArray();
        int[] minima = new int[HASHES];
        for (int first = 0; first < HASHES; first += 2) {
            twoMinima(shingles, minima, first);
        }
        return new Fingerprint(minima);
    }

    /**
     * The hottest loop of a page: two hash functions in registers over all shingles. A smaller value is rare, so the
     * branch that waits for it costs less than {@link Math#min}, which waits for each.
     */
    private static void twoMinima(int[] shingles, int[] minima, int first) {
        int factor = FACTORS[first];
        int shift = SHIFTS[first];
        int least = Integer.MAX_VALUE;
        int otherFactor = FACTORS[first + 1];
        int otherShift = SHIFTS[first + 1];
        int otherLeast = Integer.MAX_VALUE;
        for (int shingle : shingles) {
            int value = shingle * factor + shift;
            if (value < least) {
                least = value;
            }
            int other = shingle * otherFactor + otherShift;
            if (other < otherLeast) {
                otherLeast = other;
            }
        }
        minima[first] = least;
        minima[first + 1] = otherLeast;
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

    /** The finaliser of SplitMix64: a bijection that spreads every bit. */
    static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
        return x ^ (x >>> 31);
    }

    private static int[] constants(int first, int setBits) {
        int[] constants = new int[HASHES];
        for (int i = 0; i < HASHES; i++) {
            constants[i] = (int) mix(0x9e3779b97f4a7c15L * (first + i)) | setBits;
        }
        return constants;
    }
}
