package org.snapshothub.gold;

import org.snapshothub.lake.Doc;
import org.snapshothub.lake.Table;

/** One row per month and 시·군·구 of application of data-usage cases; not additive. */
public record CaseSigunguMonth(
        @Doc("YYYY-MM of the article, or unknown") String month,

        @Doc("Region of application, ISO 3166-2:KR; unknown when not said")
        String regionCode,

        @Doc("시·군·구 of application; unknown when not said") String sigungu,
        @Doc("Distinct cases (case_key)") long caseCount,
        @Doc("Distinct articles that tell them") long articleCount,
        @Doc("Distinct pages that carry those articles") long pageCount,
        @Doc("Distinct registered domains of those pages") long outletCount) {

    public static final Table<CaseSigunguMonth> TABLE = Table.of(
                    "gold.use_cases_by_sigungu",
                    CaseSigunguMonth.class,
                    "One row per month and 시·군·구 of application of data-usage cases; not additive.")
            .key("month", "region_code", "sigungu")
            .slicedBy("month");
}
