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
    private static final int TOGETHER = 4;

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
        for (int first = 0; first < HASHES; first += TOGETHER) {
            fourMinima(shingles, minima, first);
        }
        return new Fingerprint(minima);
    }

    /**
     * The hottest loop of a page: four hash functions in registers over all shingles. A smaller value is rare, so the
     * branch that waits for it costs less than {@link Math#min}, which waits for each.
     */
    private static void fourMinima(int[] shingles, int[] minima, int first) {
        int factor0 = FACTORS[first];
        int factor1 = FACTORS[first + 1];
        int factor2 = FACTORS[first + 2];
        int factor3 = FACTORS[first + 3];
        int shift0 = SHIFTS[first];
        int shift1 = SHIFTS[first + 1];
        int shift2 = SHIFTS[first + 2];
        int shift3 = SHIFTS[first + 3];
        int least0 = Integer.MAX_VALUE;
        int least1 = Integer.MAX_VALUE;
        int least2 = Integer.MAX_VALUE;
        int least3 = Integer.MAX_VALUE;
        for (int shingle : shingles) {
            int value0 = shingle * factor0 + shift0;
            if (value0 < least0) {
                least0 = value0;
            }
            int value1 = shingle * factor1 + shift1;
            if (value1 < least1) {
                least1 = value1;
            }
            int value2 = shingle * factor2 + shift2;
            if (value2 < least2) {
                least2 = value2;
            }
            int value3 = shingle * factor3 + shift3;
            if (value3 < least3) {
                least3 = value3;
            }
        }
        minima[first] = least0;
        minima[first + 1] = least1;
        minima[first + 2] = least2;
        minima[first + 3] = least3;
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
