package org.snapshothub.publish.site.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.snapshothub.gold.RegionDay;
import org.snapshothub.publish.site.DoubtCount;
import org.snapshothub.publish.site.Facts;
import org.snapshothub.publish.site.Glossary;
import org.snapshothub.publish.site.Language;
import org.snapshothub.publish.site.ReadingTally;
import org.snapshothub.publish.site.RejectCount;
import org.snapshothub.publish.site.Shown;
import org.snapshothub.publish.site.SiteContent;
import org.snapshothub.publish.site.chart.Columns;

/** 품질: coverage, what was refused and why, what is doubtful. */
public record QualityPage(
        Frame frame,
        SiteContent.Quality quality,
        ReadingTally tally,
        long rejected,
        List<RejectCount> rejects,
        List<Coverage> coverage,
        List<SiteContent.CaptureDay> captures,
        Columns trend,
        List<Run> runs,
        List<Inferred> inferred)
        implements SitePage {

    /** Runs of which a trend is seen. */
    private static final int RUNS = 60;

    /** Days of coverage a person reads; the file has all. */
    private static final int DAYS = 31;

    /** The whole country's stations of a day. */
    public record Coverage(
            LocalDate day,
            String n,
            String share,
            boolean isPartial,
            int readings,
            int inferredStations,
            int conflictingStations) {}

    /** What a run read, by its number among those that read a page; {@code rate} is things refused per hundred pages. */
    public record Run(int number, SiteContent.RunPages pages, String rate, double sort) {}

    /** A station that was known by its place in the list only, on so many days. */
    public record Inferred(int station, String name, String region, int days) {}

    /** What a reason means, in the language of the page. */
    public String meaning(RejectCount row) {
        return frame.language() == Language.KO
                ? Glossary.bundled().reason(row.reason()).orElse(row.meaning())
                : row.meaning();
    }

    /** What a rule looks at, in the language of the page. */
    public String meaning(DoubtCount row) {
        return Glossary.bundled().rule(row.rule(), frame.language()).orElse("");
    }

    public static QualityPage of(Frame frame, Facts facts) {
        Language language = frame.language();
        SiteContent.Quality quality = facts.content().quality();
        List<Inferred> inferred = new ArrayList<>();
        facts.tally()
                .inferredDays()
                .forEach((id, days) -> inferred.add(facts.station(id)
                        .map(s -> new Inferred(
                                id, s.name(), facts.place(s.regionCode()).in(language), days))
                        .orElse(new Inferred(id, "", "", days))));
        List<Run> runs = runs(quality);
        return new QualityPage(
                frame,
                quality,
                facts.tally(),
                quality.rejects().stream().mapToLong(RejectCount::count).sum(),
                quality.rejects().stream()
                        .sorted(Comparator.comparingLong(RejectCount::count)
                                .reversed()
                                .thenComparing(RejectCount::job)
                                .thenComparing(RejectCount::reason))
                        .toList(),
                facts.history("KR").stream()
                        .sorted(Comparator.comparing(RegionDay::observedOn).reversed())
                        .limit(DAYS)
                        .map(row -> new Coverage(
                                row.observedOn(),
                                row.stationCount() + "/" + row.stationExpected(),
                                Shown.percent(row.coverage()),
                                row.stationCount() < row.stationExpected(),
                                row.readingCount(),
                                facts.tally().inferredOn(row.observedOn()),
                                facts.tally().conflictingOn(row.observedOn())))
                        .toList(),
                quality.captures().stream()
                        .sorted(Comparator.comparing(
                                SiteContent.CaptureDay::day, Comparator.nullsLast(Comparator.reverseOrder())))
                        .limit(DAYS)
                        .toList(),
                Columns.of(runs.subList(Math.max(0, runs.size() - RUNS), runs.size()).stream()
                        .map(run -> new Columns.Value(
                                String.valueOf(run.number()),
                                run.sort(),
                                run.rate(),
                                language.say("실행 ", "run ") + run.number() + ": " + run.rate() + ", n="
                                        + run.pages().pages()))
                        .toList()),
                runs.stream()
                        .sorted(Comparator.comparingInt(Run::number).reversed())
                        .limit(DAYS)
                        .toList(),
                inferred);
    }

    private static List<Run> runs(SiteContent.Quality quality) {
        List<Run> runs = new ArrayList<>();
        for (SiteContent.RunPages run : quality.runs()) {
            BigDecimal rate = BigDecimal.valueOf(run.rejects() * 100)
                    .divide(BigDecimal.valueOf(run.pages()), MathContext.DECIMAL64);
            runs.add(new Run(runs.size() + 1, run, Shown.number(rate), rate.doubleValue()));
        }
        return runs;
    }
}
