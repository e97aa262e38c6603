package org.snapshothub.bronze.live;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before asking again: doubled each time, with jitter, so that a thousand askers don't come back at
 * once; what the server says counts more.
 *
 * @param first the wait before the first repetition
 * @param longest no wait is longer
 * @param chance a number from 0 to 1, the jitter
 */
record Backoff(Duration first, Duration longest, DoubleSupplier chance) {

    /** The wait before repetition {@code number}, from 1 on; empty when the server asks for more than the longest. */
    Optional<Duration> wait(int number, Optional<Duration> retryAfter) {
        if (retryAfter.isPresent() && retryAfter.get().compareTo(longest) > 0) {
            return Optional.empty();
        }
        double doubled = first.toMillis() * Math.pow(2, Math.min(number, 30) - 1.0);
        double full = Math.min(doubled, longest.toMillis());
        Duration own = Duration.ofMillis((long) (full / 2 + full / 2 * chance.getAsDouble()));
        return Optional.of(retryAfter.filter(asked -> asked.compareTo(own) > 0).orElse(own));
    }

    /** A Retry-After field: seconds, or an HTTP date; empty when it is neither. */
    static Optional<Duration> retryAfter(String field, Instant now) {
        String text = field.strip();
        if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(Duration.ofSeconds(text.length() <= 9 ? Long.parseLong(text) : Integer.MAX_VALUE));
        }
        try {
            Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(then.isBefore(now) ? Duration.ZERO : Duration.between(now, then));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
