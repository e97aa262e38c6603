package org.snapshothub.silver;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.snapshothub.extract.article.Fingerprint;
import org.snapshothub.lake.Lake;
import org.snapshothub.lake.Progress;
import org.snapshothub.lake.Run;
import org.snapshothub.lake.Sequence;
import org.snapshothub.lake.Settings;
import org.snapshothub.lake.Slices;
import org.snapshothub.lake.Table;

/** A lake into which pages arrive in batches, each followed by the two jobs that group articles and find cases. */
final class Arrivals {

    private static final List<Table<?>> TABLES = List.of(
            PageFindings.TABLE, Article.TABLE, ArticlePage.TABLE, ArticleAlias.TABLE, ArticleBand.TABLE, UseCase.TABLE);

    private final Lake lake;
    private final Settings settings;

    /** A page as it is found: its id, the day printed on it or null, its text or null when it holds no article. */
    record Told(String pageId, LocalDate publishedOn, String body) {}

    Arrivals(Lake lake, Settings settings) {
        this.lake = lake;
        this.settings = settings;
        lake.create(TABLES);
    }

    void take(List<Told> pages) {
        take(pages, false);
    }

    /** Pages that were taken before, as a newer extractor reads them. */
    void readAgain(List<Told> pages) {
        take(pages, true);
    }

    private void take(List<Told> pages, boolean again) {
        Sequence sequence = new Sequence(lake, TABLES);
        Slices slices = new Slices(lake, () -> {});
        Run run = new Run("run", Instant.EPOCH, lake, settings, Run.Options.NONE, sequence, slices, Progress.SILENT);
        long seq = sequence.next();
        List<PageFindings> rows = pages.stream().map(p -> found(p, seq)).toList();
        String before = again
                ? pages.stream().map(p -> "'" + p.pageId() + "'").collect(Collectors.joining(", ", "page_id IN (", ")"))
                : "false";
        slices.replaceWhere(
                PageFindings.TABLE,
                before,
                run.rows(PageFindings.TABLE, rows),
                run.note(PageFindings.TABLE, Map.of(), Set.of(), seq));
        new ExtractArticles().run(run);
        new ExtractUseCases().run(run);
    }

    private static PageFindings found(Told page, long seq) {
        ArticleCopy copy = page.body() == null ? null : copy(page);
        return new PageFindings(page.pageId(), null, null, null, null, null, null, copy, 0, false, "test", seq, null);
    }

    private static ArticleCopy copy(Told page) {
        List<Long> bands = new ArrayList<>();
        for (long band : Fingerprint.of(page.body()).bands()) {
            bands.add(band);
        }
        LocalDate on = page.publishedOn();
        return new ArticleCopy(
                "제목",
                null,
                page.body(),
                on,
                on == null ? null : on.toString().substring(0, 7),
                on == null ? "none" : "day",
                null,
                null,
                bands);
    }

    /** The pages of each article. */
    Set<Set<String>> articles() {
        return Set.copyOf(pagesOf().values());
    }

    Map<String, Set<String>> pagesOf() {
        Map<String, Set<String>> pages = new HashMap<>();
        lake.records(ArticlePage.TABLE).forEach(p -> pages.computeIfAbsent(p.articleId(), id -> new TreeSet<>())
                .add(p.pageId()));
        return pages;
    }

    Map<String, String> aliases() {
        return lake.records(ArticleAlias.TABLE).stream()
                .collect(Collectors.toMap(ArticleAlias::aliasId, ArticleAlias::articleId));
    }

    List<UseCase> cases() {
        return lake.records(UseCase.TABLE);
    }

    /** The cases under one key, each named by its title and the pages that tell it. */
    Set<Set<String>> sameCases() {
        Map<String, Set<String>> pages = pagesOf();
        Map<String, Set<String>> same = new HashMap<>();
        cases().forEach(c -> same.computeIfAbsent(c.caseKey(), key -> new TreeSet<>())
                .add(c.title() + " " + pages.get(c.articleId())));
        return new HashSet<>(same.values());
    }
}
