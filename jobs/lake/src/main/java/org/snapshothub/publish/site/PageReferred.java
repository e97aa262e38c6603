package org.snapshothub.publish.site;

import java.time.Instant;

/**
 * A captured page that a reading names, as far as a reader needs it to find the raw bytes again.
 *
 * @param url null when unknown
 * @param fetchTime null when the capture does not say
 * @param archive file name of the archive or plain file; null when unknown
 * @param offset byte offset of the record in the archive; null for a plain file
 * @param length bytes of the record in the archive; null for a plain file
 */
public record PageReferred(
        String pageId,
        String url,
        Instant fetchTime,
        String archive,
        Long offset,
        Long length,
        String charset,
        String charsetSource) {}
