package org.snapshothub.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What some work took.
 *
 * @param cpu CPU-seconds of all its threads, user and system
 * @param wall seconds on the wall clock
 */
record Cost(double cpu, double wall) {

    /** Work of this very process. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    static Cost of(Work work) throws Exception {
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = process.getProcessCpuTime();
        long wall = System.nanoTime();
        work.run();
        return new Cost((process.getProcessCpuTime() - cpu) / 1e9, (System.nanoTime() - wall) / 1e9);
    }

    /** What the second half of the work took when {@code this} is all of it and {@code half} its first half. */
    Cost beyond(Cost half) {
        return new Cost(cpu - half.cpu, wall - half.wall);
    }

    /** Of several measurements of one thing the middle one, CPU and wall each for itself. */
    static Cost median(List<Cost> costs) {
        return new Cost(
                middle(costs.stream().mapToDouble(Cost::cpu)),
                middle(costs.stream().mapToDouble(Cost::wall)));
    }

    private static double middle(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    Cost per(double units) {
        return new Cost(cpu / units, wall / units);
    }
}
