package org.snapshothub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.snapshothub.lake.Job;
import org.snapshothub.lake.Layer;
import org.snapshothub.lake.Table;

class PipelineTest {

    @Test
    void everyJobReadsOnlyWhatAnEarlierJobOrItselfHasWritten() {
        Set<Table<?>> written = new HashSet<>();
        for (Job job : Pipeline.JOBS) {
            written.addAll(job.writes());
            assertThat(written).as(job.name()).containsAll(job.reads());
        }
    }

    @Test
    void everyTableIsWrittenByOneJob() {
        assertThat(Pipeline.tables()).doesNotHaveDuplicates();
    }

    @Test
    void jobsAreNamedVerbAndTable() {
        assertThat(Pipeline.JOBS).allSatisfy(job -> {
            assertThat(job.name()).matches("[a-z]+(-[a-z]+)+");
            assertThat(job.getClass().getSimpleName().replaceAll("(?<!^)([A-Z])", "-$1"))
                    .isEqualToIgnoringCase(job.name());
        });
    }

    @Test
    void layersFollowEachOther() {
        assertThat(Pipeline.JOBS).extracting(Job::layer).isSorted();
        assertThat(Pipeline.named("silver")).extracting(Job::layer).containsOnly(Layer.SILVER);
        assertThat(Pipeline.named("pull-pages")).hasSize(1);
        assertThat(Pipeline.named("nothing")).isEmpty();
    }
}
