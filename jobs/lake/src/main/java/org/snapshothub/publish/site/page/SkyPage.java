package org.snapshothub.publish.site.page;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.snapshothub.publish.site.Facts;
import org.snapshothub.publish.site.ForeignText;
import org.snapshothub.publish.site.Language;
import org.snapshothub.publish.site.Shown;
import org.snapshothub.publish.site.chart.ShareBars;

/** 하늘 상태 of the newest day. */
public record SkyPage(Frame frame, Optional<LocalDate> day, ShareBars chart, List<Row> rows) implements SitePage {

    /** Readings with one sky in one region; share is empty for readings without a sky. */
    public record Row(String region, String sky, String sky3, String style, int n, String share, BigDecimal sort) {

        public boolean isPrinted() {
            return sort != null;
        }
    }

    public static SkyPage of(Frame frame, Facts facts) {
        Language language = frame.language();
        Optional<LocalDate> day = facts.newestDay();
        return new SkyPage(
                frame,
                day,
                day.map(d -> Charts.sky(d, facts.regionCodes(), facts, language))
                        .orElse(ShareBars.of(List.of())),
                day.map(d -> facts.sky(d).stream()
                                .map(row -> new Row(
                                        facts.place(row.regionCode()).in(language),
                                        row.sky() == null
                                                ? language.say("표시 없음", "none printed")
                                                : ForeignText.line(row.sky()),
                                        row.sky3() == null ? "" : row.sky3(),
                                        SkyWords.css(row.sky(), row.sky3()),
                                        row.readingCount(),
                                        row.share() == null ? "" : Shown.percent(row.share()),
                                        row.share()))
                                .toList())
                        .orElse(List.of()));
    }
}
