package org.snapshothub.gold;

import org.snapshothub.lake.Doc;
import org.snapshothub.lake.Table;

/** One row per month and topic of data-usage cases; not additive. */
public record TopicMonth(
        @Doc("YYYY-MM of the article, or unknown") String month,
        @Doc("Theme of data.go.kr") String topic,
        @Doc("Distinct cases (case_key)") long caseCount,
        @Doc("Distinct articles that tell them") long articleCount,
        @Doc("Distinct pages that carry those articles") long pageCount,
        @Doc("Distinct registered domains of those pages") long outletCount) {

    public static final Table<TopicMonth> TABLE = Table.of(
                    "gold.use_cases_by_topic",
                    TopicMonth.class,
                    "One row per month and topic of data-usage cases; not additive.")
            .key("month", "topic")
            .slicedBy("month");
}
