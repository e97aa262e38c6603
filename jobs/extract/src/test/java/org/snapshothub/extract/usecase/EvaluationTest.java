package org.snapshothub.extract.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    private static final String TOLD = "익산시는 강우 기록을 분석한 ‘도심 침수 구간 예측’으로 빗물받이를 청소했다.";

    @Test
    void countsATitleAsHitWhenMostOfItsLetterPairsAgree() throws IOException {
        Evaluation evaluation = Evaluation.of(read(caseOf("도심 침수 취약 구간 예측", "null")));

        assertThat(evaluation.f1()).isEqualTo(1.0);
        assertThat(evaluation.misses()).isEmpty();
    }

    @Test
    void doesNotScoreWhatTheLabelLeavesOpen() throws IOException {
        assertThat(Evaluation.of(read(caseOf("도심 침수 구간 예측", "null"))).topic()).isNull();
        assertThat(Evaluation.of(read(caseOf("도심 침수 구간 예측", "\"재난안전\""))).topic())
                .isEqualTo(1.0);
    }

    @Test
    void listsWhatWasMissedAndWhatWasFalse() throws IOException {
        Evaluation evaluation = Evaluation.of(read(caseOf("고추 탄저병 예보", "null")));

        assertThat(evaluation.precision()).isZero();
        assertThat(evaluation.misses())
                .containsExactly(
                        new Evaluation.Miss("a", "missed", "고추 탄저병 예보"),
                        new Evaluation.Miss("a", "false", "도심 침수 구간 예측 (quoted-name)"));
    }

    @Test
    void matchesOneToOne() throws IOException {
        String two = "{\"id\":\"a\",\"label\":\"case\",\"text\":\"" + TOLD
                + "\",\"cases\":[{\"title\":\"도심 침수 구간 예측\"},{\"title\":\"도심 침수 구간 예측\"}]}";

        assertThat(Evaluation.of(read(two)).recall()).isEqualTo(0.5);
    }

    @Test
    void sharesPassagesOfOtherLabelsThatYieldACase() throws IOException {
        String near = "{\"label\":\"near\",\"text\":\"" + TOLD
                + "\",\"cases\":[]}\n{\"label\":\"negative\",\"text\":\"비가 온다.\"}";

        assertThat(Evaluation.of(read(near)).falsePositiveShare()).isEqualTo(0.5);
        assertThat(Evaluation.of(read(near)).f1()).isZero();
    }

    @Test
    void givesTheFiguresUnderTheirPublishedNames() throws IOException {
        assertThat(Evaluation.of(read(caseOf("x", "null"))).json().keySet())
                .containsExactly(
                        "passages",
                        "cases",
                        "precision",
                        "recall",
                        "f1",
                        "topic",
                        "organisation",
                        "region",
                        "status",
                        "false_positive_share",
                        "by_label");
    }

    @Test
    void knowsABodyByAnyOfItsNames() throws IOException {
        String line = "{\"label\":\"case\",\"text\":\"전북도는 강우 기록을 분석한 ‘도심 침수 구간 예측’을 마쳤다.\","
                + "\"cases\":[{\"title\":\"도심 침수 구간 예측\",\"organisation\":\"전라북도\"}]}";

        assertThat(Evaluation.of(read(line)).organisation()).isEqualTo(1.0);
    }

    @Test
    void namesTheLineThatIsNoPassage() {
        assertThatThrownBy(() -> read("{\"label\":\"case\",\"text\":\"가\"}\n{\"label\":\"maybe\",\"text\":\"가\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("line 2: ");
    }

    @Test
    void likenessIsDiceOverLettersAlone() {
        assertThat(Similarity.dice("산불 예측", "산불예측!")).isEqualTo(1.0);
        assertThat(Similarity.dice("가나다라", "가나다마")).isCloseTo(2.0 / 3, within(1e-9));
    }

    private static String caseOf(String title, String topic) {
        return "{\"id\":\"a\",\"label\":\"case\",\"text\":\"" + TOLD + "\",\"cases\":[{\"title\":\"" + title
                + "\",\"organisation\":null,\"topic\":" + topic + "}]}";
    }

    private static List<LabelledPassage> read(String lines) throws IOException {
        return LabelledPassage.read(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
    }
}
