package org.snapshothub.cli;

import org.apache.spark.sql.SparkSession;
import org.snapshothub.lake.Session;

/** The session of a command: embedded where the launcher says so, else the one that spark-submit configured. */
final class Spark {

    private Spark() {}

    static SparkSession session() {
        return Boolean.getBoolean("hub.embedded") ? Session.embedded() : Session.submitted();
    }
}
