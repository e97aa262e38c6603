package org.snapshothub.extract.article;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.snapshothub.extract.page.Page;

/**
 * When an article was published: what the page declares, then its byline, then its address. What the text itself says
 * (“19일 밝혔다”) names the day only in a month that is certain, and is kept as words otherwise.
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
            "article:published_date",
            "og:regdate",
            "publish_date",
            "publication_date",
            "publish-date",
            "parsely-pub-date",
            "sailthru.date",
            "article.published",
            "dc.date",
            "date");
    private static final List<List<String>> LABELS = List.of(
            List.of("입력", "등록", "작성", "게시", "게재", "송고", "전송", "발행", "보도일", "배포", "Published", "Posted"), List.of("승인"));
    private static final List<String> LATER = List.of("수정", "업데이트", "Updated");
    private static final List<String> NOT_A_BYLINE = List.of("등록번호", "발행인", "편집인", "사업자", "신문등록", "창간");
    private static final int FARTHEST_DATE = 14;
    private static final int LONGEST_BYLINE = 160;
    private static final int LONGEST_BESIDE = 16;
    private static final int FARTHEST_LABEL_BEHIND = 4;
    private static final Pattern DAY_IN_ADDRESS = Pattern.compile(
            "(?<![0-9])((?:19|20)[0-9]{2})[/\\-_.]?(0[1-9]|1[0-2])[/\\-_.]?(0[1-9]|[12][0-9]|3[01])(?![0-9]{1,3}(?![0-9]))");

    /** Six digits are an article's number as often as a month: only a folder of its own is one. */
    private static final Pattern MONTH_IN_ADDRESS =
            Pattern.compile("(?<=/)((?:19|20)[0-9]{2})[/\\-_.]?(0[1-9]|1[0-2])(?=/)");

    /** Eight digits behind {@code no=} are a number, too; longer ones begin with a day by the paper's making. */
    private static final Pattern NUMBER_IN_QUERY =
            Pattern.compile("(?<=[?&])(?![^=&]*(?:date|day|ymd|dt)[^=&]*=)[^=&]*=[0-9]{8}(?![0-9])");

    private PublicationDate() {}

    /**
     * Of a parsed page.
     *
     * @param lines those around its article that may hold a byline
     * @param opening those between its headline and its text
     * @param body its text
     */
    static Published ofDocument(Page page, Declarations said, List<String> lines, List<String> opening, String body) {
        Instant bound = page.fetchTime().orElse(null);
        return surest(
                Stream.concat(
                        Stream.of(
                                () -> said.data().published().flatMap(value -> PrintedDate.declared(value, bound)),
                                () -> declared(said, bound)),
                        printed(page, lines, opening, bound)),
                lines,
                body,
                bound);
    }

    /** Of plain text. */
    static Published ofText(Page page, List<String> lines, List<String> opening, String body) {
        Instant bound = page.fetchTime().orElse(null);
        return surest(printed(page, lines, opening, bound), lines, body, bound);
    }

    private static Stream<Supplier<Optional<Published>>> printed(
            Page page, List<String> lines, List<String> opening, Instant bound) {
        return Stream.of(
                () -> labelled(lines, bound),
                () -> besideReporter(lines, bound),
                () -> alone(opening, bound),
                () -> inAddress(page, bound));
    }

    /** The first that is known; a month or year is narrowed by those after it that lie in it, then by the text. */
    private static Published surest(
            Stream<Supplier<Optional<Published>>> sources, List<String> lines, String body, Instant bound) {
        List<Published> known = new ArrayList<>();
        Iterator<Supplier<Optional<Published>>> each = sources.iterator();
        while (each.hasNext()) {
            Optional<Published> found = each.next().get();
            if (found.isPresent()) {
                Published first = known.isEmpty() ? found.get() : known.get(0);
                if (found.get().on() != null
                        && (known.isEmpty() || first.holds(found.get().on()))) {
                    return found.get();
                }
                known.add(found.get());
            }
        }
        Optional<ToldDate> told = ToldDate.in(body);
        if (known.isEmpty()) {
            return later(lines, bound)
                    .or(() -> told.map(t -> Published.unresolved(t.text())))
                    .orElse(Published.UNKNOWN);
        }
        return told.flatMap(t -> t.within(known.get(0), bound)).orElse(known.get(0));
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

    /** A date that stands under the headline with nothing beside it; of several the earliest, since changes come later. */
    private static Optional<Published> alone(List<String> opening, Instant bound) {
        return opening.stream()
                .flatMap(line ->
                        PrintedDate.announcedIn(line, bound).filter(found -> isAlone(line, found.text())).stream())
                .min(Comparator.comparing(Published::on));
    }

    private static boolean isAlone(String line, String date) {
        int at = line.indexOf(date);
        String beside = line.substring(0, at) + line.substring(at + date.length());
        return beside.length() <= LONGEST_BESIDE
                && beside.replaceAll("[월화수목금토일]요일", "").chars().noneMatch(Character::isLetter);
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
            Optional<Published> before = beforeItsLabel(line, labels, bound);
            if (before.isPresent()) {
                return before;
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

    /** 2021.01.19 14:03 입력: a line that begins with a date has its labels behind. */
    private static Optional<Published> beforeItsLabel(String line, List<String> labels, Instant bound) {
        String rest = line;
        for (Optional<Published> next = PrintedDate.dayIn(rest, bound);
                next.isPresent();
                next = PrintedDate.dayIn(rest, bound)) {
            Published found = next.get();
            int at = rest.indexOf(found.text());
            if (rest == line && at > 1) {
                return Optional.empty();
            }
            rest = rest.substring(at + found.text().length());
            String behind = rest;
            if (labels.stream().map(behind::indexOf).anyMatch(i -> i >= 0 && i <= FARTHEST_LABEL_BEHIND)
                    && behind.substring(0, Math.min(FARTHEST_LABEL_BEHIND, behind.length()))
                                    .indexOf('|')
                            < 0) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static Optional<Published> after(String line, int at, String label, Instant bound) {
        String rest = line.substring(at);
        return PrintedDate.announcedIn(rest, bound)
                .filter(found -> rest.indexOf(found.text()) - label.length() <= FARTHEST_DATE)
                .filter(found -> noOtherLabel(rest.substring(label.length(), rest.indexOf(found.text()))))
                .map(found -> Published.on(found.on(), rest.substring(0, rest.indexOf(found.text())) + found.text()));
    }

    private static boolean noOtherLabel(String between) {
        return LATER.stream().noneMatch(between::contains) && !between.contains("승인");
    }

    private static Optional<Published> inAddress(Page page, Instant bound) {
        String address = page.url().map(PublicationDate::pathAndQuery).orElse("");
        Matcher m = DAY_IN_ADDRESS.matcher(NUMBER_IN_QUERY.matcher(address).replaceAll(""));
        while (m.find()) {
            Optional<LocalDate> day =
                    day(m.group(1), m.group(2), m.group(3)).filter(d -> PrintedDate.isPlausible(d, bound));
            if (day.isPresent()) {
                return Optional.of(Published.on(day.get(), m.group()));
            }
        }
        Matcher month = MONTH_IN_ADDRESS.matcher(address);
        return month.find()
                ? day(month.group(1), month.group(2), "1")
                        .filter(d -> PrintedDate.isPlausible(d, bound))
                        .map(d -> Published.in(YearMonth.from(d), month.group()))
                : Optional.empty();
    }

    /** Digits that are no date are an article's number. */
    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String pathAndQuery(String url) {
        int host = url.indexOf("://");
        int path = url.indexOf('/', host < 0 ? 0 : host + 3);
        return path < 0 ? "" : url.substring(path);
    }
}
