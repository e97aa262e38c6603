package org.snapshothub.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.snapshothub.LakeTest;

/** Rows added without Spark are rows to Spark. */
class PlainAppendTest extends LakeTest {

    record Event(
            @Doc("What") String name,
            @Doc("When") Instant at,
            @Doc("How many") long count,
            @Doc("How long") double seconds,
            @Doc(value = "Word", nullable = true) String word) {}

    private static final Table<Event> EVENTS = Table.of("audit.events", Event.class, "One row per event.");

    private final Slices.Ownership ours = () -> {};
    private long seq;

    @Test
    void sparkReadsThemAndNoSessionIsMade() {
        LazySession session = LazySession.embedded();
        Lake lake = new Lake(session, folder.resolve("lake").toString());
        lake.create(List.of(EVENTS));
        new Slices(lake, ours).append(EVENTS, List.of(event(1, "말"), event(2, null)), note());

        assertThat(session.made()).isEmpty();
        assertThat(lake.records(EVENTS)).containsExactlyInAnyOrder(event(1, "말"), event(2, null));
        assertThat(Lake.records(EVENTS, lake().read(EVENTS))).containsExactlyInAnyOrder(event(1, "말"), event(2, null));
        assertThat(lake.log(EVENTS).lastNote()).contains(new CommitNote("run", 1, Map.of(), Set.of()));
    }

    @Test
    void deltaTakesTheirCommitsForCommits() {
        Lake without = new Lake(LazySession.embedded(), folder.resolve("lake").toString());
        without.create(List.of(EVENTS));
        new Slices(without, ours).append(EVENTS, List.of(event(1, null)), note());

        new Slices(lake(), ours).append(EVENTS, List.of(event(2, null)), note());
        new Slices(without, ours).append(EVENTS, List.of(event(3, null)), note());

        assertThat(Lake.records(EVENTS, lake().read(EVENTS)))
                .extracting(Event::count)
                .containsExactlyInAnyOrder(1L, 2L, 3L);
        seq = 0;
        assertThatThrownBy(() -> new Slices(lake(), ours).append(EVENTS, List.of(event(4, null)), note()))
                .hasMessageContaining("Delta passed over commit 1");
        assertThat(spark().sql("DESCRIBE HISTORY delta.`" + lake().path(EVENTS) + "`")
                        .select("operation")
                        .collectAsList())
                .hasSize(4);
    }

    @Test
    void theNextAppendBySparkMakesTheCheckpointThatTenWithoutLeftOut() {
        Lake without = new Lake(LazySession.embedded(), folder.resolve("lake").toString());
        without.create(List.of(EVENTS));
        for (int i = 0; i < 12; i++) {
            new Slices(without, ours).append(EVENTS, List.of(event(i, null)), note());
        }
        assertThat(lake().snapshot(EVENTS).commitsSinceCheckpoint()).isEqualTo(12);

        new Slices(lake(), ours).append(EVENTS, List.of(event(12, null)), note());

        assertThat(lake().snapshot(EVENTS).commitsSinceCheckpoint()).isZero();
        assertThat(lake().records(EVENTS)).hasSize(13);
    }

    @Test
    void nothingIsWrittenWhenTheLakeIsNoLongerOurs() {
        Lake without = new Lake(LazySession.embedded(), folder.resolve("lake").toString());
        without.create(List.of(EVENTS));
        Slices lost = new Slices(without, () -> {
            throw new HubException(Outcome.BUSY, "lost");
        });

        assertThatThrownBy(() -> lost.append(EVENTS, List.of(event(1, null)), note()))
                .hasMessage("lost");
        assertThat(without.records(EVENTS)).isEmpty();
    }

    @Test
    void aCommitThatIsThereStays() {
        Lake lake = lake();
        lake.create(List.of(EVENTS));

        assertThatThrownBy(() -> lake.log(EVENTS).commit(0, List.of(Map.of("txn", Map.of()))))
                .hasMessageContaining("is there already");
        assertThat(lake.records(EVENTS)).isEmpty();
    }

    private static Event event(int count, String word) {
        return new Event("이름", Instant.parse("2026-11-28T12:00:00.123456Z"), count, 0.5, word);
    }

    private CommitNote note() {
        return new CommitNote("run", ++seq, Map.of(), Set.of());
    }
}
