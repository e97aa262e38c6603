package org.snapshothub.extract.article;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.snapshothub.extract.page.Plain;

/**
 * The set of a text's shingles, by which copies of one article are told from other articles.
 *
 * <p>Shingles are the runs of {@value #LETTERS} letters or digits of the text's plain form, in lower case, without spaces
 * and punctuation: line breaks, quotation marks and spacing differ between outlets. Each is held as a 64-bit hash.
 */
public final class Shingles {

    /** Letters to a shingle. */
    private static final int LETTERS = 8;

    /** From this similarity on two texts are copies of one article. */
    private static final double SAME_ARTICLE = 0.8;

    /** A cut copy must still hold this share of the longer one's shingles: a quoted paragraph makes no copy. */
    private static final double SHORTEST_CUT = 0.4;

    /** Texts of fewer shingles say too little to be called copies by being inside another. */
    private static final int FEWEST = 40;

    /** Beyond this many letters a text is known by its beginning; so a page of 5 MB costs what a long article does. */
    private static final int LONGEST = 200_000;

    /** Ascending, none twice. */
    private final long[] hashes;

    private Shingles(long[] hashes) {
        this.hashes = hashes;
    }

    public static Shingles of(String body) {
        long[] hashes = hashes(body);
        Arrays.sort(hashes);
        int distinct = 0;
        for (int i = 0; i < hashes.length; i++) {
            if (i == 0 || hashes[i] != hashes[i - 1]) {
                hashes[distinct++] = hashes[i];
            }
        }
        return new Shingles(distinct == hashes.length ? hashes : Arrays.copyOf(hashes, distinct));
    }

    /** The set as bytes, eight a shingle: a row can carry it, so that a text met in many pairs is cut up once. */
    public byte[] packed() {
        ByteBuffer bytes = ByteBuffer.allocate(hashes.length * Long.BYTES);
        bytes.asLongBuffer().put(hashes);
        return bytes.array();
    }

    /** The set of which {@link #packed()} made these bytes. */
    public static Shingles unpacked(byte[] bytes) {
        long[] hashes = new long[bytes.length / Long.BYTES];
        ByteBuffer.wrap(bytes).asLongBuffer().get(hashes);
        return new Shingles(hashes);
    }

    /**
     * How alike two texts are, exactly: the Jaccard similarity of the sets, or, where one text is a cut form of the other,
     * the share of the shorter one's shingles that the longer one holds.
     *
     * @return 0 to 1, the same in both directions; 1 for two texts of the same letters
     */
    public double similarity(Shingles other) {
        int few = Math.min(hashes.length, other.hashes.length);
        int many = Math.max(hashes.length, other.hashes.length);
        if (few == 0) {
            return many == 0 ? 1 : 0;
        }
        int shared = shared(other);
        double jaccard = (double) shared / (few + many - shared);
        boolean isCut = few >= FEWEST && few >= SHORTEST_CUT * many;
        return isCut ? Math.max(jaccard, (double) shared / few) : jaccard;
    }

    /** Whether two texts are copies of one article. */
    public boolean areOfOneArticle(Shingles other) {
        return similarity(other) >= SAME_ARTICLE;
    }

    private int shared(Shingles other) {
        int shared = 0;
        int i = 0;
        int j = 0;
        while (i < hashes.length && j < other.hashes.length) {
            long mine = hashes[i];
            long theirs = other.hashes[j];
            shared += mine == theirs ? 1 : 0;
            i += mine <= theirs ? 1 : 0;
            j += theirs <= mine ? 1 : 0;
        }
        return shared;
    }

    /** The hashes in the order of the text, with repetitions; of a text shorter than a shingle, the one of all of it. */
    static long[] hashes(String body) {
        char[] letters = letters(body);
        if (letters.length == 0) {
            return new long[0];
        }
        long[] hashes = new long[Math.max(1, letters.length - LETTERS + 1)];
        for (int i = 0; i < hashes.length; i++) {
            long hash = 0xcbf29ce484222325L;
            for (int at = i; at < Math.min(i + LETTERS, letters.length); at++) {
                hash = (hash ^ letters[at]) * 0x100000001b3L;
            }
            hashes[i] = Fingerprint.mix(hash);
        }
        return hashes;
    }

    private static char[] letters(String body) {
        String text = Plain.nfc(body);
        StringBuilder letters = new StringBuilder(Math.min(text.length(), LONGEST));
        int taken = 0;
        for (int i = 0; i < text.length() && taken < LONGEST; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isLetterOrDigit(c)) {
                letters.appendCodePoint(Character.toLowerCase(c));
                taken++;
            }
        }
        char[] chars = new char[letters.length()];
        letters.getChars(0, chars.length, chars, 0);
        return chars;
    }
}
