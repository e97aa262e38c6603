package org.snapshothub.publish.site;

/** Where a station stands: WGS 84 degrees. */
public record StationPlace(
        int stationId, String name, String regionCode, String sigungu, double latitude, double longitude) {}
