package org.snapshothub.extract.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * One page as the extractors see it: decoded once, parsed at most once, whoever asks.
 *
 * <p>Extractors run one after another on the same page and must not change its document.
 */
public final class Page {

    /** What the content is, judged by its own first characters before its declared type. */
    public enum Form {
        HTML,
        XML,
        TEXT
    }

    private final String url;
    private final Instant fetchTime;
    private final String text;
    private final Form form;
    private Document document;
    private List<Element> elements;

    public Page(String url, Instant fetchTime, String contentType, String text) {
        this.url = url;
        this.fetchTime = fetchTime;
        this.text = text;
        this.form = formOf(text, contentType);
    }

    /** The page of a capture, its content decoded by the charset ladder. */
    public static Page of(Capture capture, Decoded decoded) {
        return new Page(capture.url(), capture.fetchTime(), capture.contentType(), decoded.text());
    }

    /** The address it was captured from. */
    public Optional<String> url() {
        return Optional.ofNullable(url);
    }

    /** When it was captured. */
    public Optional<Instant> fetchTime() {
        return Optional.ofNullable(fetchTime);
    }

    public Form form() {
        return form;
    }

    /** The decoded content: markup for HTML and XML, the text itself for plain text. */
    public String text() {
        return text;
    }

    /** The parsed document; only for {@link Form#HTML}. */
    public Document document() {
        if (form != Form.HTML) {
            throw new IllegalStateException("a page of form " + form + " has no document");
        }
        if (document == null) {
            document = Jsoup.parse(text, url == null ? "" : url);
        }
        return document;
    }

    /** The elements of {@link #document} in page order: walking its nodes costs more than what is asked of them. */
    public List<Element> elements() {
        if (elements == null) {
            List<Element> walked = new ArrayList<>();
            document().traverse((node, depth) -> {
                if (node instanceof Element element) {
                    walked.add(element);
                }
            });
            elements = Collections.unmodifiableList(walked);
        }
        return elements;
    }

    private static Form formOf(String text, String contentType) {
        String head =
                text.substring(0, Math.min(text.length(), 2_048)).stripLeading().toLowerCase(Locale.ROOT);
        boolean looksLikeHtml = head.startsWith("<!doctype html") || head.contains("<html") || head.contains("<body");
        if (looksLikeHtml) {
            return Form.HTML;
        }
        if (head.startsWith("<?xml")) {
            return Form.XML;
        }
        String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        if (type.startsWith("text/html") || type.startsWith("application/xhtml")) {
            return Form.HTML;
        }
        if (type.contains("xml")) {
            return Form.XML;
        }
        return head.startsWith("<") && type.isEmpty() ? Form.HTML : Form.TEXT;
    }
}
