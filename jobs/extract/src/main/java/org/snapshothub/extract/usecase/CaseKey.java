package org.snapshothub.extract.usecase;

import java.util.Locale;

/**
 * By what the same case is known in different articles.
 *
 * <p>The same name told of the same body is the same case. Without an identified body a name says too little, and is
 * equal only within one article.
 */
public final class CaseKey {

    private CaseKey() {}

    /**
     * The key: the title's letters, and the body's id or else the article's.
     *
     * @param organisationId null when not identified
     * @param articleId the article group that tells it
     */
    public static String of(String title, String organisationId, String articleId) {
        String letters = Similarity.letters(title).toLowerCase(Locale.ROOT);
        return letters + "|" + (organisationId == null ? "@" + articleId : organisationId);
    }

    /** Whether two titles of one body name the same case: equal but for spaces, or as alike as copies are edited. */
    public static boolean areSame(String title, String other) {
        return Similarity.dice(title, other) >= NEAR_DUPLICATE;
    }

    /** Stricter than a hit in {@link Evaluation}: 소형차 and 대형차 주차장 입지 선정 are two cases. */
    static final double NEAR_DUPLICATE = 0.85;
}
