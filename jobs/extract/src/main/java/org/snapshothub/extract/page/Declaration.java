package org.snapshothub.extract.page;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * The charset that a Content-Type header, a meta element or an XML declaration names: HTML's "prescan a byte stream",
 * with a longer window, since Korean pages put scripts before their meta elements.
 */
final class Declaration {

    private static final int WINDOW = 8_192;

    private final String text;
    private int at;

    private Declaration(String text) {
        this.text = text;
    }

    /** The label in an HTTP Content-Type. */
    static Optional<String> ofHeader(String contentType) {
        return contentType == null ? Optional.empty() : parameter(contentType);
    }

    /** The label in the content itself, near its start. */
    static Optional<String> ofContent(byte[] content) {
        String head = new String(content, 0, Math.min(content.length, WINDOW), StandardCharsets.ISO_8859_1);
        return new Declaration(head.toLowerCase(Locale.ROOT)).scan();
    }

    /** What stands behind {@code charset=}, quoted or not. */
    private static Optional<String> parameter(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        for (int found = lower.indexOf("charset"); found >= 0; found = lower.indexOf("charset", found + 7)) {
            int at = skipSpace(lower, found + 7);
            if (at < lower.length() && lower.charAt(at) == '=') {
                at = skipSpace(lower, at + 1);
                int begin = at < lower.length() && (lower.charAt(at) == '"' || lower.charAt(at) == '\'') ? at + 1 : at;
                int end = begin;
                while (end < lower.length() && "\"'; \t,".indexOf(lower.charAt(end)) < 0) {
                    end++;
                }
                return end > begin ? Optional.of(lower.substring(begin, end)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static int skipSpace(String text, int from) {
        int at = from;
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }

    private Optional<String> scan() {
        while ((at = text.indexOf('<', at)) >= 0) {
            if (text.startsWith("<!--", at)) {
                int end = text.indexOf("-->", at + 2);
                if (end < 0) {
                    return Optional.empty();
                }
                at = end + 3;
            } else if (text.startsWith("<?xml", at)) {
                Optional<String> label = xml();
                if (label.isPresent()) {
                    return label;
                }
            } else if (text.startsWith("<meta", at) && at + 5 < text.length() && !isName(text.charAt(at + 5))) {
                at += 5;
                Optional<String> label = meta();
                if (label.isPresent()) {
                    return label;
                }
            } else {
                at++;
            }
        }
        return Optional.empty();
    }

    private static boolean isName(char c) {
        return (c >= 'a' && c <= 'z') || c == '-';
    }

    private Optional<String> xml() {
        int end = text.indexOf("?>", at);
        at += 5;
        while (at < text.length() && (end < 0 || at < end)) {
            String name = name();
            String value = value();
            if (name.equals("encoding") && !value.isEmpty()) {
                return Optional.of(value);
            }
            if (name.isEmpty() && value.isEmpty()) {
                at++;
            }
        }
        return Optional.empty();
    }

    private Optional<String> meta() {
        String charset = null;
        String content = null;
        boolean contentType = false;
        while (at < text.length() && text.charAt(at) != '>') {
            String name = name();
            String value = value();
            switch (name) {
                case "charset" -> charset = value;
                case "content" -> content = value;
                case "http-equiv" -> contentType = value.strip().equals("content-type");
                case "" -> at += value.isEmpty() ? 1 : 0;
                default -> {}
            }
        }
        if (charset != null && !charset.isBlank()) {
            return Optional.of(charset.strip());
        }
        return contentType && content != null ? parameter(content) : Optional.empty();
    }

    private String name() {
        at = skipSpace(text, at);
        int begin = at;
        while (at < text.length() && "=>/".indexOf(text.charAt(at)) < 0 && !isSpace(text.charAt(at))) {
            at++;
        }
        return text.substring(begin, at);
    }

    private String value() {
        int equals = skipSpace(text, at);
        if (equals >= text.length() || text.charAt(equals) != '=') {
            return "";
        }
        at = skipSpace(text, equals + 1);
        if (at >= text.length()) {
            return "";
        }
        char quote = text.charAt(at);
        int begin = at;
        if (quote == '"' || quote == '\'') {
            begin++;
            int end = text.indexOf(quote, begin);
            at = end < 0 ? text.length() : end + 1;
            return end < 0 ? "" : text.substring(begin, end);
        }
        while (at < text.length() && text.charAt(at) != '>' && !isSpace(text.charAt(at))) {
            at++;
        }
        return text.substring(begin, at);
    }
}
