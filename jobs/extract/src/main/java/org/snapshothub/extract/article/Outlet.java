package org.snapshothub.extract.article;

import crawlercommons.domains.EffectiveTldFinder;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Who published a page: the registered domain of its address, by the public suffix list without its private part. */
final class Outlet {

    private Outlet() {}

    /** The registered domain, or the host where it has none (an IP address, localhost); null without a host. */
    static String of(String url) {
        String host = host(url);
        if (host == null || isAddress(host)) {
            return host;
        }
        String domain = EffectiveTldFinder.getAssignedDomain(host, true, true);
        return domain == null ? lastTwoLabels(host) : domain;
    }

    /** The public suffix list's rule for an ending that it does not list. */
    private static String lastTwoLabels(String host) {
        int dot = host.lastIndexOf('.');
        boolean listed = EffectiveTldFinder.getEffectiveTLD(host, true) != null;
        return listed || dot < 1 ? host : host.substring(host.lastIndexOf('.', dot - 1) + 1);
    }

    private static String host(String url) {
        try {
            String authority = new URI(encoded(url)).getRawAuthority();
            if (authority == null) {
                return null;
            }
            String host = authority.substring(authority.lastIndexOf('@') + 1);
            int port = host.startsWith("[") ? host.indexOf("]:") + 1 : host.indexOf(':');
            host = port > 0 ? host.substring(0, port) : host;
            host = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
            return host.isEmpty() ? null : host.toLowerCase(Locale.ROOT);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Addresses as found in pages hold spaces and pipes that {@link URI} refuses; only the authority matters here. */
    private static String encoded(String url) {
        int scheme = url.indexOf("://");
        int path = scheme < 0 ? -1 : url.indexOf('/', scheme + 3);
        String head = path < 0 ? url : url.substring(0, path);
        int query = head.indexOf('?');
        return (query < 0 ? head : head.substring(0, query)).strip();
    }

    private static boolean isAddress(String host) {
        return host.startsWith("[") || host.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
    }
}
