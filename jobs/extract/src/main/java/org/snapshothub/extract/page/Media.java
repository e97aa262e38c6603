package org.snapshothub.extract.page;

import java.util.Locale;
import java.util.Set;

/** Which media types are pages. */
final class Media {

    private static final Set<String> PAGES = Set.of(
            "text/html",
            "application/xhtml+xml",
            "text/plain",
            "text/xml",
            "application/xml",
            "application/rss+xml",
            "application/atom+xml",
            "application/rdf+xml");

    /** Types that say nothing; the content is asked instead. */
    private static final Set<String> VAGUE = Set.of("", "application/octet-stream", "unknown/unknown", "no-type", "-");

    private Media() {}

    /** The type without its parameters, in lower case; empty for null. */
    static String base(String contentType) {
        if (contentType == null) {
            return "";
        }
        int end = contentType.indexOf(';');
        return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    static boolean isPage(String contentType) {
        return PAGES.contains(base(contentType));
    }

    static boolean isVague(String contentType) {
        String base = base(contentType);
        return VAGUE.contains(base) || base.indexOf('/') < 0;
    }
}
