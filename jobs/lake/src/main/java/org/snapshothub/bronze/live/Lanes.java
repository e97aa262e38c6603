package org.snapshothub.bronze.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * A lane for each host, its addresses one after another; as many lanes at a time as allowed, longest first.
 *
 * @param width lanes at a time
 * @param time when it is over, lanes end before their next address
 * @param giveUpAfter faults of the host one after another that end its lane
 * @param longestWait a Retry-After beyond it ends the lane
 */
public record Lanes(int width, Duration time, int giveUpAfter, Duration longestWait) {

    /** Asks for one address and writes down what came of it. */
    @FunctionalInterface
    public interface Visitor<C> {
        Visited visit(C call) throws InterruptedException;
    }

    /** Visits {@code calls}; answers those that were left alone. */
    public <C> List<C> run(List<C> calls, Function<C, WebAddress> address, Visitor<C> visitor)
            throws InterruptedException {
        Map<String, List<C>> lanes = new LinkedHashMap<>();
        calls.forEach(call -> lanes.computeIfAbsent(address.apply(call).host(), h -> new ArrayList<>())
                .add(call));
        long end = System.nanoTime() + time.toNanos();
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, Math.min(width, lanes.size())), task -> {
            Thread thread = new Thread(task, "fetch-lane");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<List<C>>> running = lanes.values().stream()
                    .sorted(Comparator.comparingInt((List<C> lane) -> -lane.size()))
                    .map(lane -> threads.submit(() -> drive(lane, visitor, end)))
                    .toList();
            List<C> left = new ArrayList<>();
            for (Future<List<C>> lane : running) {
                left.addAll(lane.get());
            }
            return left;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private <C> List<C> drive(List<C> lane, Visitor<C> visitor, long end) throws InterruptedException {
        int faults = 0;
        for (int i = 0; i < lane.size(); i++) {
            if (System.nanoTime() > end) {
                return lane.subList(i, lane.size());
            }
            Visited visited = visitor.visit(lane.get(i));
            boolean isFault =
                    visited instanceof Visited.Failed failed && failed.fault().isOfHost();
            faults = isFault ? faults + 1 : 0;
            if (faults >= giveUpAfter || asksToStayAway(visited)) {
                return lane.subList(i + 1, lane.size());
            }
        }
        return List.of();
    }

    private boolean asksToStayAway(Visited visited) {
        return visited instanceof Visited.Failed failed
                && failed.fault()
                        .retryAfter()
                        .filter(asked -> asked.compareTo(longestWait) > 0)
                        .isPresent();
    }
}
