package org.snapshothub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snapshothub.lake.Outcome;

class FaultsTest {

    @ParameterizedTest
    @ValueSource(strings = {"No space left on device", "/mnt/site/index.html: Disk quota exceeded"})
    void aFullDiskIsSaidSoHoweverDeepItIsFound(String message) {
        Faults faults = Faults.of(new IllegalStateException(
                "job aborted", new UncheckedIOException("site file can't be written", new IOException(message))));

        assertThat(faults.outcome()).isEqualTo(Outcome.STORAGE);
        assertThat(faults.message()).contains("make room and run again");
    }

    @Test
    void whoHasTooLittleMemoryIsToldHowToGiveMore() {
        assertThat(Faults.of(new IllegalStateException("job aborted", new OutOfMemoryError("Java heap space"))))
                .returns(Outcome.BUG, Faults::outcome)
                .extracting(Faults::message)
                .asString()
                .contains("Java heap space", "-Xmx");
    }

    @Test
    void whatNobodyForesawIsABug() {
        assertThat(Faults.of(new IllegalStateException("why")).outcome()).isEqualTo(Outcome.BUG);
    }
}
