package org.snapshothub.publish.site.data;

/**
 * A file given away: its path below the edition, the year of a table cut by year (else empty), what it is, its size in
 * bytes and SHA-256 hex.
 */
public record OpenFile(String path, String year, String label, String mediaType, long size, String sha256) {

    /** Its name in the folder that it shares with the catalogue. */
    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
