package org.snapshothub.silver;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.xxhash64;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.storage.StorageLevel;
import org.snapshothub.extract.article.Fingerprint;
import org.snapshothub.extract.article.Shingles;
import org.snapshothub.lake.CommitNote;
import org.snapshothub.lake.Job;
import org.snapshothub.lake.JobResult;
import org.snapshothub.lake.Layer;
import org.snapshothub.lake.RecordCodec;
import org.snapshothub.lake.Run;
import org.snapshothub.lake.Slices;
import org.snapshothub.lake.Table;

/**
 * Joins the copies of each article: {@code silver.findings} → {@code silver.articles} and the tables around it.
 *
 * <p>A new copy meets only those that share a band of its signature and are not certainly more than 30 days apart; each
 * such pair is verified by exact similarity, and the groups are the connected components of the verified pairs.
 */
public final class ExtractArticles implements Job {

    static final String NAME = "extract-articles";
    private static final int MAX_DAYS_APART = 30;
    private static final String UNKNOWN = "unknown";

    private static final UserDefinedFunction SHINGLES =
            udf((UDF1<String, byte[]>) body -> Shingles.of(body).packed(), DataTypes.BinaryType);

    private static final UserDefinedFunction ARE_OF_ONE_ARTICLE = udf(
            (UDF2<byte[], byte[], Boolean>)
                    (one, other) -> Shingles.unpacked(one).areOfOneArticle(Shingles.unpacked(other)),
            DataTypes.BooleanType);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Layer layer() {
        return Layer.SILVER;
    }

    @Override
    public String purpose() {
        return "joins the copies of each article, whoever printed them";
    }

    @Override
    public List<Table<?>> reads() {
        return List.of(PageFindings.TABLE);
    }

    @Override
    public List<Table<?>> writes() {
        return List.of(Article.TABLE, ArticlePage.TABLE, ArticleAlias.TABLE, ArticleBand.TABLE);
    }

    @Override
    public JobResult run(Run run) {
        Run.Position position = run.position(Article.TABLE, PageFindings.TABLE);
        boolean isWindowed = !run.options().window().isAll();
        if (position.isCaughtUp() && !isWindowed) {
            return JobResult.nothingNew();
        }
        return new Grouping(run, position).result();
    }

    /** One run's worth of grouping. */
    private static final class Grouping {

        private final Run run;
        private final Run.Position position;
        private final boolean hasArticles;
        private final Map<Table<?>, Run.Position> moved;

        private Grouping(Run run, Run.Position position) {
            this.run = run;
            this.position = position;
            this.hasArticles = run.lake().log(ArticlePage.TABLE).lastNote().isPresent();
            this.moved = run.options().window().isAll() ? Map.of(PageFindings.TABLE, position) : Map.of();
        }

        private JobResult result() {
            Dataset<Row> findings = run.lake().read(PageFindings.TABLE);
            Dataset<Row> looked = findings.where(run.options().window().holds("fetch_date"));
            if (run.options().window().isAll()) {
                looked = looked.where(col("run_seq").gt(position.consumed()));
            }
            Dataset<Row> fresh = looked.where(col("article").isNotNull())
                    .select(
                            col("page_id"),
                            col("fetch_date"),
                            col("article.published_on").as("published_on"),
                            xxhash64(col("article.body")).as("text"),
                            col("article.bands").as("bands"))
                    .persist(StorageLevel.MEMORY_AND_DISK());
            try {
                List<Row> marks = fresh.select("page_id", "fetch_date", "text", "published_on")
                        .collectAsList();
                long lookedAt = looked.count();
                Set<String> emptied = pagesWithoutArticleNow(looked, lookedAt - marks.size());
                if (marks.isEmpty() && emptied.isEmpty()) {
                    run.slices()
                            .append(
                                    Article.TABLE,
                                    run.rows(Article.TABLE, List.of()),
                                    run.note(Article.TABLE, moved, Set.of()));
                    return JobResult.of(lookedAt, 0, 0, lookedAt);
                }
                Dataset<Row> bands = fresh.select(
                        col("page_id"),
                        col("fetch_date"),
                        col("published_on"),
                        coalesce(date_format(col("published_on"), "yyyy-MM"), lit(UNKNOWN))
                                .as("month"),
                        explode(col("bands")).as("band"));
                long written = regroup(bands, marks, emptied);
                return JobResult.of(lookedAt, written, 0, lookedAt - marks.size());
            } finally {
                fresh.unpersist();
            }
        }

