package org.snapshothub;

import java.util.List;
import java.util.stream.Stream;
import org.snapshothub.audit.JobRun;
import org.snapshothub.audit.Reject;
import org.snapshothub.bronze.FetchPages;
import org.snapshothub.bronze.PullPages;
import org.snapshothub.gold.AggregateMonths;
import org.snapshothub.gold.AggregateTemperatures;
import org.snapshothub.gold.CountUseCases;
import org.snapshothub.lake.Job;
import org.snapshothub.lake.Layer;
import org.snapshothub.lake.Table;
import org.snapshothub.publish.PublishReport;
import org.snapshothub.silver.ExtractArticles;
import org.snapshothub.silver.ExtractObservations;
import org.snapshothub.silver.ExtractUseCases;
import org.snapshothub.silver.ReadPages;

/** Every job, in the order a page travels. Start reading here. */
public final class Pipeline {

    public static final List<Job> JOBS = List.of(
            new FetchPages(), // live pages               → archives under _hub/live, bronze.http_validators
            new PullPages(), // files, folders, archives → bronze.pages, bronze.inputs
            new ReadPages(), // bronze.pages             → silver.findings
            new ExtractObservations(), // silver.findings          → silver.observations
            new ExtractArticles(), // silver.findings          → silver.articles, article_pages, article_aliases
            new ExtractUseCases(), // silver.articles          → silver.use_cases
            new AggregateTemperatures(), // silver.observations      → gold.temperature_by_…, gold.sky_by_region
            new AggregateMonths(), // gold.temperature_by_…    → gold.temperature_by_…_monthly
            new CountUseCases(), // silver.use_cases         → gold.use_cases_…
            new PublishReport()); // gold                     → the report

    private Pipeline() {}

    /** Every table that a job writes, in the order of the pipeline; then the two of audit, which any job may write. */
    public static List<Table<?>> tables() {
        Stream<Table<?>> written = JOBS.stream().flatMap(job -> job.writes().stream());
        return Stream.concat(written, Stream.of(Reject.TABLE, JobRun.TABLE)).toList();
    }

    /** The jobs that a job's or layer's name means, in the order of the pipeline; empty when it means none. */
    public static List<Job> named(String name) {
        return JOBS.stream()
                .filter(job -> job.name().equals(name)
                        || Layer.named(name).filter(job.layer()::equals).isPresent())
                .toList();
    }
}
