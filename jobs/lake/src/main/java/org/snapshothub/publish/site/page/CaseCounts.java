package org.snapshothub.publish.site.page;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.snapshothub.publish.site.CaseShown;
import org.snapshothub.publish.site.Facts;
import org.snapshothub.publish.site.ForeignText;
import org.snapshothub.publish.site.Glossary;
import org.snapshothub.publish.site.Language;
import org.snapshothub.publish.site.Shown;
import org.snapshothub.publish.site.chart.Columns;
import org.snapshothub.publish.site.chart.CountBars;

/**
 * Cases per topic, region and organisation over all months.
 *
 * <p>Gold counts by month, and months are not additive: a case told in two months would count twice. Over all months
 * the cases themselves are counted, each case_key once, by what its most confident mention says.
 */
final class CaseCounts {

    static final String UNKNOWN = "unknown";

    private static final int MONTHS = 36;

    private static final Comparator<CaseShown> NEWEST_FIRST = Comparator.comparing(
                    CaseCounts::when, Comparator.nullsLast(Comparator.<String>reverseOrder()))
            .thenComparing(CaseShown::title)
            .thenComparing(CaseShown::useCaseId);
    private static final Comparator<CaseShown> SUREST_FIRST =
            Comparator.comparingDouble(CaseShown::confidence).reversed().thenComparing(CaseShown::useCaseId);
    private static final Comparator<CountRow> MOST_FIRST =
            Comparator.comparingLong(CountRow::cases).reversed().thenComparing(CountRow::label);

    private CaseCounts() {}

    /** Newest article first; those without a date last, by title. */
    static Stream<CaseShown> newestFirst(Facts facts) {
        return facts.content().useCases().cases().stream().sorted(NEWEST_FIRST);
    }

    static List<CountRow> topics(Facts facts, Language language) {
        return count(facts, CaseShown::topic, c -> Glossary.bundled().topic(c.topic(), language));
    }

    static List<CountRow> regions(Facts facts, Language language) {
        String notSaid = language.say("본문에 없음", "not said");
        return count(
                facts,
                c -> orUnknown(c.regionCode()),
                c -> c.regionCode() == null
                        ? notSaid
                        : facts.place(c.regionCode()).in(language));
    }

    static List<CountRow> organisations(Facts facts, Language language) {
        String notSaid = language.say("식별되지 않음", "not identified");
        return count(
                facts,
                c -> orUnknown(c.organisationId()),
                c -> c.organisationId() == null
                        ? notSaid
                        : ForeignText.line(
                                c.organisation() == null ? c.organisationId() : c.organisation(),
                                CaseRow.ORGANISATION));
    }

    static CountBars bars(List<CountRow> rows) {
        return CountBars.of(rows.stream()
                .map(row -> new CountBars.Count(row.label(), row.cases(), Shown.count(row.cases())))
                .toList());
    }

    /** Cases by month of their article, the newest three years; a month between two others has none, not nothing. */
    static Columns months(Facts facts, Language language) {
        TreeMap<YearMonth, Long> counts = new TreeMap<>();
        facts.content().useCases().total().stream()
                .filter(row -> Character.isDigit(row.month().charAt(0)))
                .forEach(row -> counts.put(YearMonth.parse(row.month()), row.caseCount()));
        List<Columns.Value> values = new ArrayList<>();
        if (!counts.isEmpty()) {
            YearMonth last = counts.lastKey();
            YearMonth first = counts.firstKey();
            YearMonth month = first.isBefore(last.minusMonths(MONTHS - 1)) ? last.minusMonths(MONTHS - 1) : first;
            for (; !month.isAfter(last); month = month.plusMonths(1)) {
                long n = counts.getOrDefault(month, 0L);
                values.add(new Columns.Value(
                        month.toString().replace('-', '.'),
                        n,
                        Shown.count(n),
                        month + language.say(" 사례 ", " cases ") + n));
            }
        }
        return Columns.of(values);
    }

    private static List<CountRow> count(
            Facts facts, Function<CaseShown, String> key, Function<CaseShown, String> label) {
        List<CaseShown> surest =
                facts.content().useCases().cases().stream().sorted(SUREST_FIRST).toList();
        Map<String, CaseShown> speaker = new HashMap<>();
        surest.forEach(c -> speaker.putIfAbsent(c.caseKey(), c));
        Map<String, Group> groups = new TreeMap<>();
        for (CaseShown mention : surest) {
            CaseShown by = speaker.get(mention.caseKey());
            groups.computeIfAbsent(key.apply(by), k -> new Group(label.apply(by)))
                    .add(mention);
        }
        return groups.entrySet().stream()
                .map(e -> e.getValue().row(e.getKey()))
                .sorted(MOST_FIRST)
                .toList();
    }

    private static String orUnknown(String key) {
        return key == null ? UNKNOWN : key;
    }

    private static String when(CaseShown shown) {
        return shown.publishedOn() != null ? shown.publishedOn().toString() : shown.publishedMonth();
    }

    private static final class Group {
        private final String label;
        private final Set<String> cases = new HashSet<>();
        private final Set<String> articles = new HashSet<>();
        private final Set<String> outlets = new HashSet<>();

        private Group(String label) {
            this.label = label;
        }

        private void add(CaseShown mention) {
            cases.add(mention.caseKey());
            articles.add(mention.articleId());
            outlets.addAll(mention.outlets());
        }

        private CountRow row(String key) {
            return new CountRow(key, label, cases.size(), articles.size(), outlets.size());
        }
    }
}
