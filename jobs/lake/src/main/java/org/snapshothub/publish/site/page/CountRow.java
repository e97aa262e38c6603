package org.snapshothub.publish.site.page;

/** Distinct cases of a topic, region, organisation or month, with the distinct articles and outlets that tell them. */
public record CountRow(String key, String label, long cases, long articles, long outlets) {}
