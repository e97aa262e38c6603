package org.snapshothub.extract.usecase;

/**
 * A public body the reference knows, under one of its names.
 *
 * @param id key equal for all its names
 * @param regionCode the 시·도 it works in; null for a national body
 * @param sigungu the 시·군·구 it governs; null otherwise
 */
record Organisation(String id, String regionCode, String sigungu) {}
