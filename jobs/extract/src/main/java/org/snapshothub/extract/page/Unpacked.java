package org.snapshothub.extract.page;

/**
 * A payload with a coding undone.
 *
 * @param content what came out, at most the limit
 * @param cut whether the limit cut it
 * @param fault whether the coding broke or ended early, so that more should have come
 */
record Unpacked(byte[] content, boolean cut, boolean fault) {}
