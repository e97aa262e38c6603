package org.snapshothub.lake;

import java.net.URL;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which Spark runs, and for which Spark the Delta beside it was made: each of Delta's artefacts belongs to one line.
 *
 * @param spark version of the running Spark, e.g. 4.0.2
 * @param delta where Delta's classes come from; empty without them
 */
public record SparkLine(String spark, Optional<String> delta) {

    private static final Pattern LINE = Pattern.compile("^\\d+\\.\\d+");
    private static final Pattern DELTA_LINE = Pattern.compile("delta-spark_(\\d+\\.\\d+)_");

    /** What is on the class path; asked before any class of theirs is used that other lines may lack. */
    public static SparkLine running() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        URL delta = loader.getResource("io/delta/tables/DeltaTable.class");
        return new SparkLine(
                org.apache.spark.package$.MODULE$.SPARK_VERSION(),
                Optional.ofNullable(delta).map(URL::toString));
    }

    /** {@code USAGE} when they don't fit, instead of a method that is missing in the middle of a run. */
    public void requireFit() {
        String jars = "give spark-submit --jars with the files of jobs/lake/target/delta";
        if (delta.isEmpty()) {
            throw new HubException(Outcome.USAGE, "Delta isn't on the class path; " + jars);
        }
        Matcher line = LINE.matcher(spark);
        Matcher made = DELTA_LINE.matcher(delta.get());
        if (line.find() && made.find() && !line.group().equals(made.group(1))) {
            throw new HubException(
                    Outcome.USAGE,
                    "this is Spark " + spark + ", and its Delta is for Spark " + made.group(1) + "; take Spark "
                            + made.group(1) + ", or build with -Dspark.line=" + line.group() + " and " + jars);
        }
    }
}
