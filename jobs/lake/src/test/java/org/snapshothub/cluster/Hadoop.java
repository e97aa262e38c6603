package org.snapshothub.cluster;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FileUtil;
import org.snapshothub.Needs;
import org.snapshothub.Repository;
import org.snapshothub.Subprocess;

/**
 * {@link MiniHadoop}, started once per JVM and ended with it, with the sample under {@code /landing}.
 *
 * @param uri of its HDFS
 * @param conf folder of what a client has to know
 */
record Hadoop(String uri, Path conf) {

    private static final Path FOLDER = Repository.path("jobs/lake/target/it/hadoop");

    private static Hadoop started;

    static synchronized Hadoop started() throws IOException, InterruptedException {
        Needs.full("HDFS and YARN on the loopback take a minute and 2 GiB");
        if (started == null) {
            started = start();
            started.takeIn(Repository.path("data/sample"));
        }
        return started;
    }

    private static Hadoop start() throws IOException, InterruptedException {
        FileUtil.fullyDelete(FOLDER.toFile());
        Files.createDirectories(FOLDER);
        Subprocess program = Subprocess.start(new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Xmx768m",
                        "-XX:TieredStopAtLevel=1",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MiniHadoop.class.getName(),
                        FOLDER.toString()))
                .directory(FOLDER.toFile()));
        Pattern ready = Pattern.compile(Pattern.quote(MiniHadoop.READY) + "(\\S+)");
        String uri = program.awaitSaid(ready, Duration.ofMinutes(2)).group(1);
        return new Hadoop(uri, FOLDER.resolve("conf"));
    }

    private void takeIn(Path sample) throws IOException {
        Configuration configuration = new Configuration();
        FileSystem hdfs = FileSystem.get(URI.create(uri), configuration);
        org.apache.hadoop.fs.Path landing = new org.apache.hadoop.fs.Path(uri + "/landing");
        hdfs.mkdirs(landing);
        try (Stream<Path> files = Files.list(sample)) {
            for (Path file : files.toList()) {
                hdfs.copyFromLocalFile(new org.apache.hadoop.fs.Path(file.toUri()), landing);
            }
        }
    }
}
