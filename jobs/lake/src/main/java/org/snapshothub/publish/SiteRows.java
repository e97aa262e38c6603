package org.snapshothub.publish;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snapshothub.audit.Reject;
import org.snapshothub.bronze.PullReason;
import org.snapshothub.extract.article.ArticleReason;
import org.snapshothub.extract.observation.ObservationReason;
import org.snapshothub.extract.page.PageReason;
import org.snapshothub.extract.record.Reason;
import org.snapshothub.extract.usecase.Evidence;
import org.snapshothub.gold.CaseMonth;
import org.snapshothub.gold.CaseRegionMonth;
import org.snapshothub.gold.CaseSigunguMonth;
import org.snapshothub.gold.Doubt;
import org.snapshothub.gold.OrganisationMonth;
import org.snapshothub.gold.RegionDay;
import org.snapshothub.gold.TopicMonth;
import org.snapshothub.lake.Lake;
import org.snapshothub.publish.site.CaseShown;
import org.snapshothub.publish.site.DoubtCount;
import org.snapshothub.publish.site.GivenRows;
import org.snapshothub.publish.site.RejectCount;
import org.snapshothub.publish.site.SiteContent;
import org.snapshothub.publish.site.SiteSettings;
import org.snapshothub.silver.Article;
import org.snapshothub.silver.ArticlePage;
import org.snapshothub.silver.UseCase;

/** The rows of the lake that a site shows; of article texts no more than a masked phrase. */
final class SiteRows {

    private static final Map<String, String> MEANINGS = meanings();

    /** What of an article, and of a page that carries it, is shown with a case. */
    private record Told(
            String articleId, String title, LocalDate publishedOn, String publishedMonth, String publishedPrecision) {}

    private record Carrier(String articleId, String outlet, String url) {}

    private record Refused(String job, String reason, String redrivenBy) {

        RejectCount counted() {
            return new RejectCount(job, reason, MEANINGS.getOrDefault(reason, ""), 1, redrivenBy == null ? 1 : 0);
        }
    }

    private record Doubted(String rule, int stationId) {}

    private final Lake lake;

    SiteRows(Lake lake) {
        this.lake = lake;
    }

    SiteContent content(SiteSettings settings, GivenRows given, List<RegionDay> regionDays, Findings findings) {
        List<SiteContent.CaptureDay> captures = findings.captures();
        Set<LocalDate> captured =
                captures.stream().map(SiteContent.CaptureDay::day).collect(Collectors.toSet());
        return new SiteContent(
                settings,
                new LakeWeather(lake, given, regionDays, captured),
                useCases(),
                quality(captures, findings.runs()));
    }

    private SiteContent.UseCases useCases() {
        return new SiteContent.UseCases(
                lake.records(CaseMonth.TABLE),
                lake.records(TopicMonth.TABLE),
                lake.records(CaseRegionMonth.TABLE),
                lake.records(CaseSigunguMonth.TABLE),
                lake.records(OrganisationMonth.TABLE),
                cases());
    }

    /** In the order of their ids; what an article of no case says is passed over as it is read. */
    private List<CaseShown> cases() {
        List<UseCase> cases = lake.records(UseCase.TABLE);
        Set<String> told = cases.stream().map(UseCase::articleId).collect(Collectors.toSet());
        Map<String, Told> articles = lake.snapshot(Article.TABLE)
                .rows(Told.class)
                .filter(article -> told.contains(article.articleId()))
                .collect(Collectors.toMap(Told::articleId, Function.identity()));
        Map<String, List<Carrier>> carriers = lake.snapshot(ArticlePage.TABLE)
                .rows(Carrier.class)
                .filter(page -> told.contains(page.articleId()))
                .collect(Collectors.groupingBy(Carrier::articleId));
        return cases.stream()
                .filter(c -> articles.containsKey(c.articleId()) && carriers.containsKey(c.articleId()))
                .map(c -> shown(c, articles.get(c.articleId()), carriers.get(c.articleId())))
                .sorted(Comparator.comparing(CaseShown::useCaseId))
                .toList();
    }

    private static CaseShown shown(UseCase c, Told article, List<Carrier> carriers) {
        return new CaseShown(
                c.useCaseId(),
                c.caseKey(),
                c.title(),
                c.topic(),
                c.organisation(),
                c.organisationId(),
                c.regionCode(),
                c.sigungu(),
                c.status(),
                Evidence.masked(c.evidence(), c.title()),
                c.rule(),
                c.confidence(),
                c.articleId(),
                article.title(),
                article.publishedOn(),
                article.publishedMonth(),
                article.publishedPrecision(),
                distinct(carriers, Carrier::outlet),
                distinct(carriers, Carrier::url));
    }

    private static List<String> distinct(List<Carrier> carriers, Function<Carrier, String> word) {
        return carriers.stream()
                .map(word)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    private SiteContent.Quality quality(List<SiteContent.CaptureDay> captures, List<SiteContent.RunPages> runs) {
        List<RejectCount> rejects = lake
                .snapshot(Reject.TABLE)
                .rows(Refused.class)
                .collect(Collectors.toMap(r -> List.of(r.job(), r.reason()), Refused::counted, SiteRows::sum))
                .values()
                .stream()
                .sorted(Comparator.comparing(RejectCount::job).thenComparing(RejectCount::reason))
                .toList();
        long stale = rejects.stream()
                .filter(r -> r.reason().equals(ObservationReason.STALE_PAGE.code()))
                .mapToLong(RejectCount::count)
                .sum();
        return new SiteContent.Quality(rejects, stale, captures, runs, doubts());
    }

    private static RejectCount sum(RejectCount a, RejectCount b) {
        return new RejectCount(a.job(), a.reason(), a.meaning(), a.count() + b.count(), a.open() + b.open());
    }

    private List<DoubtCount> doubts() {
        Map<String, List<Doubted>> doubts = lake.snapshot(Doubt.TABLE)
                .rows(Doubted.class)
                .collect(Collectors.groupingBy(Doubted::rule, TreeMap::new, Collectors.toList()));
        return doubts.entrySet().stream()
                .map(rule -> new DoubtCount(
                        rule.getKey(),
                        rule.getValue().size(),
                        rule.getValue().stream()
                                .map(Doubted::stationId)
                                .distinct()
                                .count()))
                .toList();
    }

    private static Map<String, String> meanings() {
        Map<String, String> meanings = new HashMap<>();
        Stream.<Reason[]>of(
                        PullReason.values(), PageReason.values(), ObservationReason.values(), ArticleReason.values())
                .flatMap(Stream::of)
                .forEach(reason -> meanings.put(reason.code(), reason.meaning()));
        return meanings;
    }
}
