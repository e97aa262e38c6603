package org.snapshothub.notebooks;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;

/** Runs a note from top to bottom as often as its forms have options, and gathers what a reader would see go wrong. */
final class NoteRun {

    /** {@code zeppelin.spark.maxResult}: what is beyond it isn't shown. */
    private static final int ROWS = 1_000;

    private final SparkSession spark;
    private final Set<String> faults = new LinkedHashSet<>();

    /** What each paragraph ran last: it needn't run again when a form that it doesn't have is filled in otherwise. */
    private final Map<ZeppelinNote.Paragraph, List<String>> ran = new IdentityHashMap<>();

    private NoteRun(SparkSession spark) {
        this.spark = spark;
    }

    /** The faults of a note, each with the title of its paragraph; for the first {@code fillings} of its forms. */
    static List<String> faults(SparkSession spark, ZeppelinNote note, int fillings) {
        NoteRun run = new NoteRun(spark.newSession());
        IntStream.range(0, fillings).forEach(filling -> run.fill(note, filling));
        return List.copyOf(run.faults);
    }

    private void fill(ZeppelinNote note, int filling) {
        boolean areViewsNew = false;
        for (ZeppelinNote.Paragraph paragraph : note.paragraphs()) {
            List<String> statements = paragraph.fillings().get(filling);
            if (paragraph.interpreter().equals("md")) {
                continue;
            }
            if (!paragraph.interpreter().equals("spark.sql")) {
                fault(paragraph, "no interpreter is called " + paragraph.interpreter());
            } else if (areViewsNew || !statements.equals(ran.put(paragraph, statements))) {
                for (String statement : statements) {
                    areViewsNew |= !showed(paragraph, statement, filling == 0);
                }
            }
        }
    }

    /** Runs a statement; one that shows nothing has made a view. */
    private boolean showed(ZeppelinNote.Paragraph paragraph, String statement, boolean shouldShow) {
        try {
            Dataset<Row> result = spark.sql(statement);
            if (result.columns().length == 0) {
                return false;
            }
            result(paragraph, result, shouldShow);
        } catch (Exception e) {
            // Spark's own exceptions are checked ones that Scala doesn't declare.
            fault(paragraph, String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
        return true;
    }

    private void result(ZeppelinNote.Paragraph paragraph, Dataset<Row> result, boolean shouldShow) {
        Arrays.stream(result.schema().fields())
                .filter(column -> !isScalar(column.dataType()))
                .forEach(column -> fault(
                        paragraph, column.name() + " is " + column.dataType().catalogString()));
        paragraph
                .chart()
                .map(chart -> chart.faults(result.schema()))
                .orElse(List.of())
                .forEach(fault -> fault(paragraph, fault));
        int rows = result.takeAsList(ROWS + 1).size();
        if (rows > ROWS) {
            fault(paragraph, "more than " + ROWS + " rows");
        } else if (rows == 0 && shouldShow) {
            fault(paragraph, "no rows");
        }
    }

    /** Zeppelin prints the others as Scala does, and so otherwise for each Scala. */
    private static boolean isScalar(DataType type) {
        return !(type instanceof ArrayType
                || type instanceof MapType
                || type instanceof StructType
                || type instanceof BinaryType);
    }

    private void fault(ZeppelinNote.Paragraph paragraph, String fault) {
        faults.add(paragraph.title() + ": " + fault);
    }
}