        /** Pages that carried an article by an older extractor and carry none by this one. */
        private Set<String> pagesWithoutArticleNow(Dataset<Row> looked, long withoutArticle) {
            if (withoutArticle == 0 || !hasArticles) {
                return Set.of();
            }
            Dataset<Row> none = looked.where(col("article").isNull()).select("page_id");
            return strings(
                    run.lake().read(ArticlePage.TABLE).join(none, "page_id").select("page_id"));
        }

        /**
         * Pages of one text and one day, and the first of them, which meets others for all of them: a page that was
         * captured every hour would meet itself as often.
         */
        private static Map<String, String> twins(List<Row> marks) {
            Map<List<Object>, String> firsts = new HashMap<>();
            marks.forEach(m -> firsts.merge(
                    Arrays.asList(m.get(2), m.get(3)), m.getString(0), (x, y) -> x.compareTo(y) < 0 ? x : y));
            Map<String, String> twins = new HashMap<>();
            for (Row mark : marks) {
                String first = firsts.get(Arrays.asList(mark.get(2), mark.get(3)));
                if (!first.equals(mark.getString(0))) {
                    twins.put(mark.getString(0), first);
                }
            }
            return twins;
        }

        private long regroup(Dataset<Row> bands, List<Row> marks, Set<String> emptied) {
            Groups groups = new Groups();
            marks.forEach(m -> groups.page(m.getString(0)));
            Map<String, String> twins = twins(marks);
            twins.forEach(groups::pair);
            Map<String, LocalDate> dayOf = new HashMap<>();
            marks.forEach(m -> dayOf.put(m.getString(0), day(m.get(1))));
            Set<String> fresh = Set.copyOf(dayOf.keySet());
            Dataset<Row> known = knownBands(bands);
            Set<String> readAgain = alreadyBanded(known, fresh);
            // What an older extractor read on a page finds no copies any more.
            Dataset<Row> others = readAgain.isEmpty()
                    ? known
                    : known.join(broadcast(ids(readAgain)), new String[] {"page_id"}, "left_anti");
            Dataset<Row> firsts = twins.isEmpty()
                    ? bands
                    : bands.join(broadcast(ids(twins.keySet())), new String[] {"page_id"}, "left_anti");
            verifiedPairs(firsts, others, dayOf).forEach(p -> groups.pair(p.getString(0), p.getString(1)));
            addKnownGroups(groups, dayOf, emptied).stream()
                    .filter(fresh::contains)
                    .forEach(readAgain::add);
            readAgain.addAll(emptied);
            writeBands(bands, readAgain);
            return write(groups.components(), dayOf, emptied);
        }

        /** The bands of the months that may hold a copy: a month around each certain day, and the undated ones. */
        private Dataset<Row> knownBands(Dataset<Row> bands) {
            Dataset<Row> all = run.lake().read(ArticleBand.TABLE);
            if (run.lake().log(ArticleBand.TABLE).lastNote().isEmpty()) {
                return all;
            }
            Set<String> months = strings(bands.select("month").distinct());
            if (months.contains(UNKNOWN)) {
                return all;
            }
            Set<String> near = new TreeSet<>(Set.of(UNKNOWN));
            months.forEach(m -> {
                java.time.YearMonth month = java.time.YearMonth.parse(m);
                near.addAll(List.of(
                        month.minusMonths(1).toString(), m, month.plusMonths(1).toString()));
            });
            return all.where(Slices.predicate("month", near));
        }

        private Set<String> alreadyBanded(Dataset<Row> known, Collection<String> pages) {
            if (run.lake().log(ArticleBand.TABLE).lastNote().isEmpty()) {
                return new HashSet<>();
            }
            return strings(known.join(broadcast(ids(pages)), "page_id")
                    .select("page_id")
                    .distinct());
        }

