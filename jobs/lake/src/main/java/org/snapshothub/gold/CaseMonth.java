package org.snapshothub.gold;

import org.snapshothub.lake.Doc;
import org.snapshothub.lake.Table;

/** One row per month of data-usage cases, with unknown and all. */
public record CaseMonth(
        @Doc("YYYY-MM of the article, unknown, or all") String month,
        @Doc("Distinct cases (case_key)") long caseCount,
        @Doc("Distinct articles that tell them") long articleCount,
        @Doc("Distinct pages that carry those articles") long pageCount,
        @Doc("Distinct registered domains of those pages") long outletCount) {

    public static final Table<CaseMonth> TABLE = Table.of(
                    "gold.use_cases_total",
                    CaseMonth.class,
                    "One row per month of data-usage cases, with unknown and all.")
            .key("month")
            .slicedBy("month");
}
