package org.snapshothub.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.HdfsConfiguration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.hadoop.yarn.conf.YarnConfiguration;
import org.apache.hadoop.yarn.server.MiniYARNCluster;

/**
 * HDFS of two DataNodes and YARN of two NodeManagers on the loopback, as a program: {@code MiniHadoop FOLDER}.
 *
 * <p>A JVM of its own, since YARN leaves threads behind that keep one alive. It writes what a client has to know to
 * {@code FOLDER/conf}, says so on stderr, and ends when its stdin does, so that it never outlives who started it.
 */
public final class MiniHadoop {

    /** What it says when both are there. */
    static final String READY = "hdfs and yarn are there: ";

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("yarn.resourcemanager.hostname", "127.0.0.1"),
            Map.entry("yarn.resourcemanager.bind-host", "127.0.0.1"),
            Map.entry("yarn.nodemanager.hostname", "127.0.0.1"),
            Map.entry("yarn.nodemanager.bind-host", "127.0.0.1"),
            Map.entry("yarn.nodemanager.resource.memory-mb", "4096"),
            Map.entry("yarn.nodemanager.vmem-check-enabled", "false"),
            Map.entry("yarn.nodemanager.pmem-check-enabled", "false"),
            // A disk that others have filled is no reason for a test to wait for ever.
            Map.entry("yarn.nodemanager.disk-health-checker.max-disk-utilization-per-disk-percentage", "100"),
            Map.entry("yarn.resourcemanager.nodemanagers.heartbeat-interval-ms", "100"),
            Map.entry("yarn.scheduler.minimum-allocation-mb", "128"),
            Map.entry("yarn.scheduler.capacity.root.queues", "default"),
            Map.entry("yarn.scheduler.capacity.root.default.capacity", "100"),
            Map.entry("yarn.scheduler.capacity.maximum-am-resource-percent", "0.8"));

    private MiniHadoop() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        try {
            start(folder);
            while (System.in.read() >= 0) {
                continue;
            }
        } catch (IOException | RuntimeException | LinkageError e) {
            e.printStackTrace();
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }

    private static void start(Path folder) throws IOException {
        Configuration asked = new HdfsConfiguration();
        asked.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.resolve("hdfs").toString());
        MiniDFSCluster hdfs = new MiniDFSCluster.Builder(asked).numDataNodes(2).build();
        // Not that of HDFS: it names a class for the topology that only a mini cluster has.
        YarnConfiguration resources = new YarnConfiguration();
        resources.set("fs.defaultFS", hdfs.getURI().toString());
        SETTINGS.forEach(resources::set);
        System.setProperty("test.build.data", folder.resolve("yarn").toString());
        MiniYARNCluster yarn = new MiniYARNCluster("hub", 2, 1, 1);
        yarn.init(resources);
        yarn.start();
        Path conf = Files.createDirectories(folder.resolve("conf"));
        try (OutputStream core = Files.newOutputStream(conf.resolve("core-site.xml"));
                OutputStream site = Files.newOutputStream(conf.resolve("yarn-site.xml"))) {
            Configuration client = new Configuration(false);
            client.set("fs.defaultFS", hdfs.getURI().toString());
            client.writeXml(core);
            yarn.getConfig().writeXml(site);
        }
        System.err.println(READY + hdfs.getURI());
    }
}
