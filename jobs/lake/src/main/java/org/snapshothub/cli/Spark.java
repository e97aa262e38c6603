package org.snapshothub.cli;

import org.apache.spark.sql.SparkSession;
import org.snapshothub.lake.Session;
import org.snapshothub.lake.SparkLine;

/** The session of a command: embedded where the launcher says so, else the one that spark-submit configured. */
final class Spark {

    private Spark() {}

    static boolean isEmbedded() {
        return Boolean.getBoolean("hub.embedded");
    }

    static SparkSession session() {
        if (isEmbedded()) {
            return Session.embedded();
        }
        SparkLine.running().requireFit();
        return Session.submitted();
    }
}
