package org.snapshothub.publish.site;

import java.time.LocalDate;
import java.util.List;

/**
 * A data-usage case as it may leave silver: no text of the article but a masked phrase around the title.
 *
 * @param evidence masked, at most {@link #MAX_EVIDENCE} code points
 * @param publishedOn null unless the full date is certain
 * @param publishedMonth YYYY-MM for precision day and month; else null
 * @param publishedPrecision day, month, year or none
 * @param outlets registered domains of the pages that carry the article
 * @param urls addresses of those pages
 */
public record CaseShown(
        String useCaseId,
        String caseKey,
        String title,
        String topic,
        String organisation,
        String organisationId,
        String regionCode,
        String sigungu,
        String status,
        String evidence,
        String rule,
        double confidence,
        String articleId,
        String articleTitle,
        LocalDate publishedOn,
        String publishedMonth,
        String publishedPrecision,
        List<String> outlets,
        List<String> urls) {

    /** The contract's limit: what stands around the title is a quotation, not a copy. */
    public static final int MAX_EVIDENCE = 200;

    public CaseShown {
        int length = evidence.codePointCount(0, evidence.length());
        if (length > MAX_EVIDENCE) {
            throw new IllegalArgumentException("case " + useCaseId + " shows " + length
                    + " code points of an article; at most " + MAX_EVIDENCE + " may leave silver: mask it first");
        }
        outlets = List.copyOf(outlets);
        urls = List.copyOf(urls);
    }
}
