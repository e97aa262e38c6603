package org.snapshothub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snapshothub.Repository;

class SparkPropertiesTest {

    private Path file;

    @BeforeEach
    void write(@TempDir Path folder) throws IOException {
        file = Files.writeString(folder.resolve("spark.conf"), """
                # About the whole file.

                # Small, so that
                # little is rewritten.
                spark.file.size      64m

                # As many as cores.
                spark.tasks          4
                spark.more.tasks     4
                """);
    }

    @Test
    void whatASessionHasOtherwiseIsToldWithTheReasonAboveIt() {
        assertThat(missedBy(Map.of("spark.file.size", "1g", "spark.tasks", "4", "spark.more.tasks", "4")))
                .containsExactly(
                        new SparkProperties.Property("spark.file.size", "64m", "Small, so that little is rewritten."));
    }

    @Test
    void whatItHasNotIsToldAndLinesWithoutACommentShareTheOneAbove() {
        assertThat(missedBy(Map.of("spark.file.size", "64m")))
                .extracting(SparkProperties.Property::key, SparkProperties.Property::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("spark.tasks", "As many as cores."),
                        org.assertj.core.groups.Tuple.tuple("spark.more.tasks", "As many as cores."));
    }

    @Test
    void aSizeWrittenOtherwiseIsTheSameSize() {
        assertThat(missedBy(Map.of("spark.file.size", "67108864b", "spark.tasks", "4", "spark.more.tasks", "4")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"spark-defaults.conf", "spark-local.conf", "kubernetes/spark-kubernetes.conf"})
    void everyPropertyOfOursHasAReason(String name) {
        assertThat(SparkProperties.read(Repository.path("conf").resolve(name)).properties())
                .isNotEmpty()
                .allSatisfy(property ->
                        assertThat(property.reason()).as(property.key()).isNotBlank());
    }

    private java.util.List<SparkProperties.Property> missedBy(Map<String, String> session) {
        return SparkProperties.read(file).missedBy(key -> Optional.ofNullable(session.get(key)));
    }
}
