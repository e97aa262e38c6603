package org.snapshothub.cli;

import org.apache.spark.sql.SparkSession;
import org.snapshothub.lake.LazySession;
import org.snapshothub.lake.Session;
import org.snapshothub.lake.SparkLine;

/** The session of a command: embedded where the launcher says so, else the one that spark-submit configured. */
final class Spark {

    private Spark() {}

    static boolean isEmbedded() {
        return Boolean.getBoolean("hub.embedded");
    }

    /**
     * The session for what may need none. Only embedded does it wait: a cluster takes an application without a session for
     * one that failed.
     */
    static LazySession ifNeeded() {
        return isEmbedded() ? LazySession.embedded() : LazySession.of(session());
    }

    static SparkSession session() {
        if (isEmbedded()) {
            return Session.embedded();
        }
        SparkLine.running().requireFit();
        return Session.submitted();
    }
}