        private Dataset<Row> ids(Collection<String> pages) {
            return run.spark()
                    .createDataset(List.copyOf(pages), Encoders.STRING())
                    .toDF("page_id");
        }

        private List<Row> verifiedPairs(Dataset<Row> bands, Dataset<Row> known, Map<String, LocalDate> dayOf) {
            Dataset<Row> mine = bands.select(
                    col("band"), col("page_id").as("a"), col("published_on").as("a_on"));
            Dataset<Row> all = bands.select(met(lit(false)));
            if (run.lake().log(ArticleBand.TABLE).lastNote().isPresent()) {
                all = all.unionByName(known.select(met(lit(true))));
            }
            Column apart = abs(datediff(col("a_on"), col("b_on")));
            List<Row> met = mine.join(all, "band")
                    .where(col("a").lt(col("b")).or(col("b_known").and(col("a").notEqual(col("b")))))
                    .where(apart.isNull().or(apart.leq(MAX_DAYS_APART)))
                    .groupBy("a", "b", "b_on", "b_day", "b_known")
                    .agg(count(lit(1)).as("shared"))
                    .collectAsList();
            List<Row> candidates = withoutTwins(met);
            candidates.forEach(c -> dayOf.putIfAbsent(c.getAs("b"), day(c.getAs("b_day"))));
            if (candidates.isEmpty()) {
                return List.of();
            }
            Dataset<Row> pairs = run.spark()
                    .createDataFrame(candidates, candidates.get(0).schema())
                    .select(
                            least(col("a"), col("b")).as("one"),
                            greatest(col("a"), col("b")).as("other"));
            Set<String> pages = candidates.stream()
                    .flatMap(c -> Stream.of(c.<String>getAs("a"), c.<String>getAs("b")))
                    .collect(Collectors.toSet());
            // Cut up before the join: a text may stand in many pairs.
            Dataset<Row> texts = copies(pages, dayOf)
                    .select(col("page_id"), SHINGLES.apply(col("article.body")).as("set"));
            return pairs.join(texts.select(col("page_id").as("one"), col("set").as("one_set")), "one")
                    .join(texts.select(col("page_id").as("other"), col("set").as("other_set")), "other")
                    .where(ARE_OF_ONE_ARTICLE.apply(col("one_set"), col("other_set")))
                    .select("one", "other")
                    .collectAsList();
        }

        /**
         * Known pages of one day whose whole signature is the new page's are copies of each other, and in one group
         * since they came: one of them is asked for all.
         */
        private static List<Row> withoutTwins(List<Row> met) {
            List<Row> candidates = new ArrayList<>();
            Map<String, Row> firsts = new HashMap<>();
            for (Row pair : met) {
                boolean isTwin = pair.<Boolean>getAs("b_known") && pair.<Long>getAs("shared") == Fingerprint.BANDS;
                if (isTwin) {
                    firsts.merge(
                            pair.getAs("a") + " " + pair.getAs("b_on"),
                            pair,
                            (x, y) -> x.<String>getAs("b").compareTo(y.getAs("b")) < 0 ? x : y);
                } else {
                    candidates.add(pair);
                }
            }
            candidates.addAll(firsts.values());
            return candidates;
        }

        /** The columns of a page that a new page is held against; two new pages need to meet in one direction only. */
        private static Column[] met(Column isKnown) {
            return new Column[] {
                col("band"),
                col("page_id").as("b"),
                col("published_on").as("b_on"),
                col("fetch_date").as("b_day"),
                isKnown.as("b_known")
            };
        }

        /** The findings of some pages: only the days of their capture are read. */
        private Dataset<Row> copies(Set<String> pages, Map<String, LocalDate> dayOf) {
            Set<String> days = pages.stream()
                    .map(p -> dayOf.get(p) == null ? "" : dayOf.get(p).toString())
                    .collect(Collectors.toSet());
            return run.lake()
                    .read(PageFindings.TABLE)
                    .where(Slices.predicate("fetch_date", days))
                    .where(col("article").isNotNull())
                    .join(broadcast(ids(pages)), "page_id");
        }

