package org.snapshothub.silver;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.snapshothub.lake.Run;
import org.snapshothub.silver.CaseKeys.Key;
import org.snapshothub.silver.CaseKeys.Told;

/**
 * The cases of a run under their keys, with those of other articles whose key changes by them.
 *
 * <p>Of the lake only the cases of the bodies concerned are looked at: those of the new cases and of the ones replaced.
 *
 * @param rows the cases to be written
 * @param articles the articles whose rows in the lake they replace
 * @param days partitions that hold or get one of these rows; "" for null
 */
record KeyedCases(Dataset<Row> rows, Set<String> articles, Set<String> days) {

    private static final StructType KEYS = new StructType()
            .add("use_case_id", DataTypes.StringType)
            .add("new_key", DataTypes.StringType)
            .add("new_seq", DataTypes.LongType);

    static KeyedCases of(Run run, Dataset<Row> found, Set<String> touched, long seq) {
        if (run.lake().log(UseCase.TABLE).lastNote().isEmpty()) {
            Map<String, Key> keys = CaseKeys.of(told(found, Map.of()), seq);
            return new KeyedCases(keyed(run, found, keys, seq), Set.of(), Set.of());
        }
        Dataset<Row> lake = run.lake().read(UseCase.TABLE);
        Dataset<Row> before = lake.join(broadcast(names(run, touched, "article_id")), "article_id");
        Set<String> bodies = new TreeSet<>(bodies(found));
        bodies.addAll(bodies(before));
        List<Row> known = lake.join(broadcast(names(run, bodies, "organisation_id")), "organisation_id")
                .select("use_case_id", "organisation_id", "title", "case_key", "taken_seq", "article_id")
                .collectAsList();
        Map<String, Key> keyBefore = new HashMap<>();
        known.forEach(r -> keyBefore.put(r.getString(0), new Key(r.getString(3), r.getLong(4))));
        List<Told> all = new ArrayList<>(told(found, keyBefore));
        known.stream()
                .filter(r -> !touched.contains(r.getString(5)))
                .forEach(r -> all.add(
                        new Told(r.getString(0), r.getString(1), r.getString(2), keyBefore.get(r.getString(0)))));
        Map<String, Key> keys = CaseKeys.of(all, seq);
        Set<String> moved = known.stream()
                .filter(r -> !touched.contains(r.getString(5)))
                .filter(r -> !keys.get(r.getString(0)).equals(keyBefore.get(r.getString(0))))
                .map(r -> r.getString(5))
                .collect(Collectors.toSet());
        Set<String> replaced = new TreeSet<>(touched);
        replaced.addAll(moved);
        Dataset<Row> rows = moved.isEmpty()
                ? found
                : found.unionByName(lake.join(broadcast(names(run, moved, "article_id")), "article_id"));
        // An article of which there is nothing yet need not be named when its rows are replaced.
        Set<String> articles = new TreeSet<>();
        Set<String> days = new TreeSet<>();
        lake.join(broadcast(names(run, replaced, "article_id")), "article_id")
                .select("article_id", "captured_on")
                .distinct()
                .collectAsList()
                .forEach(r -> {
                    articles.add(r.getString(0));
                    days.add(day(r.get(1)));
                });
        found.select("captured_on").distinct().collectAsList().forEach(r -> days.add(day(r.get(0))));
        return new KeyedCases(keyed(run, rows, keys, seq), articles, days);
    }

    private static List<Told> told(Dataset<Row> cases, Map<String, Key> keyBefore) {
        return cases
                .where(not(col("organisation_id").isNull()))
                .select("use_case_id", "organisation_id", "title")
                .collectAsList()
                .stream()
                .map(r -> new Told(r.getString(0), r.getString(1), r.getString(2), keyBefore.get(r.getString(0))))
                .toList();
    }

    private static Set<String> bodies(Dataset<Row> cases) {
        return cases
                .select("organisation_id")
                .where(not(col("organisation_id").isNull()))
                .distinct()
                .collectAsList()
                .stream()
                .map(r -> r.getString(0))
                .collect(Collectors.toSet());
    }

    private static String day(Object cell) {
        return cell == null ? "" : cell.toString();
    }

    private static Dataset<Row> names(Run run, Set<String> names, String column) {
        return run.spark().createDataset(List.copyOf(names), Encoders.STRING()).toDF(column);
    }

    /** A case of no known body has its key from its article, and is new with it. */
    private static Dataset<Row> keyed(Run run, Dataset<Row> cases, Map<String, Key> keys, long seq) {
        List<Row> rows = keys.entrySet().stream()
                .map(e -> RowFactory.create(
                        e.getKey(), e.getValue().caseKey(), e.getValue().takenSeq()))
                .toList();
        Dataset<Row> named = run.spark().createDataFrame(rows, KEYS);
        return cases.join(broadcast(named), List.of("use_case_id").toArray(String[]::new), "left_outer")
                .withColumn("case_key", coalesce(col("new_key"), col("case_key")))
                .withColumn("taken_seq", coalesce(col("new_seq"), lit(seq)));
    }
}
