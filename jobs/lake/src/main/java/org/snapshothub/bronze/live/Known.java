package org.snapshothub.bronze.live;

import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of an address from the last time it gave a page; null where it is not.
 *
 * @param finalUrl where the page was, after redirects: the conditions are told to nobody else
 * @param etag its ETag
 * @param lastModified its Last-Modified, as the server wrote it
 * @param contentDigest digest of the content
 */
public record Known(String finalUrl, String etag, String lastModified, String contentDigest) {

    public static final Known NOTHING = new Known(null, null, null, null);

    /** The request fields by which {@code address} may answer 304. */
    Map<String, String> conditions(WebAddress address) {
        Map<String, String> conditions = new TreeMap<>();
        if (contentDigest == null || !address.toString().equals(finalUrl)) {
            return conditions;
        }
        if (etag != null) {
            conditions.put("If-None-Match", etag);
        }
        if (lastModified != null) {
            conditions.put("If-Modified-Since", lastModified);
        }
        return conditions;
    }
}
