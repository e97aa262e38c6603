package org.snapshothub.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.snapshothub.Needs;
import org.snapshothub.Repository;

/** The one jar gets along with whatever a Spark has: what it brings lies where nobody else's classes lie. */
class OneJarIT {

    private static final Path TARGET = Repository.path("jobs/lake/target");

    /** Lucene finds its dictionaries and services by the names of its packages; nothing else of it is anywhere near Spark. */
    private static final List<String> OURS =
            List.of("org/snapshothub/", "org/apache/lucene/", "org/tartarus/snowball/");

    @Test
    void allItBringsIsOursOrMovedToAPlaceOfOurs() throws IOException {
        assertThat(classes(TARGET.resolve("snapshot-hub.jar"))).isNotEmpty().allMatch(name -> OURS.stream()
                .anyMatch(name::startsWith));
    }

    @Test
    void noClassOfItIsInASparkHomeOrInTheJarsBesideIt() throws IOException {
        Path home = Path.of(Needs.variable("HUB_SPARK_HOME", "install Spark, e.g. by pip's pyspark"));
        Set<String> ours = classes(TARGET.resolve("snapshot-hub.jar"));
        Map<String, Set<String>> twice = new HashMap<>();
        for (Path folder : List.of(home.resolve("jars"), TARGET.resolve("delta"), TARGET.resolve("s3"))) {
            for (Path jar : jars(folder)) {
                Set<String> both = new TreeSet<>(classes(jar));
                both.retainAll(ours);
                if (!both.isEmpty()) {
                    twice.put(jar.getFileName().toString(), both);
                }
            }
        }
        assertThat(twice).isEmpty();
    }

    @Test
    void theFolderForDeltaHasDeltaAloneAndThatForS3NothingOfDelta() throws IOException {
        assertThat(jars(TARGET.resolve("delta")))
                .hasSize(2)
                .allMatch(jar -> jar.getFileName().toString().startsWith("delta-"));
        assertThat(jars(TARGET.resolve("s3")))
                .anyMatch(jar -> jar.getFileName().toString().startsWith("hadoop-aws-"))
                .noneMatch(jar -> jar.getFileName().toString().startsWith("delta-"));
    }

    @Test
    void theImageForKubernetesIsAskedForTheDeltaThatIsBuilt() throws IOException {
        String properties = Files.readString(Repository.path("conf/kubernetes/spark-kubernetes.conf"));

        assertThat(jars(TARGET.resolve("delta")))
                .allSatisfy(jar -> assertThat(properties).contains("/opt/snapshot-hub/delta/" + jar.getFileName()));
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }

    /** The names of a jar's classes; those for newer Javas under the name they are loaded by. */
    private static Set<String> classes(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .map(name -> name.replaceFirst("^META-INF/versions/\\d+/", ""))
                    .collect(Collectors.toSet());
        }
    }
}
