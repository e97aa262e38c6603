package org.snapshothub.publish.site;

import java.time.LocalDate;
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
     * @param stalePages pages whose widget prints an older day than that of their capture; null when not counted
     * @param captures the pages by day of their capture
     * @param runs the pages by the run that read them last, the first run first
     * @param doubts readings that a plausibility rule doubts, by rule
     */
    public record Quality(
            List<RejectCount> rejects,
            Long stalePages,
            List<CaptureDay> captures,
            List<RunPages> runs,
            List<DoubtCount> doubts) {

        /** Pages in bronze. */
        public long pagesHeld() {
            return captures.stream().mapToLong(CaptureDay::pages).sum();
        }

        /** Pages from which at least one reading was taken. */
        public long pagesWithWidget() {
            return captures.stream().mapToLong(CaptureDay::widgets).sum();
        }
    }

    /** The pages that one run read, with those of a widget, those lost, and the things refused on them. */
    public record RunPages(long pages, long widgets, long lost, long rejects) {}

    /**
     * The pages captured on one day.
     *
     * @param day null for those whose capture does not say
     * @param widgets pages from which at least one reading was taken
     * @param lost pages of whose widget or article nothing could be taken
     * @param rejects things refused on them
     */
    public record CaptureDay(LocalDate day, long pages, long widgets, long lost, long rejects) {}
}
