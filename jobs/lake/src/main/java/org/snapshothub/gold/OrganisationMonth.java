package org.snapshothub.gold;

import org.snapshothub.lake.Doc;
import org.snapshothub.lake.Table;

/** One row per month and organisation of data-usage cases; not additive. */
public record OrganisationMonth(
        @Doc("YYYY-MM of the article, or unknown") String month,

        @Doc("Key of the organisation; unknown when not identified")
        String organisationId,

        @Doc("Distinct cases (case_key)") long caseCount,
        @Doc("Distinct articles that tell them") long articleCount,
        @Doc("Distinct pages that carry those articles") long pageCount,
        @Doc("Distinct registered domains of those pages") long outletCount) {

    public static final Table<OrganisationMonth> TABLE = Table.of(
                    "gold.use_cases_by_organisation",
                    OrganisationMonth.class,
                    "One row per month and organisation of data-usage cases; not additive.")
            .key("month", "organisation_id")
            .slicedBy("month");
}
