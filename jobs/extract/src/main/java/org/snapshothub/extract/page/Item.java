package org.snapshothub.extract.page;

import java.time.Instant;
import org.snapshothub.extract.record.Rejected;

/** One thing met in an input: a page, a reference to a page, a thing passed over, or a thing refused. */
public sealed interface Item {

    /**
     * A page.
     *
     * @param payloadDigest the archive's own digest of the payload ({@code sha1:…} as declared), by which later revisit
     *     records refer to it; null when it declares none
     */
    record Captured(Capture capture, String payloadDigest) implements Item {}

    /**
     * A page fetched again and found unchanged: the archive stores a reference in place of the content.
     *
     * @param url the address fetched; null when not said
     * @param fetchTime when it was fetched again; null when not said
     * @param status status of the repeated answer, 304 for a conditional request; null when not said
     * @param payloadDigest the original's payload digest as declared, or null
     * @param originalUrl where the original was captured ({@code WARC-Refers-To-Target-URI}, else {@code url})
     * @param originalTime when it was captured; null when not said
     * @param archive path of the archive
     * @param archiveOffset as in {@link Capture}
     * @param archiveLength as in {@link Capture}
     */
    record Revisit(
            String url,
            Instant fetchTime,
            Integer status,
            String payloadDigest,
            String originalUrl,
            Instant originalTime,
            String archive,
            Long archiveOffset,
            Long archiveLength)
            implements Item {

        /** The capture this record stands for, with the content of its {@code original}. */
        public Capture resolvedBy(Capture original) {
            return new Capture(
                    url,
                    fetchTime,
                    original.status(),
                    original.contentType(),
                    original.content(),
                    original.truncated(),
                    original.contentDigest(),
                    archive,
                    archiveOffset,
                    archiveLength);
        }

        /**
         * The refusal when the lake holds no original.
         *
         * @param ordinal which of several revisits in one member
         */
        public Refused lone(int ordinal) {
            String detail = "revisit of " + originalUrl + (originalTime == null ? "" : " as of " + originalTime)
                    + (payloadDigest == null ? "" : ", payload " + payloadDigest) + ": no such page in the lake";
            return new Refused(Rejected.of(PageReason.LONE_REVISIT, detail, "", ordinal), archiveOffset, url);
        }
    }

    /**
     * A whole record that is no page: a request, an image, an answer other than 200.
     *
     * @param why the kind, for counting: {@code request}, {@code image/png}, {@code status 404}
     */
    record Passed(String why) implements Item {}

    /**
     * Something that should have been a record or a page and could not be taken.
     *
     * @param offset where its record (or gzip member) begins in the input; null for a plain file
     * @param url the address it was captured from, where that much could be read; else null
     */
    record Refused(Rejected rejected, Long offset, String url) implements Item {}
}
