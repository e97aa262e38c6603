package org.snapshothub;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.io.TempDir;
import org.snapshothub.lake.Lake;
import org.snapshothub.lake.Session;

/** What a test over a real lake stands on: the one session of this JVM, and a lake of its own on disk. */
public abstract class LakeTest {

    @TempDir
    protected Path folder;

    /** The session as embedded runs have it; made once, ended with the JVM. */
    public static SparkSession spark() {
        SparkSession session = Session.embedded();
        session.sparkContext().setLogLevel("ERROR");
        return session;
    }

    /** A lake in the test's folder, empty at first. */
    protected Lake lake() {
        return new Lake(spark(), folder.resolve("lake").toString());
    }
}
