package org.snapshothub.extract.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "버스 노선 조정 문의 063-123-4567 | 4567",
                "버스 노선 조정 문의 01012345678 | 12345678",
                "버스 노선 조정 문의 (02) 123-4567 | 4567",
                "버스 노선 조정 문의 1588-0000 | 1588",
                "버스 노선 조정 문의 +82-63-123-4567 | 4567",
                "버스 노선 조정 홍길동 hong.gd@example.com | hong",
                "버스 노선 조정 홍길동 hong.gd@example.com | 홍길동",
                "버스 노선 조정(홍길동 주무관 ☎ 063-123-4567) | 홍길동",
                "버스 노선 조정, 063-123-4567, 홍길동 팀장 | 홍길동",
                "버스 노선 조정 800101-1234567 | 1234567",
            })
    void masksWhatPointsToAPerson(String evidence, String never) {
        assertThat(Evidence.masked(evidence, "버스 노선 조정"))
                .doesNotContain(never)
                .contains("버스 노선 조정")
                .contains("○○○");
    }

    @Test
    void leavesNumbersThatPointToNobody() {
        String evidence = "민원 38만 2000건과 2021-01-19의 기록을 분석해 버스 노선을 조정했다.";

        assertThat(Evidence.masked(evidence, "버스 노선")).isEqualTo(evidence);
    }

    @Test
    void cutsToTwoHundredCodePointsAroundTheTitle() {
        String evidence = "앞말 ".repeat(200) + "버스 노선 조정" + " 뒷말".repeat(200);

        String masked = Evidence.masked(evidence, "버스 노선 조정");

        assertThat(masked.codePointCount(0, masked.length())).isEqualTo(200);
        assertThat(masked).contains("버스 노선 조정").startsWith("…").endsWith("…");
    }

    @Test
    void staysWithinTheLimitForATitleThatIsLonger() {
        String title = "👩".repeat(500);

        String masked = Evidence.masked("앞 " + title, title);

        assertThat(masked.codePointCount(0, masked.length())).isLessThanOrEqualTo(200);
    }
}
