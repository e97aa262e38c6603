package org.snapshothub.lake;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a run is called in the lake: when it was given its name, to the second in UTC, and a word of its own
 * ({@code 20260118T003000-4f2a09c1}). Names sort as their instants do.
 */
public record RunId(String text) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss").withResolverStyle(ResolverStyle.STRICT);
    private static final int TIME_LENGTH = "20260118T003000".length();
    private static final Pattern FORM = Pattern.compile("\\d{8}T\\d{6}-[A-Za-z0-9._-]{1,64}");

    /** A new name for a run that begins at {@code start}. */
    public static RunId at(Instant start) {
        String word = UUID.randomUUID().toString().substring(0, 8);
        return new RunId(TIME.format(start.atOffset(ZoneOffset.UTC)) + "-" + word);
    }

    /** The name that a caller has chosen; {@code USAGE} when it has not the form of one. */
    public static RunId given(String text) {
        if (!FORM.matcher(text).matches() || !isTime(text.substring(0, TIME_LENGTH))) {
            throw new HubException(
                    Outcome.USAGE,
                    "run id " + text + " is no UTC time, a hyphen and a word of at most 64 letters, digits, . _ or -,"
                            + " e.g. 20260118T003000-hourly-1");
        }
        return new RunId(text);
    }

    private static boolean isTime(String text) {
        try {
            LocalDateTime.parse(text, TIME);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
