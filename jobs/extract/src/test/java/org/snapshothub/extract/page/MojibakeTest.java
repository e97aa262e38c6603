package org.snapshothub.extract.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MojibakeTest {

    private static final Charset MS949 = Charset.forName("x-windows-949");
    private static final String PROSE = "도는 주민이 낸 의견을 모아 공공데이터 개방 목록을 다시 만들고, 버스 도착 정보와 미세먼지 측정값을 누구나 쓸 수 "
            + "있게 내놓았다. 담당자는 “자료를 찾는 데 걸리는 시간이 절반으로 줄었다”고 말했다.";
    private static final String WEATHER =
            "맑음속초4.2℃ 흐림북춘천0.7℃ 구름많음철원-1.0℃ 맑음동두천1.1℃ 흐림파주0.2℃ 맑음대관령-1.0℃ 구름조금백령도3.3℃ 맑음강릉5.5℃";

    @ParameterizedTest
    @ValueSource(strings = {PROSE, WEATHER})
    void suspectsKoreanReadInAnyWrongCharset(String text) {
        Charset[] western = {StandardCharsets.ISO_8859_1, Charset.forName("windows-1252")};
        for (Charset wrong : western) {
            assertThat(Mojibake.suspects(new String(text.getBytes(StandardCharsets.UTF_8), wrong)))
                    .isTrue();
            assertThat(Mojibake.suspects(new String(text.getBytes(MS949), wrong)))
                    .isTrue();
        }
        assertThat(Mojibake.suspects(new String(text.getBytes(StandardCharsets.UTF_8), MS949)))
                .isTrue();
        assertThat(Mojibake.suspects(new String(text.getBytes(MS949), StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(Mojibake.suspects(new String(text.getBytes(Charset.forName("x-Johab")), MS949)))
                .isTrue();
    }

    @Test
    void suspectsWhatWasSpoiltTwice() {
        String once = new String(PROSE.getBytes(MS949), StandardCharsets.UTF_8);

        assertThat(Mojibake.suspects(new String(once.getBytes(StandardCharsets.UTF_8), MS949)))
                .isTrue();
        assertThat(Mojibake.suspects(new String(once.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)))
                .isTrue();
    }

    @Test
    void suspectsChineseReadAsKorean() {
        String chinese = "今天天气很好，气温十度。数据中心公布了新的案例，市民可以在网站上查询公交车的到站时间。";

        assertThat(Mojibake.suspects(new String(chinese.getBytes(Charset.forName("GB18030")), MS949)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain ASCII, nothing else",
                "똠방각하 펲시콜라 뷁 혖",
                "전북",
                "L’été dernier, à Besançon, la température a dépassé 38 °C — « inouï », dit-on.",
                "Größe, Übung, Äpfel, Öl, Straße, ÄÖÜäöüß",
                "……………… ──────── ★★★★★ ㆍㆍㆍ ▲▲▲ ◆ “ ” 『 』 ° ± ² ³",
                "Сегодня в городе ожидается ясная погода.",
                "今天天气很好，气温十度。数据中心公布了新的案例。",
                "今日は天気がいいですね。東京の気温は十度です。",
                "大韓民國(대한민국)의 道知事(도지사)는 全羅北道(전라북도) 데이터 産業(산업) 育成(육성)을 위해 協約(협약)을 맺었다고 밝혔다.",
                "속초 북춘천 철원 동두천 파주 대관령 춘천 백령도 북강릉 강릉 동해 서울 인천 원주 울릉도 수원 영월 충주 서산 울진"
            })
    void suspectsNothingThatSomebodyWrote(String text) {
        assertThat(Mojibake.suspects(text)).isFalse();
    }

    @Test
    void forgivesAFewBrokenCharactersInALongText() {
        assertThat(Mojibake.suspects(PROSE + "\uFFFD\uFFFD" + PROSE)).isFalse();
        assertThat(Mojibake.suspects(PROSE + "\uFFFD".repeat(60))).isTrue();
    }
}
