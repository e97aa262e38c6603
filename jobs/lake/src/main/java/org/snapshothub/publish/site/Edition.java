package org.snapshothub.publish.site;

import java.nio.file.Path;

/**
 * An edition of the site.
 *
 * @param id digest of its content: 16 hex digits of SHA-256 over its files
 * @param path its folder
 * @param published false when it already was the latest, and nothing was written
 */
public record Edition(String id, Path path, boolean published) {}
