package org.snapshothub.gold;

import org.snapshothub.lake.Doc;
import org.snapshothub.lake.Table;

/** One row per month and region of data-usage cases; not additive. */
public record CaseRegionMonth(
        @Doc("YYYY-MM of the article, or unknown") String month,

        @Doc("Region of application, ISO 3166-2:KR; unknown when not said")
        String regionCode,

        @Doc("Distinct cases (case_key)") long caseCount,
        @Doc("Distinct articles that tell them") long articleCount,
        @Doc("Distinct pages that carry those articles") long pageCount,
        @Doc("Distinct registered domains of those pages") long outletCount) {

    public static final Table<CaseRegionMonth> TABLE = Table.of(
                    "gold.use_cases_by_region",
                    CaseRegionMonth.class,
                    "One row per month and region of data-usage cases; not additive.")
            .key("month", "region_code")
            .slicedBy("month");
}
