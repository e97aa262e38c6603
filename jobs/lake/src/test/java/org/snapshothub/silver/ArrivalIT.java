package org.snapshothub.silver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.snapshothub.LakeTest;
import org.snapshothub.Needs;
import org.snapshothub.lake.Lake;
import org.snapshothub.lake.Settings;
import org.snapshothub.silver.Arrivals.Told;

/** What is one article, and one case, does not depend on the order and the batches in which pages arrive. */
class ArrivalIT extends LakeTest {

    @BeforeAll
    static void onAMachineWithTime() {
        Needs.full("a minute for articles in many orders");
    }

    private static final LocalDate DAY = LocalDate.of(2026, 1, 19);

    /** Sentences of a press release; its copies are cut from them. */
    private static final List<String> RELEASE = List.of(
            "전주시는 최근 3년간 온열질환 출동 기록을 분석한 ‘무더위쉼터 추가 지정 위치 선정’을 마치고 41곳을 새로 열었다고 밝혔다.",
            "새로 문을 연 곳은 삼천동과 서신동, 우아동의 경로당과 은행, 마을금고 지점이며 밤 아홉 시까지 누구나 쉴 수 있다.",
            "담당 공무원들은 두 달 동안 골목을 걸으며 그늘이 없는 구간과 노인이 많이 사는 다세대 주택을 하나하나 살폈다.",
            "주민 박 모 씨는 예전에는 버스를 타고 가야 했는데 이제 집 앞에서 더위를 피할 수 있어 고맙다고 말했다.",
            "쉼터에는 냉방기와 정수기를 놓고 자원봉사자가 번갈아 자리를 지키며 혈압을 재고 안부를 묻는다.",
            "의회에서는 전기 요금을 누가 내는지를 두고 말이 오갔으나 올해는 예비비로 대기로 뜻을 모았다.",
            "이웃 완주와 김제에서도 담당자들이 찾아와 운영 시간과 안내판 모양을 꼼꼼히 적어 갔다고 한다.",
            "폭염이 길어지면 운영 기간을 구월 말까지 늘리고 무더위에 약한 야외 노동자를 위한 얼음물도 마련한다.");

    private static final List<Told> PAGES = List.of(
            new Told("a1", DAY, text(0, 8)),
            new Told("a2", DAY.plusDays(1), text(0, 5)),
            new Told("a3", DAY.plusDays(2), text(4, 8)),
            new Told("a4", DAY.plusDays(60), text(0, 8)),
            new Told("b1", DAY, "전주시가 폭염에 맞서고 있다. 시는 출동 기록을 분석한 ‘무더위쉼터 추가지정 위치 선정’ 결과에 따라 쉼터를 늘렸다. 쉼터마다 물과 부채를 둔다."),
            new Told("b2", DAY, "군산시는 출동 기록을 분석한 ‘무더위쉼터 추가 지정 위치 선정’을 마쳤다. 항구를 따라 놓인 쉼터 열두 곳이 이달 말 문을 연다."),
            new Told("c1", DAY, "시는 카드 매출 자료를 분석한 ‘야시장 운영 시간 조정’을 마쳤다. 상인회는 손님이 늘었다며 반겼고 주차장도 넓히기로 했다."),
            new Told("c2", DAY, "시는 결제 자료를 분석한 ‘야시장 운영 시간 조정’을 끝냈다. 노점 스물두 곳이 강변으로 옮기고 공연 무대가 하나 더 생긴다."),
            new Told("a5", DAY, text(0, 8)),
            new Told("a6", DAY, text(0, 8)),
            new Told("a7", DAY.plusDays(60), text(0, 8)));

    private static String text(int from, int to) {
        return String.join(" ", RELEASE.subList(from, to));
    }

    private Arrivals arrivals(String name) {
        return new Arrivals(
                new Lake(spark(), folder.resolve(name).toString()), Settings.defaults(Path.of(folder.toString())));
    }

    private Arrivals shuffledAndSplit(long seed, int batches) {
        List<Told> pages = new ArrayList<>(PAGES);
        Collections.shuffle(pages, new Random(seed));
        Arrivals arrivals = arrivals("seed-" + seed);
        int size = (pages.size() + batches - 1) / batches;
        for (int from = 0; from < pages.size(); from += size) {
            arrivals.take(pages.subList(from, Math.min(pages.size(), from + size)));
        }
        return arrivals;
    }

