package org.snapshothub.extract.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snapshothub.extract.record.ReferenceFile;

class WeightsTest {

    private static final Path FILE = Path.of("../../data/reference/case_weights.csv");

    @Test
    void addsUpWhatSpeaksForAndAgainst() {
        Weights weights = read("always,,-1\nhead,배치,2.5\nholds,데이터,-0.5\nparticle,,0.25\n");

        Weights.Sum sum = weights.sum();
        sum.accept("always", "");
        sum.accept("head", "배치");
        sum.accept("holds", "데이터");
        sum.accept("holds", "데이터");
        sum.accept("head", "노선");
        sum.accept("particle", "");

        assertThat(sum.total()).isEqualTo(1.25);
        assertThat(Weights.probability(0)).isEqualTo(0.5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "always,,1;head,배치,1;head,배치,2 | case_weights.csv:4: head:배치 stands there twice",
                "always,,1;head,배치,loud | case_weights.csv:3: weight 'loud' is not a number",
                "head,배치,1 | case_weights.csv: no row says always",
            })
    void refusesAFileThatIsNone(String rows, String complaint) {
        assertThatThrownBy(() -> read(rows.replace(';', '\n')))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void givesATraitTheWeightItEarns() {
        List<LabelledPassage> passages = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String author = i % 2 == 0 ? "a" : "b";
            passages.add(passage(author + i, "시는 승하차 자료를 분석해 심야버스 노선을 옮겼다.", "심야버스 노선"));
            passages.add(passage(author + (i + 20), "시는 승하차 자료를 분석해 심야버스 노선을 자랑했다.", null));
        }

        Map<String, Double> weights = new WeightsTrainer(passages).learned();

        assertThat(weights.keySet()).anyMatch(trait -> trait.contains("옮기다") || trait.contains("자랑하다"));
        assertThat(new WeightsTrainer(passages).learned()).isEqualTo(weights);
    }

    /** {@code HUB_FULL=1}: the file is what the passages teach. {@code HUB_TRAIN=1} writes it. */
    @Test
    void theFileIsLearnedFromTheLabelledPassages() throws IOException {
        boolean write = "1".equals(System.getenv("HUB_TRAIN"));
        Assumptions.assumeTrue(
                write || "1".equals(System.getenv("HUB_FULL")), "NOT RUN: it takes a minute; set HUB_FULL=1");
        List<LabelledPassage> passages = new ArrayList<>(labelled("/labels/passages.jsonl"));
        passages.addAll(labelled("/labels/other-hands.jsonl"));
        String learned = WeightsTrainer.file(new WeightsTrainer(passages).learned());
        if (write) {
            Files.writeString(FILE, learned);
        }

        assertThat(learned).isEqualTo(Files.readString(FILE));
    }

    private static List<LabelledPassage> labelled(String resource) throws IOException {
        try (InputStream in = WeightsTest.class.getResourceAsStream(resource)) {
            return LabelledPassage.read(in);
        }
    }

    private static LabelledPassage passage(String id, String text, String title) {
        boolean told = title != null;
        List<LabelledPassage.LabelledCase> cases =
                told ? List.of(new LabelledPassage.LabelledCase(title, null, null, null, null)) : List.of();
        return new LabelledPassage(id, text, told ? "case" : "near", cases, "");
    }

    private static Weights read(String rows) {
        return Weights.read(ReferenceFile.read("case_weights.csv", new StringReader("trait,word,weight\n" + rows)));
    }
}
