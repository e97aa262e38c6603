package org.snapshothub.lake;

import java.util.Optional;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/**
 * The session of a command, made when first asked for: embedded, its start costs more than most commands that can do
 * without.
 */
public final class LazySession {

    private static final String HADOOP = "spark.hadoop.";

    private final Supplier<SparkSession> maker;
    private SparkSession session;

    private LazySession(Supplier<SparkSession> maker) {
        this.maker = maker;
    }

    /** One that has been made. */
    public static LazySession of(SparkSession made) {
        LazySession session = new LazySession(() -> made);
        session.get();
        return session;
    }

    /** One in this JVM. */
    public static LazySession embedded() {
        return new LazySession(Session::embedded);
    }

    synchronized SparkSession get() {
        if (session == null) {
            session = maker.get();
        }
        return session;
    }

    /** The session if it has been made. */
    public synchronized Optional<SparkSession> made() {
        return Optional.ofNullable(session);
    }

    /** How Hadoop reaches its stores: as the session has it, or will have it by the JVM's properties. */
    Configuration hadoop() {
        return made().map(s -> s.sessionState().newHadoopConf()).orElseGet(LazySession::hadoopOfProperties);
    }

    private static Configuration hadoopOfProperties() {
        Configuration hadoop = new Configuration();
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(HADOOP))
                .forEach(name -> hadoop.set(name.substring(HADOOP.length()), System.getProperty(name)));
        return hadoop;
    }
}
