package org.snapshothub.bronze.live;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Optional;

/**
 * An http or https address in one spelling: ASCII, host in lower case, default port and fragment dropped, Hangul and
 * blanks percent-encoded as UTF-8. The order of a query's parameters is the site's own affair and stays.
 */
public record WebAddress(URI uri) {

    private static final String KEPT = "-._~!$&'()*+,;=:@/?%";
    private static final int LONGEST = 8_192;

    /** Reads an address as people, sitemaps and Location fields write it; {@code BAD_ADDRESS} when it is none. */
    public static WebAddress of(String text) throws FetchFault {
        String stripped = text.strip();
        int colon = stripped.indexOf("://");
        String scheme = colon < 0 ? "" : stripped.substring(0, colon).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw bad(text, "is no http or https address");
        }
        if (stripped.length() > LONGEST) {
            throw bad(text, "is longer than " + LONGEST + " characters");
        }
        int begin = colon + 3;
        int end = begin;
        while (end < stripped.length() && "/?#\\".indexOf(stripped.charAt(end)) < 0) {
            end++;
        }
        String authority = authority(stripped.substring(begin, end), scheme, text);
        String rest = stripped.substring(end);
        int fragment = rest.indexOf('#');
        String path = encoded(fragment < 0 ? rest : rest.substring(0, fragment));
        try {
            return new WebAddress(new URI(scheme + "://" + authority + withoutDots(path)));
        } catch (URISyntaxException e) {
            throw bad(text, "is no address: " + e.getReason());
        }
    }

    /** Whether {@code text} is meant as an address rather than as a path. */
    public static boolean isMeant(String text) {
        String begin = text.substring(0, Math.min(8, text.length())).toLowerCase(Locale.ROOT);
        return begin.startsWith("http://") || begin.startsWith("https://");
    }

    /** Where a {@code Location} leads from here. */
    WebAddress resolve(String location) throws FetchFault {
        String to = location.strip();
        if (hasScheme(to)) {
            return of(to);
        }
        if (to.startsWith("//")) {
            return of(uri.getScheme() + ":" + to);
        }
        String origin = origin();
        if (to.startsWith("/")) {
            return of(origin + to);
        }
        String path = uri.getRawPath();
        return of(origin + (to.startsWith("?") ? path : path.substring(0, path.lastIndexOf('/') + 1)) + to);
    }

    private static boolean hasScheme(String text) {
        int end = 0;
        while (end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end)) || "+-.".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return end > 0 && end < text.length() && text.charAt(end) == ':';
    }

    private static String authority(String authority, String scheme, String text) throws FetchFault {
        if (authority.indexOf('@') >= 0) {
            throw bad(text, "carries a user name");
        }
        int colon = authority.lastIndexOf(':');
        boolean hasPort = colon > authority.lastIndexOf(']');
        String host = hasPort ? authority.substring(0, colon) : authority;
        String port = hasPort ? authority.substring(colon + 1) : "";
        String ascii;
        try {
            ascii = host.startsWith("[") ? host : IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException e) {
            throw bad(text, "has a host that is no name");
        }
        if (ascii.isEmpty() || ascii.length() > 255) {
            throw bad(text, "has no host");
        }
        int number = port.isEmpty() ? defaultPort(scheme) : Math.max(0, portOf(port));
        if (number < 1 || number > 65_535) {
            throw bad(text, "has a port that is none");
        }
        return ascii.toLowerCase(Locale.ROOT) + (number == defaultPort(scheme) ? "" : ":" + number);
    }

    private static int portOf(String digits) {
        return digits.length() <= 5 && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Integer.parseInt(digits)
                : 0;
    }

    private static int defaultPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    /** The path without {@code .} and {@code ..}; empty segments stay, since some sites mean them. */
    private static String withoutDots(String path) {
        int query = path.indexOf('?');
        String segments = query < 0 ? path : path.substring(0, query);
        ArrayDeque<String> kept = new ArrayDeque<>();
        String last = "";
        for (String segment : (segments.startsWith("/") ? segments.substring(1) : segments).split("/", -1)) {
            last = segment;
            if (segment.equals("..")) {
                kept.pollLast();
            } else if (!segment.equals(".")) {
                kept.addLast(segment);
            }
        }
        boolean endsInDots = last.equals(".") || last.equals("..");
        String rest = query < 0 ? "" : path.substring(query);
        return "/" + String.join("/", kept) + (endsInDots && !kept.isEmpty() ? "/" : "") + rest;
    }

    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            char c = (char) (bytes[i] & 0xFF);
            if (c == '\t' || c == '\r' || c == '\n') {
                continue;
            }
            boolean isEscape = c == '%' && isHex(bytes, i + 1) && isHex(bytes, i + 2);
            boolean isKept = c < 0x80 && (Character.isLetterOrDigit(c) || (c != '%' && KEPT.indexOf(c) >= 0));
            if (isEscape || isKept) {
                encoded.append(c);
            } else {
                encoded.append('%').append(String.format("%02X", (int) c));
            }
        }
        return encoded.toString();
    }

    private static boolean isHex(byte[] bytes, int at) {
        return at < bytes.length && Character.digit(bytes[at], 16) >= 0;
    }

    private static FetchFault bad(String text, String what) {
        return new FetchFault(FetchReason.BAD_ADDRESS, "\"" + text.strip() + "\" " + what);
    }

    boolean isSecure() {
        return uri.getScheme().equals("https");
    }

    /** The host as one connection at a time is meant by: a name, or an address literal without brackets. */
    public String host() {
        String host = Optional.ofNullable(uri.getHost()).orElse(uri.getRawAuthority());
        int colon = uri.getHost() == null ? host.lastIndexOf(':') : -1;
        String name = colon < 0 ? host : host.substring(0, colon);
        String bare = name.startsWith("[") ? name.substring(1, name.length() - 1) : name;
        return bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
    }

    int port() {
        String authority = uri.getRawAuthority();
        int colon = authority.lastIndexOf(':');
        return colon > authority.lastIndexOf(']')
                ? Integer.parseInt(authority.substring(colon + 1))
                : defaultPort(uri.getScheme());
    }

    /** Scheme, host and port: what one robots.txt speaks for. */
    String origin() {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    /** The Host field. */
    String authority() {
        return uri.getRawAuthority();
    }

    /** Path and query, as they stand in the request. */
    String target() {
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
