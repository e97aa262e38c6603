package org.snapshothub.extract.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.snapshothub.extract.article.ArticleExtractor;
import org.snapshothub.extract.article.PageArticle;
import org.snapshothub.extract.page.Page;

class UseCaseExtractorTest {

    private static final Path SEED = Path.of("../../data/sample/2026-01-18.txt");

    @Test
    void findsTheThreeCasesOfTheSeedAndNothingElse() throws IOException {
        PageArticle article = ArticleExtractor.extract(new Page(null, null, "text/plain", Files.readString(SEED)))
                .found()
                .orElseThrow();

        List<FoundCase> found = UseCaseExtractor.extract(article.title(), article.body());

        assertThat(found)
                .extracting(FoundCase::title)
                .containsExactly("공동주택 관리비 투명성 제고", "전기차 충전소 입지 선정", "실업급여 부정수급 방지");
        assertThat(found).extracting(FoundCase::topic).containsExactly("국토관리", "교통물류", "산업고용");
        assertThat(found).allSatisfy(one -> {
            assertThat(one.status()).isEqualTo(Status.MENTIONED);
            assertThat(one.organisation()).isNull();
            assertThat(one.organisationId()).isNull();
            assertThat(one.regionCode()).isNull();
            assertThat(one.sigungu()).isNull();
        });
    }

    @Property(tries = 60)
    void everyTitleStandsInItsEvidenceAndTheEvidenceInTheBody(@ForAll("bodies") String body) {
        for (FoundCase found : UseCaseExtractor.extract(null, body)) {
            assertThat(found.evidence()).contains(found.title());
            int begin = body.offsetByCodePoints(0, found.evidenceBegin());
            int end = body.offsetByCodePoints(0, found.evidenceEnd());
            assertThat(body.substring(begin, end)).isEqualTo(found.evidence());
            assertThat(found.confidence()).isBetween(0.0, 1.0);
            assertThat(Topics.bundled().all()).contains(found.topic());
        }
    }

    @Provide
    static Arbitrary<String> bodies() throws IOException {
        Arbitrary<String> passage = Arbitraries.of(passages());
        Arbitrary<String> noise = Arbitraries.of(
                "👩‍👩‍👧 🇰🇷 ",
                "\u202Eabc\u202C ",
                "<b>데이터</b> ",
                "‘",
                "’ ",
                "등 ",
                "▲",
                "\n",
                "(",
                "1. ",
                "Data was analysed. ");
        return Arbitraries.oneOf(passage, noise)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    private static List<String> passages() throws IOException {
        try (InputStream in = UseCaseExtractorTest.class.getResourceAsStream("/labels/passages.jsonl")) {
            return LabelledPassage.read(in).stream().map(LabelledPassage::text).toList();
        }
    }

    @Test
    void countsEvidenceInCodePoints() {
        String body = "👩‍👩‍👧 행사다.\n익산시는 강우 기록을 분석한 ‘도심 침수 구간 예측’을 마쳤다.";

        FoundCase found = UseCaseExtractor.extract(null, body).get(0);

        assertThat(found.evidenceBegin()).isEqualTo("👩‍👩‍👧 행사다.\n".codePointCount(0, "👩‍👩‍👧 행사다.\n".length()));
        assertThat(found.evidence()).startsWith("익산시는").endsWith("마쳤다.");
    }

    @Test
    void readsDecomposedHangul() {
        String decomposed =
                java.text.Normalizer.normalize("익산시는 강우 기록을 분석한 ‘도심 침수 구간 예측’을 마쳤다.", java.text.Normalizer.Form.NFD);

        assertThat(UseCaseExtractor.extract(null, decomposed))
                .extracting(FoundCase::title)
                .containsExactly("도심 침수 구간 예측");
    }

    @Test
    void aFullNameInTheHeadlineSaysWhichCityTheCityIs() {
        FoundCase found = UseCaseExtractor.extract("남원시, 산불 막는다", "시는 입산객 자료를 분석해 산불감시원 순찰 동선을 다시 정했다.")
                .get(0);

        assertThat(found.organisationId()).isEqualTo("KR-45-남원시");
    }

    @Test
    void aParagraphOfFiveMegabytesTakesLinearTime() {
        String sentence = "시는 교통카드 자료를 분석해 심야버스 노선을 조정했다. ";
        long small = nanosFor(sentence.repeat(2_000));
        long large = nanosFor(sentence.repeat(16_000));

        assertThat(large).isLessThan(small * 8 * 4);
    }

    @Test
    void survivesWhatNoWriterWrites() {
        String word = "데이터분석";
        List<String> hostile = List.of(
                word.repeat(400_000),
                "‘".repeat(100_000) + "데이터 분석",
                ("데이터 분석 사례\n" + "- ".repeat(50) + "버스 노선 예측\n").repeat(200),
                "데이터, ".repeat(200_000) + "등 데이터 분석 사례를 소개했다.",
                "\u202E데이터 분석 ‘산불 예측’\u202C 👩‍👩‍👧".repeat(1_000),
                "The city analysed data of 데이터 and built a model.",
                "市はデータを分析してバス路線を調整した。",
                "\uD800데이터 분석\uDC00",
                "데이터 분석 과제\n" + "번호 / 과제명 / 상태\n".repeat(20_000),
                "번호 | 과제명\n데이터 분석 과제 | 과제명\n" + "1 | ".repeat(200_000),
                "데이터 분석 과제: " + "버스 노선 예측(교통과), ".repeat(20_000),
                "시는 데이터를 분석해 " + "버스를 옮길 곳 12곳을 ".repeat(20_000) + "정했다.",
                "");

        assertThat(hostile).allSatisfy(text -> {
            for (FoundCase found : UseCaseExtractor.extract("제목".repeat(5_000), text)) {
                assertThat(found.evidence()).contains(found.title());
            }
        });
    }

    @Test
    void takesAtMostTwoMillisecondsOfCpuForAnArticle() throws IOException {
        String around = "시는 이날 새 공원을 열고 주민과 함께 나무를 심었다. 행사에는 어린이들도 참석했다. ".repeat(30);
        List<String> articles = passages().stream()
                .map(passage -> passage + "\n" + around.substring(0, Math.max(0, 1_000 - passage.length())))
                .toList();
        for (int warmUp = 0; warmUp < 12; warmUp++) {
            articles.forEach(text -> UseCaseExtractor.extract(null, text));
        }
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();

        articles.forEach(text -> UseCaseExtractor.extract(null, text));

        double milliseconds = (threads.getCurrentThreadCpuTime() - start) / 1e6 / articles.size();
        assertThat(milliseconds).isLessThan(2.0);
    }

    private static long nanosFor(String text) {
        long start = System.nanoTime();
        assertThat(UseCaseExtractor.extract(null, text)).isNotEmpty();
        return System.nanoTime() - start;
    }
}
