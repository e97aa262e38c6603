package org.snapshothub.extract.page;

import java.util.Locale;
import java.util.Set;

/** Which media types are pages. */
final class Media {

    private static final Set<String> PAGES = Set.of(
            "text/html",
            "application/xhtml+xml",
            "application/vnd.wap.xhtml+xml",
            "text/plain",
            "text/xml",
            "application/xml",
            "application/rss+xml",
            "application/atom+xml",
            "application/rdf+xml");

    /** Types that say nothing; the content is asked instead. */
    private static final Set<String> VAGUE = Set.of(
            "",
            "application/octet-stream",
            "binary/octet-stream",
            "application/unknown",
            "application/x-unknown",
            "application/x-unknown-content-type",
            "application/download",
            "application/x-download",
            "application/force-download",
            "content/unknown",
            "unknown/unknown",
            "text/*",
            "*/*");

    private Media() {}

    /**
     * The type without its parameters, in lower case; empty for null. Servers also put it in quotes, give it twice, end it
     * with a slash, and part it from its parameters by a comma or a space.
     */
    static String base(String contentType) {
        if (contentType == null) {
            return "";
        }
        int begin = 0;
        while (begin < contentType.length() && " \t\"'".indexOf(contentType.charAt(begin)) >= 0) {
            begin++;
        }
        int end = begin;
        while (end < contentType.length() && ";, \t\"'".indexOf(contentType.charAt(end)) < 0) {
            end++;
        }
        String base = contentType.substring(begin, end);
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base).toLowerCase(Locale.ROOT);
    }

    static boolean isPage(String contentType) {
        return PAGES.contains(base(contentType));
    }

    static boolean isVague(String contentType) {
        String base = base(contentType);
        return VAGUE.contains(base) || base.indexOf('/') < 0;
    }
}
