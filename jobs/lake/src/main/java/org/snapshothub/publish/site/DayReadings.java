package org.snapshothub.publish.site;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A day's readings, with the way from each of them to its source.
 *
 * @param readings those of the day, in any order
 * @param pages by page id, the pages that the readings name, and maybe others; a page that the lake no longer has is absent
 */
public record DayReadings(LocalDate day, List<Reading> readings, Map<String, PageReferred> pages) {}
