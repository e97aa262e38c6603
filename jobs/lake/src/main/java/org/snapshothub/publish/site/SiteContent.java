package org.snapshothub.publish.site;

import java.time.LocalDate;
import java.util.List;
import org.snapshothub.gold.CaseMonth;
import org.snapshothub.gold.CaseRegionMonth;
import org.snapshothub.gold.CaseSigunguMonth;
import org.snapshothub.gold.OrganisationMonth;
import org.snapshothub.gold.RegionDay;
import org.snapshothub.gold.RegionMonth;
import org.snapshothub.gold.SigunguDay;
import org.snapshothub.gold.SkyShare;
import org.snapshothub.gold.StationDay;
import org.snapshothub.gold.StationMonth;
import org.snapshothub.gold.TopicMonth;
import org.snapshothub.silver.Observation;

/**
 * Everything an edition's bytes depend on: rows of gold, silver and rejects, and the settings. Rows may come in any
 * order, save where it says so.
 *
 * @param settings title, publisher, licence, home region, program version
 * @param weather temperatures and sky
 * @param useCases data-usage cases, already masked
 * @param quality what was refused, and what the numbers rest on
 */
public record SiteContent(SiteSettings settings, Weather weather, UseCases useCases, Quality quality) {

    /**
     * Temperatures and sky.
     *
     * @param closedThrough last day that is over in the data; the days after it are shown as provisional. Null when
     *     no day is known to be over
     * @param stations where the stations of the rows stand
     * @param observations walked once, in the order of observed_on: a list, or rows fetched as the writer asks
     * @param pages the pages that {@code observations} name, for the way from a number to its source
     */
    public record Weather(
            LocalDate closedThrough,
            List<StationPlace> stations,
            List<StationDay> stationDays,
            List<RegionDay> regionDays,
            List<SigunguDay> sigunguDays,
            List<RegionMonth> regionMonths,
            List<StationMonth> stationMonths,
            List<SkyShare> sky,
            Iterable<Observation> observations,
            List<PageReferred> pages) {}

    /** Counts as gold has them, and the cases behind them as far as they may be shown. */
    public record UseCases(
            List<CaseMonth> total,
            List<TopicMonth> byTopic,
            List<CaseRegionMonth> byRegion,
            List<CaseSigunguMonth> bySigungu,
            List<OrganisationMonth> byOrganisation,
            List<CaseShown> cases) {}

    /**
     * What was refused, and what the numbers rest on.
     *
     * @param pagesHeld pages in bronze
     * @param pagesWithWidget pages from which at least one reading was taken; null when not counted
     * @param stalePages pages whose widget prints an older day than that of their capture; null when not counted
     * @param doubts readings that a plausibility rule doubts, by rule
     */
    public record Quality(
            List<RejectCount> rejects,
            long pagesHeld,
            Long pagesWithWidget,
            Long stalePages,
            List<DoubtCount> doubts) {}
}
