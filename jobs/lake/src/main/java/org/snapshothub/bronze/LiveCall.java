package org.snapshothub.bronze;

import java.time.Instant;
import java.util.Optional;
import org.snapshothub.bronze.live.Answer;
import org.snapshothub.bronze.live.Known;
import org.snapshothub.bronze.live.Visited;
import org.snapshothub.bronze.live.WebAddress;

/**
 * An address to be asked for.
 *
 * @param before what the lake knows of it; empty for a new one
 */
record LiveCall(String source, WebAddress address, Optional<HttpValidator> before) {

    Known known() {
        return before.map(HttpValidator::known).orElse(Known.NOTHING);
    }

    /** When it was asked last; the beginning of time for a new one. */
    Instant checkedAt() {
        return before.map(HttpValidator::checkedAt).orElse(Instant.MIN);
    }

    /** What the lake knows of it afterwards. */
    HttpValidator after(Visited visited, Instant now, String runId) {
        if (visited instanceof Visited.Taken taken) {
            return answered(
                    taken.answer(),
                    taken.contentDigest(),
                    "taken",
                    taken.answer().at(),
                    runId);
        }
        if (visited instanceof Visited.Unchanged unchanged) {
            Answer answer = unchanged.answer();
            return answered(
                    answer,
                    unchanged.contentDigest(),
                    "unchanged",
                    before.map(HttpValidator::changedAt).orElse(null),
                    runId);
        }
        Visited.Failed failed = (Visited.Failed) visited;
        Known known = known();
        return new HttpValidator(
                source,
                address.toString(),
                known.finalUrl(),
                known.etag(),
                known.lastModified(),
                known.contentDigest(),
                "failed",
                failed.fault().reason().code(),
                now,
                before.map(HttpValidator::changedAt).orElse(null),
                runId);
    }

    /** A 304 need not repeat the validators it confirms. */
    private HttpValidator answered(Answer answer, String digest, String outcome, Instant changedAt, String runId) {
        boolean isConfirmed = answer.head().status() == 304;
        return new HttpValidator(
                source,
                address.toString(),
                answer.address().toString(),
                answer.field("etag").orElse(isConfirmed ? known().etag() : null),
                answer.field("last-modified").orElse(isConfirmed ? known().lastModified() : null),
                digest,
                outcome,
                null,
                answer.at(),
                changedAt,
                runId);
    }
}
