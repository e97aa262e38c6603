package org.snapshothub.extract.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private static final String RELEASE = paragraphs(1, 9);

    /** Written down once: bands are stored, so a signature may never come out otherwise. */
    private static final long FIRST_BAND = 1250096866650625284L;

    @Test
    void aCopyWithoutItsLastParagraphIsACopy() {
        assertCopies(RELEASE, paragraphs(1, 7));
    }

    @Test
    void aReportersLineMakesNoOtherArticle() {
        assertCopies(RELEASE, "[모악일보=홍길동 기자] " + RELEASE + "\n홍길동 기자 hong@example.com");
    }

    @Test
    void spacingAndQuotationMarksMakeNoOtherArticle() {
        assertThat(similarity("그는 “간다”고 말했다.", "그는 \"간다\" 고 말했다")).isEqualTo(1.0);
    }

    @Test
    void aSharedParagraphMakesNoCopy() {
        assertThat(areCopies(RELEASE, paragraphs(1, 2) + paragraphs(40, 48))).isFalse();
        assertThat(areCopies(RELEASE, paragraphs(1, 2))).isFalse();
    }

    @Test
    void isTheSameEachTimeAndInBothDirections() {
        assertThat(Fingerprint.of(RELEASE).bands())
                .isEqualTo(Fingerprint.of(RELEASE).bands());
        assertThat(Fingerprint.of(RELEASE).bands()).startsWith(FIRST_BAND);
        assertThat(similarity(RELEASE, paragraphs(1, 5))).isEqualTo(similarity(paragraphs(1, 5), RELEASE));
    }

    @Test
    void holdsForEmptyAndShortTexts() {
        assertThat(similarity("", "")).isEqualTo(1.0);
        assertThat(similarity("가", "")).isZero();
        assertThat(Fingerprint.of("").bands()).hasSize(32);
    }

    @Test
    void comesBackFromItsBytes() {
        Shingles packed = Shingles.unpacked(Shingles.of(RELEASE).packed());
        assertThat(packed.similarity(Shingles.of(RELEASE))).isEqualTo(1.0);
        assertThat(packed.similarity(Shingles.of(paragraphs(5, 14))))
                .isEqualTo(similarity(RELEASE, paragraphs(5, 14)))
                .isBetween(0.1, 0.9);
    }

    private static double similarity(String a, String b) {
        return Shingles.of(a).similarity(Shingles.of(b));
    }

    private static boolean areCopies(String a, String b) {
        return Shingles.of(a).areOfOneArticle(Shingles.of(b));
    }

    private static void assertCopies(String a, String b) {
        assertThat(areCopies(a, b)).isTrue();
        LongStream shared = Arrays.stream(Fingerprint.of(a).bands())
                .filter(band -> Arrays.stream(Fingerprint.of(b).bands()).anyMatch(other -> other == band));
        assertThat(shared.count()).isPositive();
    }

    private static String paragraphs(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "문단 " + i + "에서 시는 " + (i * 37 % 101) + "번 버스가 " + (i * 53 % 97) + "번 길을 "
                        + (i * 71 % 89) + "분 만에 지난다고 밝혔다. 주민 " + (i * 97 % 83) + "명이 " + (i * 59 % 79) + "곳을 꼽았다.")
                .collect(Collectors.joining("\n"));
    }
}
