package org.snapshothub.extract.observation;

import java.math.BigDecimal;

/** What the figures of a day need of a reading: one a slot and station. */
public interface Reading {

    /** {@code h15}, or {@code w:} and the digest of a widget without an hour. */
    String slot();

    /** 0–23 KST; null when unknown. */
    Integer observedHour();

    /** KMA number. */
    int stationId();

    /** As printed; null when none. */
    String sky();

    /** ℃, scale 1. */
    BigDecimal temperatureC();

    /** Whether the station is known by its place in the list only. */
    boolean isInferred();
}
