package org.snapshothub.gold;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.snapshothub.gold.KnownStations.Known;

/**
 * Made pages: an hourly feed, a paper with a frozen name table, one in EUC-KR that shows few stations, and
 * files saved without capture; with missing stations, contradictions, copies, stale pages and pages around midnight.
 */
final class WeatherCorpus {

    private static final ZoneId KST = ZoneId.of("Asia/Seoul");
    private static final LocalDate FROZEN = LocalDate.of(2016, 1, 1);
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 30);
    private static final Set<Integer> BUSY = Set.of(0, 1, 2, 4);
    private static final String[] SKIES = {"맑음", "구름조금", "구름많음", "흐림", "비", null};

    private final KnownStations stations;
    private final Random random;
    private final List<ShownPage> pages = new ArrayList<>();

    private WeatherCorpus(KnownStations stations, long seed) {
        this.stations = stations;
        this.random = new Random(seed);
    }

    /** So many days from the next to last of a January on, four of them with the feed of each synoptic hour. */
    static List<ShownPage> of(KnownStations stations, int days, long seed) {
        return new WeatherCorpus(stations, seed).made(days);
    }

    /** Puts pages into a folder, each with its sidecar if it has one. */
    static void write(List<ShownPage> pages, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (ShownPage page : pages) {
            Files.write(folder.resolve(page.file()), page.bytes());
            if (page.sidecar() != null) {
                Files.writeString(folder.resolve(page.file() + ".meta.json"), page.sidecar());
            }
        }
    }

    private List<ShownPage> made(int days) {
        for (int i = 0; i < days; i++) {
            LocalDate day = FIRST.plusDays(i);
            feed(day, 12, 0.1);
            if (BUSY.contains(i)) {
                for (int hour : new int[] {3, 6, 9, 15, 18, 21, 24}) {
                    feed(day, hour, 0.08);
                }
                papers(day);
            }
        }
        return pages;
    }

    private void papers(LocalDate day) {
        for (int copy = 0; copy < 3; copy++) {
            int hour = 6 + random.nextInt(12);
            List<ShownPage.Entry> widget = frozenTable(day);
            // Near-identical copies of one widget under several articles, and a third hour of its own.
            paper(day, hour, widget, at(day, hour, 5));
            paper(day, hour, widget, at(day, hour, 40));
        }
        paper(day, 23, frozenTable(day), at(day.plusDays(1), 0, 12));
        stale(day);
        few(day, 15, at(day, 15, 20));
        few(day, 15, at(day, 15, 20));
        few(day, 24, at(day.plusDays(1), 0, 7));
        List<ShownPage.Entry> saved = current(day, 0.6);
        saved(day, saved);
        saved(day, saved);
        saved(day, current(day, 0.7));
        // The same list once with an hour: the saved ones are copies of it.
        pages.add(text(day, 9, saved, at(day, 9, 30)));
    }

    /** The KMA's feed says day and hour itself. */
    private void feed(LocalDate day, int hour, double missing) {
        List<ShownPage.Entry> entries = current(day, missing);
        StringBuilder xml =
                new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<current xmlns=\"current\">\n"
                        + "<weather year=\"%d\" month=\"%02d\" day=\"%02d\" hour=\"%02d\">\n"
                                .formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), hour));
        for (ShownPage.Entry e : entries) {
            xml.append("<local stn_id=\"%d\" icon=\"01\" desc=\"%s\" ta=\"%s\">%s</local>\n"
                    .formatted(e.id(), e.sky() == null ? "-" : e.sky(), celsius(e), e.name()));
        }
        Instant fetched = hour == 24 ? at(day.plusDays(1), 0, 10) : at(day, hour, 15);
        add(
                "xml",
                "feed",
                fetched,
                "text/xml; charset=utf-8",
                StandardCharsets.UTF_8,
                xml + "</weather>\n</current>\n",
                hour == 24 ? day.plusDays(1) : day,
                hour % 24,
                entries);
    }

    /** A date but no hour, sky and name and temperature in one breath, names as they were when the site was made. */
    private void paper(LocalDate day, int hour, List<ShownPage.Entry> entries, Instant fetched) {
        String html = frame(day, entries);
        add("html", "byeonsan", fetched, "text/html", StandardCharsets.UTF_8, html, day, hour, entries);
    }

    private void stale(LocalDate day) {
        String html = frame(day, frozenTable(day));
        add(
                "html",
                "byeonsan",
                at(day.plusDays(2), 9, 0),
                "text/html",
                StandardCharsets.UTF_8,
                html,
                null,
                null,
                List.of());
    }

    private String frame(LocalDate day, List<ShownPage.Entry> entries) {
        StringBuilder html =
                new StringBuilder("<!DOCTYPE html><html lang=\"ko\"><head><meta charset=\"utf-8\"><title>변산일보"
                        + "</title></head><body><div class=\"date\">" + printed(day) + "</div><ul class=\"w\">\n");
        for (ShownPage.Entry e : entries) {
            html.append("<li>")
                    .append(e.sky())
                    .append(e.name())
                    .append(celsius(e))
                    .append("℃</li>\n");
        }
        return html + "</ul><p>기사 " + random.nextInt(1_000_000) + "번</p></body></html>\n";
    }

    /** Some stations, name before sky, bytes in the old Korean charset, the hour printed. */
    private void few(LocalDate day, int hour, Instant fetched) {
        List<ShownPage.Entry> entries = current(day, 0.75);
        StringBuilder html = new StringBuilder(
                "<html><head><title>모악신문</title></head><body><p>" + printed(day) + " " + hour + "시 현재</p><div>\n");
        for (ShownPage.Entry e : entries) {
            html.append("<span><b>%s</b> <i>%s</i> <em>%s&deg;C</em></span>\n"
                    .formatted(e.name(), e.sky() == null ? "" : e.sky(), celsius(e)));
        }
        html.append("</div></body></html>\n");
        add(
                "html",
                "moak",
                fetched,
                "text/html; charset=euc-kr",
                Charset.forName("MS949"),
                html.toString(),
                hour == 24 ? day.plusDays(1) : day,
                hour % 24,
                entries);
    }

    /** Saved by hand: a date, no hour, no capture. */
    private void saved(LocalDate day, List<ShownPage.Entry> entries) {
        pages.add(text(day, null, entries, null));
    }

    private ShownPage text(LocalDate day, Integer hour, List<ShownPage.Entry> entries, Instant fetched) {
        StringBuilder text = new StringBuilder(printed(day)).append("\n\n");
        for (ShownPage.Entry e : entries) {
            text.append(e.sky() == null ? "" : e.sky() + " ")
                    .append(e.name())
                    .append(' ')
                    .append(celsius(e))
                    .append("℃\n");
        }
        text.append("\n저장본 ").append(random.nextInt(1_000_000)).append('\n');
        String url = fetched == null ? null : "https://saved.example/" + pages.size();
        return new ShownPage(
                "p%03d.txt".formatted(pages.size()),
                url,
                fetched,
                "text/plain; charset=utf-8",
                StandardCharsets.UTF_8,
                text.toString(),
                day,
                hour,
                entries);
    }

    private void add(
            String form,
            String site,
            Instant fetched,
            String type,
            Charset charset,
            String text,
            LocalDate day,
            Integer hour,
            List<ShownPage.Entry> entries) {
        int number = pages.size();
        String url = "https://www.%s.example/%d".formatted(site, number);
        pages.add(new ShownPage(
                "p%03d.%s".formatted(number, form), url, fetched, type, charset, text, day, hour, entries));
    }

    /** Today's names. */
    private List<ShownPage.Entry> current(LocalDate day, double missing) {
        List<ShownPage.Entry> entries = new ArrayList<>();
        for (Known station : stations.openOn(day)) {
            if (random.nextDouble() >= missing) {
                entries.add(entry(station, station.nameOn(day).orElseThrow()));
            }
        }
        return entries;
    }

    /** The names of 2016; none for what was opened since. Every entry has a sky, so that no dash is unclear. */
    private List<ShownPage.Entry> frozenTable(LocalDate day) {
        List<ShownPage.Entry> entries = new ArrayList<>();
        for (Known station : stations.openOn(day)) {
            if (random.nextDouble() >= 0.05) {
                ShownPage.Entry e = entry(station, station.nameOn(FROZEN).orElse(""));
                entries.add(e.sky() == null ? new ShownPage.Entry(e.id(), e.name(), "흐림", e.tenths()) : e);
            }
        }
        return entries;
    }

    private ShownPage.Entry entry(Known station, String name) {
        int tenths = random.nextInt(4) == 0 ? 0 : random.nextInt(260) - 110;
        return new ShownPage.Entry(station.id(), name, SKIES[random.nextInt(SKIES.length)], tenths);
    }

    private static String celsius(ShownPage.Entry e) {
        return BigDecimal.valueOf(e.tenths(), 1).toPlainString();
    }

    private static String printed(LocalDate day) {
        String weekday = day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.KOREAN);
        return "%d.%02d.%02d (%s)".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), weekday);
    }

    private static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(KST).toInstant();
    }
}
