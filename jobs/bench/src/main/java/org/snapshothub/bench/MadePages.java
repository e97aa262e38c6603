package org.snapshothub.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import org.snapshothub.extract.observation.Station;
import org.snapshothub.extract.observation.Stations;

/**
 * Made-up pages of made-up papers: menus, scripts, a weather widget that all pages of a site and hour share, an article,
 * related links. Page {@code i} is always the same page.
 *
 * @param sites how many papers; each has its own markup of the widget
 * @param bytes about how large a page is
 * @param copies share of the articles that a second paper printed before, with another headline
 */
record MadePages(int sites, int bytes, double copies) {

    private static final ZoneId KST = ZoneId.of("Asia/Seoul");
    private static final String[] SKIES = {"맑음", "구름많음", "흐림", "구름조금"};
    private static final String[] WHO = {"도", "시", "군", "교육청", "소방본부", "농업기술원", "관광재단", "연구원"};
    private static final String[] WHAT = {
        "주민", "축제", "예산", "도로", "버스", "농가", "산업단지", "학교", "병원", "하천", "공원", "시장", "청년", "어르신", "관광객", "기업"
    };
    private static final String SYLLABLES =
            "가강고구금길나남노다대도동두라란로리마목문미바백보봉부비사산상서성소송수시신아안양여연영오온용우원월유은이인일자장전정제조주지진천청초충태평포하한해향현호홍화황";
    private static final String[] HOW = {
        "지원을 늘리기로 했다", "의견을 듣는 자리를 마련했다", "정비를 마쳤다", "점검에 나섰다", "계획을 내놓았다", "협의를 이어 가고 있다", "호응을 얻고 있다", "준비에 들어갔다"
    };

    String url(int i) {
        return "https://paper" + i % sites + ".example.kr/news/" + i;
    }

    String html(int i, Instant captured) {
        ZonedDateTime at = captured.atZone(KST);
        StringBuilder page = new StringBuilder(bytes + 4096);
        page.append("<!DOCTYPE html>\n<html lang=\"ko\"><head><meta charset=\"utf-8\"><title>")
                .append(title(i))
                .append(" - 신문 ")
                .append(i % sites)
                .append("</title><meta property=\"og:title\" content=\"")
                .append(title(i))
                .append("\"><meta property=\"article:published_time\" content=\"")
                .append(at.toLocalDate())
                .append("T09:00:00+09:00\">\n");
        chrome(page, new Random(i % sites), bytes / 4);
        page.append("</head><body><ul class=\"menu\">");
        links(page, new Random(-1 - i % sites), bytes / 6);
        page.append("</ul>\n");
        widget(page, i % sites, at);
        page.append("<article class=\"view\"><h1>").append(title(i)).append("</h1>\n");
        body(page, source(i));
        page.append("</article>\n<ul class=\"related\">");
        links(page, new Random(31L * i), Math.max(0, bytes - bytes / 4 - bytes / 6 - 22_000));
        return page.append("</ul></body></html>\n").toString();
    }

    /** The number of the page whose article this one prints: its own, or that of an earlier page. */
    int source(int i) {
        boolean isCopy = i > sites && new Random(7L * i).nextDouble() < copies;
        return isCopy ? i - 1 - (i % (sites - 1)) : i;
    }

    private static String title(int i) {
        Random random = new Random(13L * i);
        return pick(WHAT, random) + " " + pick(WHAT, random) + " " + i % 997 + "곳 " + pick(WHAT, random) + " 새 단장";
    }

    private static void body(StringBuilder page, int source) {
        Random random = new Random(source);
        for (int paragraph = 0; paragraph < 8; paragraph++) {
            page.append("<p>");
            for (int sentence = 0; sentence < 4; sentence++) {
                sentence(page, random);
            }
            if (paragraph == 3 && source % 20 == 0) {
                page.append("시는 교통카드 데이터를 분석해 ")
                        .append(pick(WHAT, random))
                        .append(" 노선 ")
                        .append(random.nextInt(90) + 2)
                        .append("개를 정했다. ");
            }
            page.append("</p>\n");
        }
    }

    /** Two articles must share as little as real ones do: what a sentence tells of is a made-up name. */
    private static void sentence(StringBuilder page, Random random) {
        page.append(name(random))
                .append(' ')
                .append(pick(WHAT, random))
                .append(' ')
                .append(random.nextInt(9000) + 10)
                .append("명을 위해 ")
                .append(pick(WHO, random))
                .append("는 ")
                .append(name(random))
                .append("과 ")
                .append(name(random))
                .append(" 분야에서 ")
                .append(pick(HOW, random))
                .append(". ");
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        for (int i = random.nextInt(3) + 2; i > 0; i--) {
            name.append(SYLLABLES.charAt(random.nextInt(SYLLABLES.length())));
        }
        return name.toString();
    }

    private static void widget(StringBuilder page, int site, ZonedDateTime at) {
        LocalDate day = at.toLocalDate();
        List<Station> open = Stations.bundled().openOn(day);
        boolean isTable = site % 2 == 1;
        page.append("<div class=\"weather\"><p class=\"date\">")
                .append(String.format("%d.%02d.%02d", day.getYear(), day.getMonthValue(), day.getDayOfMonth()))
                .append("</p>")
                .append(isTable ? "<table>" : "<ul>");
        for (Station station : open) {
            long hour = at.toEpochSecond() / 3600;
            int tenths = Math.floorMod(station.id() * 31L + hour * 7, 260L) > 200
                    ? -(int) Math.floorMod(station.id() + hour, 90L)
                    : (int) Math.floorMod(station.id() * 7L + hour * 3, 300L);
            String temperature = (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10 + "." + Math.abs(tenths) % 10;
            String sky = SKIES[(int) Math.floorMod(station.id() + hour / 3, 4L)];
            String name = station.nameOn(day).orElseThrow();
            page.append(
                    isTable
                            ? "<tr><td class=\"sky\">" + sky + "</td><td class=\"nm\">" + name + "</td><td class=\"t\">"
                                    + temperature + "℃</td></tr>\n"
                            : "<li><i class=\"sky\">" + sky + "</i><span>" + name + "</span><b>" + temperature
                                    + "℃</b></li>\n");
        }
        page.append(isTable ? "</table></div>\n" : "</ul></div>\n");
    }

    private static void chrome(StringBuilder page, Random random, int size) {
        int end = page.length() + size;
        page.append("<style>");
        while (page.length() < end) {
            page.append(".c")
                    .append(Integer.toHexString(random.nextInt()))
                    .append("{margin:")
                    .append(random.nextInt(40))
                    .append("px;color:#")
                    .append(Integer.toHexString(random.nextInt(0xFFFFFF)))
                    .append("}\n");
        }
        page.append("</style>");
    }

    private static void links(StringBuilder page, Random random, int size) {
        // Hangul takes three bytes: a link of some sixty characters is about a hundred bytes.
        int end = page.length() + size * 6 / 10;
        while (page.length() < end) {
            page.append("<li><a href=\"/news/articleView.html?idxno=")
                    .append(random.nextInt(900_000) + 100_000)
                    .append("\">")
                    .append(pick(WHAT, random))
                    .append(' ')
                    .append(pick(WHAT, random))
                    .append(' ')
                    .append(pick(HOW, random))
                    .append("</a></li>\n");
        }
    }

    private static String pick(String[] words, Random random) {
        return words[random.nextInt(words.length)];
    }
}
