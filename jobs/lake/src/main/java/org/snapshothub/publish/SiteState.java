package org.snapshothub.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;

/**
 * The small file beside the editions, {@code publish.json}: what the last edition was made of, and since when and why
 * nothing has been published where the gate failed.
 *
 * @param seqs per table the sequence number of its newest commit when last published
 * @param runs per table the run that made that commit: a number alone would also name a commit of another lake
 * @param settings what the configuration and the program's version then gave its pages to show
 * @param withheldSince start of the first run that published nothing; null while all is well
 * @param withheldBecause the gate's words; null while all is well
 */
public record SiteState(
        Map<String, Long> seqs,
        Map<String, String> runs,
        String settings,
        String withheldSince,
        String withheldBecause) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final SiteState NEVER = new SiteState(Map.of(), Map.of(), "", null, null);

    public SiteState {
        seqs = new TreeMap<>(seqs);
        // A file of an earlier version has none.
        runs = runs == null ? new TreeMap<>() : new TreeMap<>(runs);
    }

    /** The state of a site; as never published where there is no file, or one that can't be read. */
    public static SiteState of(Path site) {
        try {
            return JSON.readValue(Files.readAllBytes(file(site)), SiteState.class);
        } catch (NoSuchFileException | JsonProcessingException e) {
            return NEVER;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SiteState withheld(String since, String because) {
        return new SiteState(seqs, runs, settings, withheldSince == null ? since : withheldSince, because);
    }

    /** Written beside and renamed into place, so that nobody reads half of it. */
    void write(Path site) {
        try {
            Files.createDirectories(site);
            Path half = site.resolve("publish.json.half");
            Files.write(half, JSON.writeValueAsBytes(this));
            Files.move(half, file(site), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("site " + site + " can't be written: " + e.getMessage(), e);
        }
    }

    private static Path file(Path site) {
        return site.resolve("publish.json");
    }
}
