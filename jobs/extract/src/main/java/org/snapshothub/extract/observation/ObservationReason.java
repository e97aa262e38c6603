package org.snapshothub.extract.observation;

import org.snapshothub.extract.record.Reason;

/** Why an entry or a whole widget was refused. */
public enum ObservationReason implements Reason {
    AMBIGUOUS_STATION(
            "ambiguous-station",
            "An entry without a name, and its place in the list leaves more than one station or none."),
    ORDER_NOT_ASCENDING(
            "order-not-ascending",
            "An entry without a known name in a list that does not ascend by station number, so its place says nothing."),
    SKY_OR_MINUS(
            "sky-or-minus",
            "A dash before the number may stand for a missing sky or for a minus; the page does not tell."),
    SKY_ORDER_UNCLEAR(
            "sky-order-unclear", "The list does not tell whether a sky word belongs to the entry before or after it."),
    UNKNOWN_STATION("unknown-station", "A name that no station bears, and its place in the list does not identify it."),
    OTHER_NETWORK("other-network", "A KMA station outside the synoptic network: known, but never averaged."),
    STATION_CLOSED("station-closed", "A synoptic station that was not in service on the day of the reading."),
    STATION_MISMATCH("station-mismatch", "The number and the name of an entry belong to different stations."),
    DUPLICATE_STATION("duplicate-station", "A station stands more than once; where its values differ none is taken."),
    NO_TEMPERATURE("no-temperature", "An entry without a temperature, or with a dash or another word in its place."),
    MALFORMED_TEMPERATURE("malformed-temperature", "What stands before ℃ is not a number with at most one decimal."),
    IMPLAUSIBLE_TEMPERATURE(
            "implausible-temperature", "A temperature outside the range of the rule file: a filler such as 99.9."),
    TOO_MANY_ENTRIES("too-many-entries", "A list far longer than there are stations: no weather widget."),
    NOT_CURRENT(
            "not-current",
            "A list of forecasts, of daily lows and highs, or of another quantity in degrees: no current temperature."),
    STALE_PAGE(
            "stale-page", "The widget prints another day than that of its capture; its readings are not that day's."),
    NO_DATE("no-date", "The page prints no certain date, and its capture has no time."),
    MALFORMED_FEED("malformed-feed", "The KMA feed is not well-formed XML, or declares a DTD.");

    private final String code;
    private final String meaning;

    ObservationReason(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
