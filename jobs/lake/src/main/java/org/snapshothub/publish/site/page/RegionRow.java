package org.snapshothub.publish.site.page;

import java.math.BigDecimal;
import org.snapshothub.gold.RegionDay;
import org.snapshothub.gold.SigunguDay;
import org.snapshothub.publish.site.Facts;
import org.snapshothub.publish.site.Language;
import org.snapshothub.publish.site.Shown;

/**
 * A region's (or 시·군·구's) day as a table shows it. {@code flags} says in what the numbers differ from whole, measured
 * ones; {@code sort} is the exact mean, {@code stations} leads to the stations it is made of.
 */
public record RegionRow(
        String code,
        String name,
        String href,
        String stations,
        String n,
        String coverage,
        boolean isPartial,
        int readings,
        String mean,
        BigDecimal sort,
        String min,
        BigDecimal minSort,
        String minStation,
        String max,
        BigDecimal maxSort,
        String maxStation,
        String sky,
        Flags flags) {

    /** The same with the sky of most readings. */
    RegionRow under(String mostOften) {
        return new RegionRow(
                code,
                name,
                href,
                stations,
                n,
                coverage,
                isPartial,
                readings,
                mean,
                sort,
                min,
                minSort,
                minStation,
                max,
                maxSort,
                maxStation,
                mostOften,
                flags);
    }

    static RegionRow of(RegionDay row, Facts facts, Language language, String home) {
        var place = facts.place(row.regionCode());
        return new RegionRow(
                row.regionCode(),
                language == Language.KO && place.isProvince() ? row.regionName() : place.in(language),
                home + "region/" + row.regionCode() + ".html",
                home + "day/" + row.observedOn() + ".html#" + (place.isProvince() ? row.regionCode() : "stations"),
                row.stationCount() + "/" + row.stationExpected(),
                Shown.percent(row.coverage()),
                row.stationCount() < row.stationExpected(),
                row.readingCount(),
                Shown.number(row.meanC()),
                row.meanC(),
                Shown.number(row.minC()),
                row.minC(),
                row.minStation(),
                Shown.number(row.maxC()),
                row.maxC(),
                row.maxStation(),
                "",
                Flags.of(row, facts));
    }

    static RegionRow of(SigunguDay row, Facts facts, String home) {
        return new RegionRow(
                row.regionCode(),
                row.sigungu(),
                "",
                home + "day/" + row.observedOn() + ".html#" + row.regionCode(),
                row.stationCount() + "/" + row.stationExpected(),
                Shown.percent(row.coverage()),
                row.stationCount() < row.stationExpected(),
                row.readingCount(),
                Shown.number(row.meanC()),
                row.meanC(),
                Shown.number(row.minC()),
                row.minC(),
                row.minStation(),
                Shown.number(row.maxC()),
                row.maxC(),
                row.maxStation(),
                "",
                new Flags(
                        row.orderIdentifiedCount(),
                        facts.isProvisional(row.observedOn()),
                        !row.basis().equals("daily")));
    }
}