        /** The groups that the pages at hand are in already, each with all its pages, which are returned. */
        private Set<String> addKnownGroups(Groups groups, Map<String, LocalDate> dayOf, Set<String> emptied) {
            if (!hasArticles) {
                return Set.of();
            }
            Set<String> pages = new HashSet<>(dayOf.keySet());
            pages.addAll(emptied);
            Dataset<Row> all = run.lake().read(ArticlePage.TABLE);
            Dataset<Row> touched = all.join(broadcast(ids(pages)), "page_id")
                    .select("article_id")
                    .distinct();
            List<Row> members = all.join(broadcast(touched), "article_id")
                    .select("article_id", "page_id", "fetch_date")
                    .collectAsList();
            Map<String, Long> takenSeq = new HashMap<>();
            run.lake()
                    .read(Article.TABLE)
                    .join(broadcast(touched), "article_id")
                    .select("article_id", "taken_seq")
                    .collectAsList()
                    .forEach(r -> takenSeq.put(r.getString(0), r.getLong(1)));
            for (Row member : members) {
                dayOf.putIfAbsent(member.getString(1), day(member.get(2)));
                String id = member.getString(0);
                groups.member(member.getString(1), new Groups.Known(id, takenSeq.getOrDefault(id, Long.MAX_VALUE)));
            }
            return members.stream().map(m -> m.getString(1)).collect(Collectors.toSet());
        }

        /** A page read again has the bands of its new text, and of no other. */
        private void writeBands(Dataset<Row> bands, Set<String> readAgain) {
            CommitNote note = run.note(ArticleBand.TABLE, Map.of(), Set.of());
            if (readAgain.isEmpty()) {
                run.slices().append(ArticleBand.TABLE, bands.coalesce(1), note);
            } else {
                run.slices().replaceWhere(ArticleBand.TABLE, among("page_id", readAgain), bands.coalesce(1), note);
            }
        }

        private long write(List<Groups.Component> components, Map<String, LocalDate> dayOf, Set<String> emptied) {
            long seq = run.sequence().next();
            Map<String, String> articleOf = new HashMap<>();
            Map<String, Long> takenSeq = new HashMap<>();
            Set<String> known = new TreeSet<>();
            List<ArticleAlias> aliases = new ArrayList<>();
            for (Groups.Component component : components) {
                boolean wasTaken = component.takenSeq() != null && component.takenSeq() != Long.MAX_VALUE;
                takenSeq.put(component.articleId(), wasTaken ? component.takenSeq() : seq);
                if (component.takenSeq() != null) {
                    known.add(component.articleId());
                }
                known.addAll(component.dead());
                component.pages().stream()
                        .filter(p -> !emptied.contains(p))
                        .forEach(p -> articleOf.put(p, component.articleId()));
                component.dead().forEach(id -> aliases.add(new ArticleAlias(id, component.articleId(), seq)));
            }
            aliases.addAll(followed(aliases, seq));
            Dataset<Row> groups = grouped(articleOf, takenSeq, dayOf, seq).persist(StorageLevel.MEMORY_AND_DISK());
            try {
                List<Row> marks =
                        groups.select("article.captured_on", "pages.fetch_date").collectAsList();
                Set<String> capturedOn = new TreeSet<>();
                Set<String> fetchDates = new TreeSet<>();
                for (Row mark : marks) {
                    capturedOn.add(mark.isNullAt(0) ? "" : mark.get(0).toString());
                    mark.getList(1).forEach(date -> fetchDates.add(date == null ? "" : date.toString()));
                }
                Dataset<Row> articles = groups.select("article.*");
                Dataset<Row> pages =
                        groups.select(explode(col("pages")).as("p")).select("p.*");
                long pagesSeq = run.sequence().next();
                replace(ArticlePage.TABLE, "fetch_date", fetchDates, known, pages, Map.of(), pagesSeq);
                if (!aliases.isEmpty()) {
                    Set<String> died =
                            aliases.stream().map(ArticleAlias::aliasId).collect(Collectors.toSet());
                    run.slices()
                            .replaceWhere(
                                    ArticleAlias.TABLE,
                                    among("alias_id", died),
                                    run.rows(ArticleAlias.TABLE, aliases),
                                    run.note(ArticleAlias.TABLE, Map.of(), Set.of(), seq));
                }
                replace(Article.TABLE, "captured_on", capturedOn, known, articles, moved, seq);
                return marks.size();
            } finally {
                groups.unpersist();
            }
        }