    @Test
    void articlesAndCasesAreTheSameInAnyOrderAndBatches() {
        Arrivals atOnce = arrivals("at-once");
        atOnce.take(PAGES);

        assertThat(atOnce.articles())
                .containsExactlyInAnyOrder(
                        Set.of("a1", "a2", "a3", "a5", "a6"),
                        Set.of("a4", "a7"),
                        Set.of("b1"),
                        Set.of("b2"),
                        Set.of("c1"),
                        Set.of("c2"));
        assertThat(atOnce.sameCases())
                .contains(
                        Set.of(
                                "무더위쉼터 추가 지정 위치 선정 [a1, a2, a3, a5, a6]",
                                "무더위쉼터 추가 지정 위치 선정 [a4, a7]",
                                "무더위쉼터 추가지정 위치 선정 [b1]"),
                        Set.of("무더위쉼터 추가 지정 위치 선정 [b2]"),
                        Set.of("야시장 운영 시간 조정 [c1]"),
                        Set.of("야시장 운영 시간 조정 [c2]"));
        Arrivals arrivals = shuffledAndSplit(2, 3);

        assertThat(arrivals.articles()).isEqualTo(atOnce.articles());
        assertThat(arrivals.sameCases()).isEqualTo(atOnce.sameCases());
    }

    @Test
    void whatWasTakenFirstKeepsItsIdWhenArticlesMergeAndItsKeyWhenACaseIsToldAgain() {
        Arrivals arrivals = arrivals("bridge");
        arrivals.take(List.of(PAGES.get(2)));
        String first = onlyId(arrivals.pagesOf());
        arrivals.take(List.of(PAGES.get(1)));
        String later = arrivals.pagesOf().keySet().stream()
                .filter(id -> !id.equals(first))
                .findFirst()
                .orElseThrow();

        arrivals.take(List.of(PAGES.get(0)));

        assertThat(arrivals.pagesOf()).containsExactly(Map.entry(first, Set.of("a1", "a2", "a3")));
        assertThat(arrivals.aliases()).containsExactly(Map.entry(later, first));
        assertThat(arrivals.cases()).isNotEmpty().allMatch(c -> c.articleId().equals(first));
        String key = arrivals.cases().get(0).caseKey();

        arrivals.take(List.of(PAGES.get(4)));

        assertThat(arrivals.cases()).hasSize(2).allMatch(c -> c.caseKey().equals(key));
    }

    @Test
    void anIdThatDiedLeadsToTheArticleThatLivesHoweverManyMergersLater() {
        Arrivals arrivals = arrivals("chain");
        arrivals.take(List.of(
                new Told("p1", DAY, text(0, 4)), new Told("p2", DAY, text(3, 6)), new Told("p3", DAY, text(5, 8))));
        arrivals.take(List.of(new Told("p4", DAY, text(3, 8))));
        assertThat(arrivals.aliases()).containsExactly(Map.entry("p3", "p2"));

        arrivals.take(List.of(new Told("p5", DAY, text(0, 6)), new Told("p6", DAY, text(0, 8))));

        assertThat(arrivals.pagesOf()).containsOnlyKeys("p1");
        assertThat(arrivals.aliases()).containsOnly(Map.entry("p3", "p1"), Map.entry("p2", "p1"));
    }

    @Test
    void aPageReadAgainIsFoundByItsNewTextAndDayAndWhatItNoLongerTellsIsGone() {
        Arrivals arrivals = arrivals("again");
        arrivals.take(List.of(
                new Told("old", null, PAGES.get(6).body()),
                new Told("bare", DAY, PAGES.get(7).body())));
        assertThat(arrivals.cases()).hasSize(2);

        arrivals.readAgain(List.of(new Told("old", DAY, text(0, 8)), new Told("bare", DAY, null)));
        arrivals.take(List.of(
                new Told("same", DAY, text(0, 7)),
                new Told("much later", DAY.plusDays(60), text(0, 8)),
                new Told("what it was", DAY, PAGES.get(6).body())));

        assertThat(arrivals.articles())
                .containsExactlyInAnyOrder(Set.of("old", "same"), Set.of("much later"), Set.of("what it was"));
        assertThat(arrivals.cases())
                .extracting(UseCase::articleId)
                .containsExactlyInAnyOrder("old", "much later", "what it was");
    }

    private static String onlyId(Map<String, Set<String>> pages) {
        assertThat(pages).hasSize(1);
        return pages.keySet().iterator().next();
    }
}
