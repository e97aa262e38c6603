package org.snapshothub.bronze;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.snapshothub.audit.Reject;
import org.snapshothub.audit.Rejects;
import org.snapshothub.extract.page.Capture;
import org.snapshothub.extract.page.DeclaredDigest;
import org.snapshothub.extract.page.Item;
import org.snapshothub.lake.Doc;
import org.snapshothub.lake.Lake;
import org.snapshothub.lake.RecordCodec;
import org.snapshothub.lake.Run;
import org.snapshothub.lake.Slices;

/**
 * Revisit records made whole: the page fetched again is the original's content under its own address and time.
 *
 * <p>The driver matches them without any content, which a crawl that mostly found pages unchanged would fill it with; the
 * contents are joined by the executors.
 */
final class Revisits {

    private static final byte[] NO_CONTENT = new byte[0];

    private final Run run;
    private final String job;

    Revisits(Run run, String job) {
        this.run = run;
        this.job = job;
    }

    /** Pages of the revisits whose original the lake holds, and the others, each with its reject. */
    record Resolved(List<Referring> pages, List<Lone> lone) {}

    /** A revisit without its original. */
    record Lone(Taken.Revisit revisit, Reject reject) {}

    /** A page whose content is that of another. */
    record Referring(
            @Doc("The page of the lake that holds its content")
            String contentOf,

            @Doc(value = "The KST day of that page", nullable = true)
            LocalDate contentDate,

            @Doc("The page, without its content") CapturedPage page) {

        static Referring itself(CapturedPage page) {
            return new Referring(page.pageId(), page.fetchDate(), page);
        }
    }

    /** Each with the reject it will be where its original is not there. */
    List<Lone> refused(List<Taken.Revisit> revisits) {
        Map<List<Object>, Integer> there = new HashMap<>();
        return revisits.stream()
                .map(r -> {
                    int ordinal = there.merge(List.of(r.path(), r.archiveOffset()), 1, Integer::sum) - 1;
                    Item.Refused lone = item(r).lone(ordinal);
                    return new Lone(
                            r,
                            Rejects.of(run.stamp(), job, lone.rejected(), r.path(), lone.url(), null, lone.offset()));
                })
                .toList();
    }

    /** Revisits of revisits too: a page just resolved may be the original of the next. */
    Resolved resolve(List<Lone> revisits, long seq) {
        Originals originals = new Originals(originals(revisits));
        List<Referring> pages = new ArrayList<>();
        List<Lone> left = revisits;
        int before;
        do {
            before = left.size();
            List<Lone> still = new ArrayList<>();
            for (Lone lone : left) {
                Optional<Referring> original = originals.of(lone.revisit());
                original.ifPresent(o -> {
                    Referring page = page(lone.revisit(), o, seq);
                    pages.add(page);
                    originals.add(page);
                });
                if (original.isEmpty()) {
                    still.add(lone);
                }
            }
            left = still;
        } while (left.size() < before && !left.isEmpty());
        return new Resolved(pages, left);
    }

    /** The rows of the pages, with the contents they refer to. */
    Dataset<Row> rows(List<Referring> pages) {
        Set<String> days = pages.stream()
                .map(p -> p.contentDate() == null ? "" : p.contentDate().toString())
                .collect(Collectors.toSet());
        RecordCodec<Referring> codec = RecordCodec.of(Referring.class);
        Dataset<Row> referring = run.spark()
                .createDataFrame(pages.stream().map(codec::toRow).toList(), codec.schema())
                .select("content_of", "page.*")
                .drop("content");
        Dataset<Row> contents = run.lake()
                .read(CapturedPage.TABLE)
                .where(Slices.predicate("fetch_date", days))
                .select(col("page_id").as("content_of"), col("content"));
        Column[] columns = Stream.of(CapturedPage.TABLE.schema().fieldNames())
                .map(name -> col(name))
                .toArray(Column[]::new);
        return contents.join(broadcast(referring), "content_of").select(columns);
    }

    /** Pages that may be meant; only of the days that the revisits name, where all name one. */
    private List<CapturedPage> originals(List<Lone> revisits) {
        Dataset<Row> pages = run.lake().read(CapturedPage.TABLE).withColumn("content", lit(NO_CONTENT));
        if (revisits.stream().allMatch(r -> r.revisit().originalTime() != null)) {
            pages = pages.where(Slices.predicate(
                    "fetch_date",
                    revisits.stream()
                            .map(r -> LocalDate.ofInstant(r.revisit().originalTime(), TakeInputs.KST)
                                    .toString())
                            .collect(Collectors.toSet())));
        }
        return Stream.concat(
                        with(pages, "url", revisits, Taken.Revisit::originalUrl).stream(),
                        with(pages, "payload_digest", revisits, Taken.Revisit::payloadDigest).stream())
                .toList();
    }

