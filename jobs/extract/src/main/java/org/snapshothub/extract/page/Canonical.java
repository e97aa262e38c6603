package org.snapshothub.extract.page;

import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The address a page gives itself. */
final class Canonical {

    private static final int HEAD = 65_536;

    private Canonical() {}

    /** Its {@code link rel=canonical}, else its {@code og:url}, where that is an absolute http(s) address; else null. */
    static String of(String text) {
        String head = text.substring(0, Math.min(text.length(), HEAD));
        String lower = head.toLowerCase(Locale.ROOT);
        if (!lower.contains("canonical") && !lower.contains("og:url")) {
            return null;
        }
        Document document = Jsoup.parse(head);
        for (Element link : document.head().select("link[rel~=(?i)^\\s*canonical\\s*$][href]")) {
            if (absolute(link.attr("href"))) {
                return link.attr("href").strip();
            }
        }
        for (Element meta : document.head().select("meta[property=og:url][content]")) {
            if (absolute(meta.attr("content"))) {
                return meta.attr("content").strip();
            }
        }
        return null;
    }

    private static boolean absolute(String address) {
        String lower = address.strip().toLowerCase(Locale.ROOT);
        int host = lower.startsWith("http://") ? 7 : lower.startsWith("https://") ? 8 : -1;
        return host > 0 && lower.length() > host && lower.indexOf(' ') < 0;
    }
}