        /** Ids that died earlier into one that dies now: they lead to the one that lives on. */
        private List<ArticleAlias> followed(List<ArticleAlias> dying, long seq) {
            if (dying.isEmpty() || run.lake().log(ArticleAlias.TABLE).lastNote().isEmpty()) {
                return List.of();
            }
            Map<String, String> successor =
                    dying.stream().collect(Collectors.toMap(ArticleAlias::aliasId, ArticleAlias::articleId));
            return run
                    .lake()
                    .read(ArticleAlias.TABLE)
                    .where(col("article_id").isin(successor.keySet().toArray()))
                    .select("alias_id", "article_id")
                    .collectAsList()
                    .stream()
                    .map(r -> new ArticleAlias(r.getString(0), successor.get(r.getString(1)), seq))
                    .toList();
        }

        private Dataset<Row> grouped(
                Map<String, String> articleOf, Map<String, Long> takenSeq, Map<String, LocalDate> dayOf, long seq) {
            List<Row> assignment = articleOf.entrySet().stream()
                    .map(e -> org.apache.spark.sql.RowFactory.create(
                            e.getKey(), e.getValue(), takenSeq.get(e.getValue())))
                    .toList();
            Dataset<Row> assigned = run.spark()
                    .createDataFrame(
                            assignment,
                            new org.apache.spark.sql.types.StructType()
                                    .add("page_id", DataTypes.StringType)
                                    .add("article_id", DataTypes.StringType)
                                    .add("taken_seq", DataTypes.LongType));
            RecordCodec<Copy> copies = RecordCodec.of(Copy.class);
            RecordCodec<ArticleGroup> groups = RecordCodec.of(ArticleGroup.class);
            return copies(articleOf.keySet(), dayOf)
                    .join(broadcast(assigned), "page_id")
                    .groupByKey((MapFunction<Row, String>) r -> r.getAs("article_id"), Encoders.STRING())
                    .flatMapGroups(
                            (FlatMapGroupsFunction<String, Row, Row>) (id, rows) -> {
                                List<Copy> members = new ArrayList<>();
                                long taken = seq;
                                while (rows.hasNext()) {
                                    Row row = rows.next();
                                    taken = row.<Long>getAs("taken_seq");
                                    members.add(copies.fromRow(row));
                                }
                                return List.of(groups.toRow(ArticleGroup.of(members, taken, seq)))
                                        .iterator();
                            },
                            Encoders.row(groups.schema()));
        }

        /** Puts rows in the place of all that known articles have. Only the partitions that hold one are rewritten. */
        private void replace(
                Table<?> table,
                String partition,
                Set<String> days,
                Set<String> known,
                Dataset<Row> rows,
                Map<Table<?>, Run.Position> consumed,
                long seq) {
            Set<String> held = new TreeSet<>();
            if (!known.isEmpty()) {
                Dataset<Row> asked = run.spark()
                        .createDataset(List.copyOf(known), Encoders.STRING())
                        .toDF("article_id");
                run.lake()
                        .read(table)
                        .join(broadcast(asked), "article_id")
                        .select(partition)
                        .distinct()
                        .collectAsList()
                        .forEach(r -> held.add(r.isNullAt(0) ? "" : r.get(0).toString()));
                days.addAll(held);
            }
            CommitNote note = run.note(table, consumed, days, seq);
            if (held.isEmpty()) {
                run.slices().append(table, rows.coalesce(1), note);
            } else {
                String where = Slices.predicate(partition, held) + " AND " + among("article_id", known);
                run.slices().replaceWhere(table, where, rows.coalesce(1), note);
            }
        }

        private static String among(String column, Collection<String> ids) {
            return ids.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", ", column + " IN (", ")"));
        }

        private static Set<String> strings(Dataset<Row> column) {
            return column.collectAsList().stream().map(r -> r.getString(0)).collect(Collectors.toSet());
        }

        private static LocalDate day(Object cell) {
            return cell == null ? null : LocalDate.parse(cell.toString());
        }
    }
}