    private List<CapturedPage> with(
            Dataset<Row> pages, String column, List<Lone> revisits, Function<Taken.Revisit, String> value) {
        List<String> wanted = revisits.stream()
                .map(Lone::revisit)
                .map(value)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (wanted.isEmpty()) {
            return List.of();
        }
        Dataset<Row> asked =
                run.spark().createDataset(wanted, Encoders.STRING()).toDF(column);
        return Lake.records(CapturedPage.TABLE, pages.join(broadcast(asked), column));
    }

    /** What may be referred to, by address and by digest. */
    private static final class Originals {

        private static final Comparator<Referring> LATEST = Comparator.comparing(
                        (Referring r) -> r.page().fetchTime(), Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(r -> r.page().pageId());

        private final Map<String, List<Referring>> byUrl = new HashMap<>();
        private final Map<String, List<Referring>> byDigest = new HashMap<>();

        private Originals(List<CapturedPage> pages) {
            pages.forEach(page -> add(Referring.itself(page)));
        }

        private void add(Referring original) {
            CapturedPage page = original.page();
            if (page.url() != null) {
                byUrl.computeIfAbsent(page.url(), u -> new ArrayList<>()).add(original);
            }
            if (page.payloadDigest() != null) {
                byDigest.computeIfAbsent(DeclaredDigest.plain(page.payloadDigest()), d -> new ArrayList<>())
                        .add(original);
            }
        }

        /** The latest at the address referred to; where none is there, one elsewhere of equal payload. */
        private Optional<Referring> of(Taken.Revisit revisit) {
            String digest = DeclaredDigest.plain(revisit.payloadDigest());
            return byUrl.getOrDefault(revisit.originalUrl(), List.of()).stream()
                    .filter(o -> isMeant(revisit, digest, o.page()))
                    .max(LATEST)
                    .or(() -> digest == null
                            ? Optional.empty()
                            : byDigest.getOrDefault(digest, List.of()).stream().max(LATEST));
        }

        /** Of the payload and the time that the revisit names; without a time, of no later one than its own. */
        private static boolean isMeant(Taken.Revisit revisit, String digest, CapturedPage page) {
            Instant named = seconds(revisit.originalTime());
            boolean isOfTime = named != null
                    ? named.equals(page.fetchTime())
                    : revisit.fetchTime() == null
                            || page.fetchTime() == null
                            || !page.fetchTime().isAfter(revisit.fetchTime());
            boolean isOfPayload = digest == null
                    || (page.payloadDigest() == null && named != null)
                    || digest.equals(DeclaredDigest.plain(page.payloadDigest()));
            return isOfTime && isOfPayload;
        }

        /** Captures are told to the second, whatever their archives say. */
        private static Instant seconds(Instant time) {
            return time == null ? null : time.truncatedTo(ChronoUnit.SECONDS);
        }
    }

    private static Item.Revisit item(Taken.Revisit r) {
        return new Item.Revisit(
                r.url(),
                r.fetchTime(),
                r.status(),
                r.payloadDigest(),
                r.originalUrl(),
                r.originalTime(),
                r.path(),
                r.archiveOffset(),
                r.archiveLength());
    }

    private Referring page(Taken.Revisit revisit, Referring original, long seq) {
        CapturedPage o = original.page();
        Capture capture = item(revisit)
                .resolvedBy(new Capture(
                        o.url(),
                        o.fetchTime(),
                        o.fetchStatus(),
                        o.contentType(),
                        NO_CONTENT,
                        o.contentTruncated(),
                        o.contentDigest(),
                        o.archive(),
                        o.archiveOffset(),
                        o.archiveLength()));
        CapturedPage page = new CapturedPage(
                capture.pageId(),
                revisit.source(),
                capture.url(),
                capture.fetchTime(),
                capture.status(),
                NO_CONTENT,
                o.contentLength(),
                capture.truncated(),
                capture.contentDigest(),
                capture.contentType(),
                o.contentCharset(),
                o.charsetSource(),
                o.replacementCount(),
                revisit.path(),
                capture.archive(),
                capture.archiveOffset(),
                capture.archiveLength(),
                o.payloadDigest(),
                run.id(),
                seq,
                capture.fetchTime() == null ? null : LocalDate.ofInstant(capture.fetchTime(), TakeInputs.KST));
        return new Referring(original.contentOf(), original.contentDate(), page);
    }
}
