package org.snapshothub.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.snapshothub.extract.article.ArticleExtractor;
import org.snapshothub.extract.article.PageArticle;
import org.snapshothub.extract.page.Page;
import org.snapshothub.extract.usecase.UseCaseExtractor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What finding cases costs an article, and that joining copies is linear in articles. */
@Command(
        name = "articles",
        mixinStandardHelpOptions = true,
        description = "Finding cases per article; joining the copies of N and 2N articles, 30 % of them copies.")
final class ArticlesBench implements Callable<Integer> {

    @Option(names = "--pages", defaultValue = "20000", description = "N; default ${DEFAULT-VALUE}.")
    private int pages;

    @Override
    public Integer call() throws Exception {
        MadePages made = new MadePages(20, 24_000, 0.3);
        Instant start = Instant.parse("2026-01-31T15:00:00Z");
        List<PageArticle> articles = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            Page page = new Page(made.url(i), start, "text/html", made.html(i, start));
            ArticleExtractor.extract(page).found().ifPresent(articles::add);
        }
        find(articles);
        Cost once = Cost.of(() -> find(articles));
        System.out.printf(
                Locale.ROOT,
                "finding cases: %.3f CPU-milliseconds an article (%,d articles of %,d characters)%n",
                once.cpu() * 1e3 / articles.size(),
                articles.size(),
                articles.get(0).body().length());
        try (WorkFolder work = WorkFolder.make()) {
            Corpus corpus = new Corpus(made, Math.max(1, pages / 48), start, 2_000);
            HubProcess hub = new HubProcess(Bench.home()).large();
            Path one = corpus.write(work.folder("one"), 0, pages);
            HubProcess.Ran n = hub.run(work.folder("lake-one"), one);
            Path two = corpus.write(work.folder("two"), 0, 2 * pages);
            HubProcess.Ran n2 = hub.run(work.folder("lake-two"), two);
            Figures figures = new Figures("wall s", "N", "2N", "ratio");
            n2.seconds().forEach((job, s) -> {
                double half = n.seconds().get(job);
                figures.row(job, half, s, s / half);
            });
            figures.row(
                    "whole run, CPU-seconds",
                    n.cost().cpu(),
                    n2.cost().cpu(),
                    n2.cost().cpu() / n.cost().cpu());
            figures.print();
        }
        return 0;
    }

    private static void find(List<PageArticle> articles) {
        long found = 0;
        for (PageArticle article : articles) {
            found += UseCaseExtractor.extract(article.title(), article.body()).size();
        }
        if (found == 0) {
            throw new IllegalStateException("the made-up articles tell no case");
        }
    }
}
