package org.snapshothub.silver;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.snapshothub.extract.record.Sha256;
import org.snapshothub.extract.usecase.CaseKey;
import org.snapshothub.extract.usecase.FoundCase;
import org.snapshothub.extract.usecase.UseCaseExtractor;
import org.snapshothub.lake.Job;
import org.snapshothub.lake.JobResult;
import org.snapshothub.lake.Layer;
import org.snapshothub.lake.RecordCodec;
import org.snapshothub.lake.Run;
import org.snapshothub.lake.Slices;
import org.snapshothub.lake.Table;

/** Finds the data-usage cases that each new or changed article tells: {@code silver.articles} → {@code silver.use_cases}. */
public final class ExtractUseCases implements Job {

    static final String NAME = "extract-use-cases";

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
        return "finds the data-usage cases each article tells, with the sentence that tells them";
    }

    @Override
    public List<Table<?>> reads() {
        return List.of(Article.TABLE, ArticleAlias.TABLE);
    }

    @Override
    public List<Table<?>> writes() {
        return List.of(UseCase.TABLE);
    }

    @Override
    public JobResult run(Run run) {
        Run.Position position = run.position(UseCase.TABLE, Article.TABLE);
        boolean isWindowed = !run.options().window().isAll();
        if (position.isCaughtUp() && !isWindowed) {
            return JobResult.nothingNew();
        }
        Dataset<Row> articles = run.lake().read(Article.TABLE);
        Dataset<Row> changed = isWindowed
                ? articles.where(run.options().window().holds("captured_on"))
                : articles.where(col("run_seq").gt(position.consumed()));
        Map<Table<?>, Run.Position> moved = isWindowed ? Map.of() : Map.of(Article.TABLE, position);
        RecordCodec<Article> article = Article.TABLE.codec();
        RecordCodec<UseCase> useCase = UseCase.TABLE.codec();
        Dataset<Row> found = changed.flatMap(
                        (FlatMapFunction<Row, Row>) row -> cases(article.fromRow(row)).stream()
                                .map(useCase::toRow)
                                .iterator(),
                        Encoders.row(useCase.schema()))
                .persist(StorageLevel.MEMORY_AND_DISK());
        try {
            Set<String> touched = new TreeSet<>();
            changed.select("article_id").collectAsList().forEach(r -> touched.add(r.getString(0)));
            long looked = touched.size();
            touched.addAll(gone(run));
            long seq = run.sequence().next();
            KeyedCases keyed = KeyedCases.of(run, found, touched, seq);
            List<Row> marks = found.select("article_id", "captured_on").collectAsList();
            replace(run, keyed, moved, seq);
            long telling = marks.stream().map(m -> m.getString(0)).distinct().count();
            return JobResult.of(looked, marks.size(), 0, looked - telling);
        } finally {
            found.unpersist();
        }
    }

    /** Articles that are no more, merged into others or read anew: what they told goes with them. */
    private static Set<String> gone(Run run) {
        if (run.lake().log(UseCase.TABLE).lastNote().isEmpty()) {
            return Set.of();
        }
        return run
                .lake()
                .read(UseCase.TABLE)
                .select("article_id")
                .join(run.lake().read(Article.TABLE).select("article_id"), new String[] {"article_id"}, "left_anti")
                .distinct()
                .collectAsList()
                .stream()
                .map(r -> r.getString(0))
                .collect(Collectors.toSet());
    }

    private static void replace(Run run, KeyedCases keyed, Map<Table<?>, Run.Position> moved, long seq) {
        if (keyed.articles().isEmpty()) {
            run.slices()
                    .append(UseCase.TABLE, keyed.rows().coalesce(1), run.note(UseCase.TABLE, moved, keyed.days(), seq));
            return;
        }
        String in = keyed.articles().stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "));
        run.slices()
                .replaceWhere(
                        UseCase.TABLE,
                        Slices.predicate("captured_on", keyed.days()) + " AND article_id IN (" + in + ")",
                        keyed.rows().coalesce(1),
                        run.note(UseCase.TABLE, moved, keyed.days(), seq));
    }

    private static List<UseCase> cases(Article article) {
        return UseCaseExtractor.extract(article.title(), article.body()).stream()
                .map(found -> row(article, found))
                .toList();
    }

    private static UseCase row(Article article, FoundCase found) {
        String key = String.join(
                "\n", article.articleId(), found.title(), String.valueOf(found.evidenceBegin()), found.topic());
        return new UseCase(
                Sha256.hex(key),
                CaseKey.of(found.title(), found.organisationId(), article.articleId()),
                article.articleId(),
                found.title(),
                found.topic(),
                found.organisation(),
                found.organisationId(),
                found.regionCode(),
                found.sigungu(),
                found.status().code(),
                found.evidence(),
                found.evidenceBegin(),
                found.evidenceEnd(),
                found.rule(),
                found.confidence(),
                Extractors.VERSION,
                article.runSeq(),
                article.capturedOn());
    }
}
