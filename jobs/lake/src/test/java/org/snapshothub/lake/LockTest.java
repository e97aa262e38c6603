package org.snapshothub.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.snapshothub.LakeTest;

class LockTest extends LakeTest {

    @Test
    void aSecondRunIsToldAtOnceWhoHoldsTheLake() {
        Lake lake = lake();
        try (Lock first = Lock.take(lake, "first")) {
            first.check();
            assertThatThrownBy(() -> Lock.take(lake, "second")).isInstanceOfSatisfying(HubException.class, e -> {
                assertThat(e.outcome()).isEqualTo(Outcome.BUSY);
                assertThat(e).hasMessageContaining("run first").hasMessageContaining("wait until");
            });
        }
    }

    @Test
    void aClosedLockIsFree() {
        Lake lake = lake();
        Lock.take(lake, "first").close();

        try (Lock second = Lock.take(lake, "second")) {
            second.check();
        }
        assertThat(Lock.holder(lake)).isEmpty();
    }

    @Test
    void anOwnerThatDiedOnThisHostIsReplacedAtOnce() throws IOException {
        write(InetAddress.getLocalHost().getHostName(), 1_999_999, Instant.now());

        try (Lock lock = Lock.take(lake(), "next")) {
            lock.check();
        }
    }

    @Test
    void aProcessIdThatWasGivenToAnotherProcessIsNoOwner() throws IOException {
        write(InetAddress.getLocalHost().getHostName(), ProcessHandle.current().pid(), Instant.now());

        try (Lock lock = Lock.take(lake(), "next")) {
            lock.check();
        }
    }

    @Test
    void anOwnerOnAnotherHostIsReplacedAfterThreeMissedHeartbeats() throws IOException {
        write("elsewhere", 1, Instant.now().minusSeconds(31));

        try (Lock lock = Lock.take(lake(), "next")) {
            lock.check();
        }
    }

    @Test
    void anOwnerOnAnotherHostWithAFreshHeartbeatKeepsTheLake() throws IOException {
        write("elsewhere", 1, Instant.now());

        assertThatThrownBy(() -> Lock.take(lake(), "next")).hasMessageContaining("on elsewhere");
    }

    @Test
    void whoeverLostTheLakeMayNotCommit() throws IOException {
        try (Lock lock = Lock.take(lake(), "first")) {
            write("elsewhere", 1, Instant.now());

            assertThatThrownBy(lock::check).hasMessageContaining("lost the lake");
        }
    }

    @Test
    void aLakeThatCannotBeWrittenIsAUsageError() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");

        assertThatThrownBy(
                        () -> Lock.take(new Lake(spark(), file.resolve("lake").toString()), "run"))
                .isInstanceOfSatisfying(
                        HubException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.USAGE));
    }

    private void write(String host, long pid, Instant heartbeat) throws IOException {
        Path lock = folder.resolve("lake/_hub/lock.json");
        Files.createDirectories(lock.getParent());
        Files.writeString(lock, """
                {"token": "other", "run_id": "other", "host": "%s", "pid": %d,
                 "process_started": "2000-01-01T00:00:00Z", "since": "2000-01-01T00:00:00Z"}
                """.formatted(host, pid));
        Files.setLastModifiedTime(lock, FileTime.from(heartbeat));
    }
}
