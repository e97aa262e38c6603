package org.snapshothub.docs;

import java.util.List;
import java.util.stream.Collectors;
import org.snapshothub.Pipeline;
import org.snapshothub.lake.Job;
import org.snapshothub.lake.Layer;
import org.snapshothub.lake.Table;

/** The pipeline as a Mermaid flow chart: each job, beside it the tables it writes, and who reads of these. */
final class PipelinePicture {

    private PipelinePicture() {}

    static String mermaid() {
        StringBuilder chart = new StringBuilder("```mermaid\nflowchart TB\n");
        chart.append("  inputs([\"files, folders, archives, live pages\"])\n");
        for (Layer layer : Layer.values()) {
            chart.append("  subgraph ").append(layer.code()).append('\n');
            jobsOf(layer).forEach(job -> chart.append(nodes(job)));
            chart.append("  end\n");
        }
        chart.append("  report([\"the report\"])\n");
        Pipeline.JOBS.forEach(job -> chart.append(arrows(job)));
        return chart.append("```\n").toString();
    }

    private static List<Job> jobsOf(Layer layer) {
        return Pipeline.JOBS.stream().filter(job -> job.layer() == layer).toList();
    }

    private static String nodes(Job job) {
        String node = "    " + job.name() + "[\"" + job.name() + "\"]\n";
        if (job.writes().isEmpty()) {
            return node;
        }
        String tables = job.writes().stream().map(Table::shortName).collect(Collectors.joining("<br/>"));
        return node + "    " + tablesOf(job) + "[(\"" + tables + "\")]\n";
    }

    /** A job that reads nothing but what it wrote itself begins the pipeline; one that writes no table ends it. */
    private static String arrows(Job job) {
        StringBuilder arrows = new StringBuilder();
        if (job.writes().containsAll(job.reads())) {
            arrows.append("  inputs --> ").append(job.name()).append('\n');
        }
        Pipeline.JOBS.stream()
                .filter(writer -> writer != job && writer.writes().stream().anyMatch(job.reads()::contains))
                .forEach(writer -> arrows.append("  ")
                        .append(tablesOf(writer))
                        .append(" --> ")
                        .append(job.name())
                        .append('\n'));
        String written = job.writes().isEmpty() ? "report" : tablesOf(job);
        return arrows.append("  ")
                .append(job.name())
                .append(" --> ")
                .append(written)
                .append('\n')
                .toString();
    }

    private static String tablesOf(Job job) {
        return job.name() + "-tables";
    }
}
