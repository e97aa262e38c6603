package org.snapshothub.extract.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                "버스 노선 조정 800101－1234567 | 1234567",
                "버스 노선 조정 8001011234567 | 1234567",
                "버스 노선 조정 800101-1●●●●●● | 800101",
                "버스 노선 조정 문의 02.123.4567 | 4567",
                "버스 노선 조정 문의 063)123-4567 | 4567",
                "버스 노선 조정 문의 063 - 123 - 4567 | 4567",
                "버스 노선 조정 문의 063·123·4567 | 4567",
                "버스 노선 조정 문의 063–123–4567 | 4567",
                "버스 노선 조정 문의 ０１０-１２３４-５６７８ | ５６７８",
                "버스 노선 조정 문의 010‑1234‑5678 | 5678",
                "버스 노선 조정 문의 0631234567 | 4567",
                "버스 노선 조정 문의 07012345678 | 5678",
                "버스 노선 조정 문의 0505-123-4567 | 4567",
                "버스 노선 조정 문의 1588 0000 | 1588",
                "버스 노선 조정 문의 15770000 | 1577",
                "버스 노선 조정 문의 +821012345678 | 5678",
                "버스 노선 조정 문의 +82-(0)63-123-4567 | 4567",
                "버스 노선 조정 문의 82-63-123-4567 | 4567",
                "버스 노선 조정(☎ 123-4567) | 4567",
                "버스 노선 조정 문의 063-123-4567~9 | ~9",
                "버스 노선 조정 문의 063-123-4567, 4568 | 4568",
                "버스 노선 조정 hong＠example.com | hong",
                "버스 노선 조정 hong [at] example.com | hong",
                "버스 노선 조정 Kim Cheol-su kim@example.com | Cheol",
                "버스 노선 조정 063-123-4567(담당 홍길동) | 홍길동",
                "버스 노선 조정 김철수·이영희 주무관 063-123-4567 | 김철수",
                "버스 노선 조정 황보 관 팀장 010-1234-5678 | 황보",
            })
    void masksWhatPointsToAPerson(String evidence, String never) {
        assertThat(Evidence.masked(evidence, "버스 노선 조정"))
                .doesNotContain(never)
                .contains("버스 노선 조정")
                .contains("○○○");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "민원 38만 2000건과 2021-01-19의 기록을 분석해 버스 노선을 조정했다.",
                "2021.01.19 14:03에 010번 버스 노선을 조정했다.",
                "위도 35.8242238 경도 127.0631234의 버스 노선을 조정했다.",
                "1500-2000명이 타는 버스 노선을 1600-1700대로 늘렸다.",
                "02-1234번 버스 노선을 조정했다.",
            })
    void leavesNumbersThatPointToNobody(String evidence) {
        assertThat(Evidence.masked(evidence, "버스 노선")).isEqualTo(evidence);
    }

    @Test
    void leavesTheWordsBesideANumberThatAreNoName() {
        assertThat(Evidence.masked("버스 노선 조정 문의(063-123-4567)", "버스 노선 조정")).isEqualTo("버스 노선 조정 문의(○○○)");
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
