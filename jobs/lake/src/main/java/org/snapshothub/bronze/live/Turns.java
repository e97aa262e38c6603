package org.snapshothub.bronze.live;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Whose turn it is to ask a host: one connection at a time, and a pause after each.
 *
 * <p>A turn lasts for one connection. Whoever is redirected from one host to another gives up the first turn before it
 * asks for the second, so nobody waits while holding.
 */
final class Turns {

    private final Map<String, Turn> turns = new ConcurrentHashMap<>();

    /** Waits until nobody else asks {@code host} and {@code pause} has passed since the last who did. */
    Turn take(String host, Duration pause) throws InterruptedException {
        Turn turn = turns.computeIfAbsent(host, h -> new Turn());
        turn.lock.lockInterruptibly();
        try {
            long wait = turn.isFresh ? 0 : turn.endedAt + pause.toNanos() - System.nanoTime();
            if (wait > 0) {
                Thread.sleep(Duration.ofNanos(wait).toMillis() + 1);
            }
        } catch (InterruptedException e) {
            turn.lock.unlock();
            throw e;
        }
        return turn;
    }

    /** The right to one connection, until closed. */
    static final class Turn implements AutoCloseable {
        private final ReentrantLock lock = new ReentrantLock(true);
        private boolean isFresh = true;
        private long endedAt;

        @Override
        public void close() {
            isFresh = false;
            endedAt = System.nanoTime();
            lock.unlock();
        }
    }
}
