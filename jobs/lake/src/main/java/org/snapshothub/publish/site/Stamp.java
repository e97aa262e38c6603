package org.snapshothub.publish.site;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * When an edition was published and from which table versions: what stands in its {@code edition.json} and nowhere
 * else, so that a new version of a table with the same rows is no new edition.
 */
public record Stamp(Instant publishedAt, Map<String, Long> tableVersions) {

    public Stamp {
        tableVersions = new TreeMap<>(tableVersions);
    }
}
