package org.snapshothub.silver;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snapshothub.audit.Reject;
import org.snapshothub.audit.Rejects;
import org.snapshothub.bronze.CapturedPage;
import org.snapshothub.extract.article.ArticleExtractor;
import org.snapshothub.extract.article.Fingerprint;
import org.snapshothub.extract.article.PageArticle;
import org.snapshothub.extract.observation.Widget;
import org.snapshothub.extract.observation.WidgetEntry;
import org.snapshothub.extract.observation.WidgetExtractor;
import org.snapshothub.extract.page.Charsets;
import org.snapshothub.extract.page.Decoded;
import org.snapshothub.extract.page.Page;
import org.snapshothub.extract.page.PageReason;
import org.snapshothub.extract.record.Extraction;
import org.snapshothub.extract.record.Recent;
import org.snapshothub.extract.record.Rejected;
import org.snapshothub.lake.Doc;
import org.snapshothub.lake.Run;

/** All extractors on one page: decoded once, parsed once. */
final class Extractors {

    /** Rises with every change of what the extractors find; {@code --reextract} reads older rows again. */
    static final String VERSION = "1.6.1";

    static final ZoneId KST = ZoneId.of("Asia/Seoul");

    /** Pages of a site and hour show the same widget: its digest and its cell are made once for most of them. */
    private static final Recent<Given, Cell> CELLS = new Recent<>(64);

    private record Cell(String digest, String json) {}

    /** A widget by identity: the extractor gives the same object for what it remembers; comparing takes a hundred readings. */
    private static final class Given {
        private final Widget widget;

        Given(Widget widget) {
            this.widget = widget;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Given given && given.widget == widget;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(widget);
        }
    }

    private Extractors() {}

    /** What a page gave: its row, and the rejects beside it. */
    record Look(
            @Doc("The page's row") PageFindings findings,
            @Doc("Things refused on it") List<Reject> rejects) {}

    static Look look(CapturedPage captured, Run.Stamp run, long seq) {
        Decoded decoded = Charsets.decode(captured.content(), captured.contentType());
        List<Reject> rejects = new ArrayList<>();
        if (decoded.isSuspect()) {
            Rejected undecodable = Rejected.of(
                    PageReason.UNDECODABLE,
                    "decoded as " + decoded.charset() + " the text is not readable, " + decoded.replacements()
                            + " characters replaced",
                    decoded.text(),
                    0);
            rejects.add(reject(run, ReadPages.NAME, undecodable, captured));
            return new Look(row(captured, null, null, 1, true, seq), rejects);
        }
        Page page = new Page(captured.url(), captured.fetchTime(), captured.contentType(), decoded.text());
        Extraction<Widget> widget = WidgetExtractor.bundled().extract(page);
        Extraction<PageArticle> article = ArticleExtractor.extract(page);
        widget.rejected().forEach(r -> rejects.add(reject(run, ExtractObservations.NAME, r, captured)));
        article.rejected().forEach(r -> rejects.add(reject(run, ExtractArticles.NAME, r, captured)));
        boolean lost = isLost(widget) || isLost(article);
        PageFindings findings =
                row(captured, widget.found().orElse(null), article.found().orElse(null), rejects.size(), lost, seq);
        return new Look(findings, rejects);
    }

    private static boolean isLost(Extraction<?> extraction) {
        return extraction.found().isEmpty() && !extraction.rejected().isEmpty();
    }

    private static Reject reject(Run.Stamp run, String job, Rejected rejected, CapturedPage page) {
        return Rejects.of(run, job, rejected, page.path(), page.url(), page.pageId(), page.archiveOffset());
    }

    private static PageFindings row(
            CapturedPage page, Widget widget, PageArticle article, int rejects, boolean lost, long seq) {
        Cell cell = widget == null ? null : CELLS.of(new Given(widget), () -> cell(widget));
        return new PageFindings(
                page.pageId(),
                page.url(),
                page.fetchTime(),
                widget == null ? null : widget.observedOn(),
                widget == null ? null : widget.observedHour(),
                cell == null ? null : cell.digest(),
                cell == null ? null : cell.json(),
                article == null ? null : copy(article),
                rejects,
                lost,
                VERSION,
                seq,
                kstDay(page.fetchTime()).orElse(null));
    }

    private static Cell cell(Widget widget) {
        List<WidgetReading> readings =
                widget.entries().stream().map(Extractors::reading).toList();
        return new Cell(widget.digest(), WidgetReading.toJson(readings));
    }

    private static WidgetReading reading(WidgetEntry entry) {
        return new WidgetReading(
                entry.stationId(),
                entry.sky(),
                entry.temperatureC(),
                entry.identifiedBy().code(),
                entry.printed());
    }

    private static ArticleCopy copy(PageArticle article) {
        List<Long> bands = new ArrayList<>();
        for (long band : Fingerprint.of(article.body()).bands()) {
            bands.add(band);
        }
        return new ArticleCopy(
                article.title(),
                article.subtitle(),
                article.body(),
                article.publishedOn(),
                article.publishedMonth(),
                article.publishedPrecision().code(),
                article.publishedText(),
                article.outlet(),
                bands);
    }

    static Optional<LocalDate> kstDay(Instant time) {
        return Optional.ofNullable(time).map(t -> LocalDate.ofInstant(t, KST));
    }
}
