package org.snapshothub.publish.site;

import java.util.List;
import org.snapshothub.gold.CaseMonth;
import org.snapshothub.gold.CaseRegionMonth;
import org.snapshothub.gold.CaseSigunguMonth;
import org.snapshothub.gold.OrganisationMonth;
import org.snapshothub.gold.TopicMonth;

/**
 * Everything an edition's bytes depend on: rows of gold, silver and rejects, and the settings. Rows may come in any
 * order.
 *
 * @param settings title, publisher, licence, home region, program version
 * @param weather temperatures and sky
 * @param useCases data-usage cases, already masked
 * @param quality what was refused, and what the numbers rest on
 */
public record SiteContent(SiteSettings settings, Weather weather, UseCases useCases, Quality quality) {

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
     */
    public record Quality(List<RejectCount> rejects, long pagesHeld, Long pagesWithWidget, Long stalePages) {}
}
