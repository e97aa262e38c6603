package org.snapshothub.extract.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintedDateTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2021-01-19T14:03:00+09:00 | 2021-01-19",
                "2021-01-18T15:30:00Z | 2021-01-19",
                "2021-01-18T14:59:59Z | 2021-01-18",
                "2021-01-18T23:30:00-0500 | 2021-01-19",
                "2021.01.19 (화) 오후 2:03 | 2021-01-19",
                "2021년 1월 19일 오전 12시 10분 | 2021-01-19",
                "2021. 1. 19. 오후 12:10 | 2021-01-19",
                "2021-01-18 24:00 | 2021-01-19",
                "20210119140300 | 2021-01-19",
                "Mon, 18 Jan 2021 16:00:00 GMT | 2021-01-19",
                "2021-01-18 12:30 AM GMT | 2021-01-18",
                "2021-01-18 12:30 PM | 2021-01-18",
            })
    void readsDaysInKoreanTime(String printed, LocalDate day) {
        assertThat(PrintedDate.declared(printed, null).map(Published::on)).contains(day);
    }

    @ParameterizedTest
    @CsvSource({"0000-00-00", "1970-01-01T00:00:00Z", "2021-13-45", "20219999", "2021-01-19 14:99", "063-123-4567", "곧"
    })
    void refusesWhatIsNoPlausibleDate(String printed) {
        assertThat(PrintedDate.declared(printed, null).map(Published::on)).isEmpty();
    }

    @Test
    void aMonthIsAMonth() {
        Published month = PrintedDate.declared("2021년 1월", null).orElseThrow();

        assertThat(month.month()).isEqualTo("2021-01");
        assertThat(month.precision()).isEqualTo(Precision.MONTH);
        assertThat(month.on()).isNull();
    }

    @Test
    void noPageIsCapturedBeforeItsArticleIsPublished() {
        assertThat(PrintedDate.declared("2026-05-01", Instant.parse("2026-01-18T00:00:00Z")))
                .isEmpty();
    }
}
