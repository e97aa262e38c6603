package org.snapshothub.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What each of our commits says of itself, in Delta's {@code userMetadata}: committed with the rows, so that a kill can't
 * part them.
 *
 * @param runId the run
 * @param seq sequence number of the commit, see {@link Sequence}
 * @param consumed per source table the sequence number up to which this commit has taken it in
 * @param slices the days or months whose rows changed, for the jobs downstream; "" stands for null
 */
public record CommitNote(String runId, long seq, Map<String, Long> consumed, Set<String> slices) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public CommitNote {
        consumed = Map.copyOf(consumed);
        slices = Set.copyOf(slices);
    }

    /** The sequence number up to which {@code source} has been taken in; 0 for never. */
    public long consumedOf(Table<?> source) {
        return consumed.getOrDefault(source.name(), 0L);
    }

    static Optional<CommitNote> parse(String userMetadata) {
        if (!userMetadata.startsWith("{")) {
            return Optional.empty();
        }
        try {
            JsonNode node = JSON.readTree(userMetadata);
            if (!node.has("seq")) {
                return Optional.empty();
            }
            Map<String, Long> consumed = new TreeMap<>();
            node.path("consumed")
                    .properties()
                    .forEach(f -> consumed.put(f.getKey(), f.getValue().asLong()));
            Set<String> slices = new TreeSet<>();
            node.path("slices").forEach(s -> slices.add(s.asText()));
            return Optional.of(new CommitNote(
                    node.path("run_id").asText(), node.path("seq").asLong(), consumed, slices));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    String json() {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("run_id", runId);
        fields.put("seq", seq);
        fields.put("consumed", new TreeMap<>(consumed));
        fields.put("slices", List.copyOf(new TreeSet<>(slices)));
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
