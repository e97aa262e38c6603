package org.snapshothub.publish.site.page;

import java.util.Comparator;
import java.util.List;
import org.snapshothub.gold.CaseMonth;
import org.snapshothub.publish.site.Facts;
import org.snapshothub.publish.site.Language;
import org.snapshothub.publish.site.chart.Columns;
import org.snapshothub.publish.site.chart.CountBars;
import org.snapshothub.publish.site.data.CaseScripts;

/** 데이터 활용 사례: counts, and the first of the list. */
public record CasesPage(
        Frame frame,
        CaseMonth total,
        CountBars chart,
        Columns monthly,
        List<CountRow> topics,
        List<CountRow> regions,
        List<CountRow> organisations,
        List<CaseMonth> months,
        List<CaseRow> cases,
        int caseCount,
        int pieces)
        implements SitePage {

    /** What the page holds itself; the others are fetched when they are asked for. */
    public static final int FIRST = 50;

    /** Of a table of counts, which the file has whole: thousands of bodies would be a page of their own. */
    public static final int ROWS = 50;

    public static CasesPage of(Frame frame, Facts facts) {
        Language language = frame.language();
        List<CountRow> topics = CaseCounts.topics(facts, language);
        return new CasesPage(
                frame,
                facts.allCases(),
                CaseCounts.bars(topics),
                CaseCounts.months(facts, language),
                topics,
                CaseCounts.regions(facts, language),
                CaseCounts.organisations(facts, language),
                facts.content().useCases().total().stream()
                        .filter(row -> !row.month().equals("all"))
                        .sorted(Comparator.comparing(CaseMonth::month).reversed())
                        .toList(),
                CaseCounts.newestFirst(facts)
                        .limit(FIRST)
                        .map(c -> CaseRow.of(c, facts, language))
                        .toList(),
                facts.content().useCases().cases().size(),
                CaseScripts.pieces(facts.content().useCases().cases().size()));
    }
}
