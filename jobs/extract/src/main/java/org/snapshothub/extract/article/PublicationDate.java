package org.snapshothub.extract.article;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.snapshothub.extract.page.Page;

/**
 * When an article was published: what the page declares, then its byline, then its address. What the text itself says
 * (“19일 밝혔다”) is kept as words: without a certain date beside it, it names no day.
 */
final class PublicationDate {

    private static final List<String> META = List.of(
            "article:published_time",
            "og:article:published_time",
            "datePublished",
            "date.issued",
            "dc.date.issued",
            "dcterms.issued",
            "dc.date.created",
            "pubdate",
            "publishdate",
            "publish-date",
            "parsely-pub-date",
            "sailthru.date",
            "article.published",
            "dc.date",
            "date");
    private static final List<List<String>> LABELS = List.of(
            List.of("입력", "최초입력", "기사입력", "등록", "작성", "게시", "송고", "발행", "보도일", "배포일", "보도일시", "Published", "Posted"),
            List.of("승인"));
    private static final List<String> LATER = List.of("수정", "업데이트", "Updated");
    private static final List<String> NOT_A_BYLINE = List.of("등록번호", "발행인", "편집인", "사업자", "신문등록", "창간");
    private static final int FARTHEST_DATE = 14;
    private static final int LONGEST_BYLINE = 160;
    private static final Pattern IN_ADDRESS = Pattern.compile(
            "(?<![0-9])((?:19|20)[0-9]{2})[/\\-_.]?(0[1-9]|1[0-2])(?:[/\\-_.]?(0[1-9]|[12][0-9]|3[01])(?![0-9]{1,3}(?![0-9]))|(?=[/\\-_.]|$))");
    private static final Pattern SAID = Pattern.compile(
            "(?<![0-9])((?:(?:지난달|지난해|지난|이달|오는|작년|올해|[0-9]{1,2}월) )?[0-9]{1,2}일)(?: [가-힣]{1,8}){0,2}[ ]?(?:밝혔|전했|말했|발표|알렸|설명|덧붙)");

    private PublicationDate() {}

    /** Of a parsed page; {@code lines} are those around its article that may hold a byline, {@code body} its text. */
    static Published ofDocument(Page page, Declarations said, List<String> lines, String body) {
        Instant bound = page.fetchTime().orElse(null);
        return said.data()
                .published()
                .flatMap(value -> PrintedDate.declared(value, bound))
                .or(() -> declared(said, bound))
                .or(() -> printed(page, lines, bound))
                .orElseGet(() -> said(body));
    }

    /** Of plain text. */
    static Published ofText(Page page, List<String> lines, String body) {
        Instant bound = page.fetchTime().orElse(null);
        return printed(page, lines, bound).orElseGet(() -> said(body));
    }

    private static Optional<Published> printed(Page page, List<String> lines, Instant bound) {
        return labelled(lines, bound)
                .or(() -> besideReporter(lines, bound))
                .or(() -> inAddress(page, bound))
                .or(() -> later(lines, bound));
    }

    /** 홍길동 기자 2026-01-15 14:02: a byline may leave the label out. */
    private static Optional<Published> besideReporter(List<String> lines, Instant bound) {
        return lines.stream()
                .filter(line -> line.length() <= LONGEST_BYLINE
                        && Byline.in(List.of(line)).isPresent())
                .filter(line -> LATER.stream().noneMatch(line::contains))
                .flatMap(line -> PrintedDate.dayIn(line, bound).stream())
                .findFirst();
    }

    private static Optional<Published> declared(Declarations said, Instant bound) {
        for (String name : META) {
            for (Element meta : said.metas()) {
                boolean named = name.equalsIgnoreCase(meta.attr("property"))
                        || name.equalsIgnoreCase(meta.attr("name"))
                        || name.equalsIgnoreCase(meta.attr("itemprop"));
                Optional<Published> found =
                        named ? PrintedDate.declared(meta.attr("content"), bound) : Optional.empty();
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return said.times().stream()
                .filter(PublicationDate::isMarkedPublished)
                .map(time -> time.hasAttr("datetime") ? time.attr("datetime") : time.text())
                .flatMap(value -> PrintedDate.declared(value, bound).stream())
                .findFirst()
                .or(() -> onlyTime(said, bound));
    }

    private static boolean isMarkedPublished(Element element) {
        boolean isTime = element.normalName().equals("time");
        boolean saysPublished = element.attr("itemprop").equalsIgnoreCase("datePublished");
        return isTime && (saysPublished || element.hasAttr("pubdate")) || saysPublished && element.hasAttr("datetime");
    }

    /** A page with one time element beside its article dates the article with it. */
    private static Optional<Published> onlyTime(Declarations said, Instant bound) {
        List<String> times = said.times().stream()
                .filter(time -> time.normalName().equals("time") && time.hasAttr("datetime"))
                .filter(time -> time.closest("nav, aside, footer, li") == null)
                .map(time -> time.attr("datetime"))
                .distinct()
                .toList();
        return times.size() == 1 ? PrintedDate.declared(times.get(0), bound) : Optional.empty();
    }

    private static Optional<Published> labelled(List<String> lines, Instant bound) {
        for (List<String> labels : LABELS) {
            Optional<Published> found = labelled(lines, labels, bound);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Published> later(List<String> lines, Instant bound) {
        return labelled(lines, LATER, bound);
    }

    private static Optional<Published> labelled(List<String> lines, List<String> labels, Instant bound) {
        for (String line : lines) {
            if (line.length() > LONGEST_BYLINE || NOT_A_BYLINE.stream().anyMatch(line::contains)) {
                continue;
            }
            for (String label : labels) {
                for (int at = line.indexOf(label); at >= 0; at = line.indexOf(label, at + 1)) {
                    Optional<Published> found = after(line, at, label, bound);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Published> after(String line, int at, String label, Instant bound) {
        String rest = line.substring(at);
        return PrintedDate.dayIn(rest, bound)
                .filter(found -> rest.indexOf(found.text()) - label.length() <= FARTHEST_DATE)
                .filter(found -> noOtherLabel(rest.substring(label.length(), rest.indexOf(found.text()))))
                .map(found -> Published.on(found.on(), rest.substring(0, rest.indexOf(found.text())) + found.text()));
    }

    private static boolean noOtherLabel(String between) {
        return LATER.stream().noneMatch(between::contains) && !between.contains("승인");
    }

    private static Optional<Published> inAddress(Page page, Instant bound) {
        String path = page.url().map(PublicationDate::pathOf).orElse("");
        Matcher m = IN_ADDRESS.matcher(path);
        while (m.find()) {
            try {
                YearMonth month = YearMonth.of(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)));
                if (m.group(3) == null) {
                    if (PrintedDate.isPlausible(month.atDay(1), bound)) {
                        return Optional.of(Published.in(month, m.group()));
                    }
                    continue;
                }
                LocalDate day = month.atDay(Integer.parseInt(m.group(3)));
                if (PrintedDate.isPlausible(day, bound)) {
                    return Optional.of(Published.on(day, m.group()));
                }
            } catch (DateTimeException e) {
                // Digits that are no date are an article's number.
                continue;
            }
        }
        return Optional.empty();
    }

    private static String pathOf(String url) {
        try {
            URI uri = URI.create(url);
            String query = uri.getRawQuery();
            return (uri.getRawPath() == null ? "" : uri.getRawPath()) + (query == null ? "" : "?" + query);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static Published said(String body) {
        Matcher m = SAID.matcher(body.substring(0, Math.min(body.length(), 4_000)));
        return m.find() ? Published.unresolved(m.group(1)) : Published.UNKNOWN;
    }
}
