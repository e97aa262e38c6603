package org.snapshothub.bronze;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BinsTest {

    private static List<List<Long>> bins(List<Long> sizes) {
        return Bins.of(sizes, s -> s, 2);
    }

    @Test
    void aMillionSmallFilesMakeNoMillionTasks() {
        List<Long> files = Collections.nCopies(1_000_000, 2_000L);

        assertThat(bins(files).size()).isBetween(2, 1_000);
    }

    @Test
    void theLargestFileStartsFirstAndAlone() {
        List<List<Long>> bins = bins(List.of(1L, 900_000_000L, 2L, 3L));

        assertThat(bins.get(0)).containsExactly(900_000_000L);
    }

    @Test
    void everyFileIsInOneBin() {
        List<Long> files = LongStream.range(0, 1_000).mapToObj(i -> i * 100_000).toList();

        assertThat(bins(files).stream().flatMap(List::stream).toList()).containsExactlyInAnyOrderElementsOf(files);
    }

    @Test
    void fewFilesMakeFewTasks() {
        assertThat(bins(List.of(5L))).hasSize(1);
    }
}
