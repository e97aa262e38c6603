package org.snapshothub.extract.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelledPassagesTest {

    private static final Path SHARED = Path.of("../../../shared/samples/passages.jsonl");

    @ParameterizedTest
    @ValueSource(strings = {"precision", "recall", "f1", "topic", "organisation", "region", "status"})
    void staysAboveTheFloorOnOurOwnPassages(String figure) throws IOException {
        Evaluation evaluation = Evaluation.of(ours());

        assertThat((Double) evaluation.json().get(figure))
                .as(evaluation.misses().toString())
                .isGreaterThanOrEqualTo(floor(figure));
    }

    @Test
    void yieldsHardlyAnyCaseOnNearAndNegativePassages() throws IOException {
        assertThat(Evaluation.of(ours()).falsePositiveShare()).isLessThanOrEqualTo(floor("false_positive_share"));
    }

    /** The weights were learned without these: what to expect of a hand that was never read. */
    @Test
    void findsMostCasesOfAnAuthorItWasNotTaughtBy() throws IOException {
        Evaluation evaluation = Evaluation.of(labelled("/labels/unread.jsonl"));

        assertThat(evaluation.f1()).as(evaluation.misses().toString()).isGreaterThanOrEqualTo(0.65);
        assertThat(evaluation.falsePositiveShare()).isLessThanOrEqualTo(0.05);
    }

    @Test
    void ourPassagesAreManyAndOftenNear() throws IOException {
        assertThat(ours()).hasSizeGreaterThanOrEqualTo(150);
        assertThat(ours().stream().filter(p -> p.label().equals("near"))).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void reachesTheGoalOnTheDevelopmentPartOfTheSharedPassages() throws IOException {
        Assumptions.assumeTrue(Files.exists(SHARED), "NOT MEASURED: " + SHARED + " is not beside this repository");
        List<LabelledPassage> development;
        try (InputStream in = Files.newInputStream(SHARED)) {
            development = LabelledPassage.read(in).stream()
                    .filter(p -> p.id().charAt(p.id().length() - 1) < '7')
                    .toList();
        }

        Evaluation evaluation = Evaluation.of(development);

        assertThat(evaluation.f1()).isGreaterThanOrEqualTo(0.85);
        assertThat(evaluation.falsePositiveShare()).isLessThanOrEqualTo(0.03);
    }

    private static List<LabelledPassage> ours() throws IOException {
        return labelled("/labels/passages.jsonl");
    }

    private static List<LabelledPassage> labelled(String resource) throws IOException {
        try (InputStream in = LabelledPassagesTest.class.getResourceAsStream(resource)) {
            return LabelledPassage.read(in);
        }
    }

    private static double floor(String figure) throws IOException {
        Properties floor = new Properties();
        try (InputStream in = LabelledPassagesTest.class.getResourceAsStream("/labels/floor.properties")) {
            floor.load(in);
        }
        return Double.parseDouble(floor.getProperty(figure));
    }
}
