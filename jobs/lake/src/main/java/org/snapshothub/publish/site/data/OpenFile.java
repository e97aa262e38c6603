package org.snapshothub.publish.site.data;

/** A file given away: its path below the edition, what it is, its size in bytes and SHA-256 hex. */
public record OpenFile(String path, String label, String mediaType, long size, String sha256) {}
