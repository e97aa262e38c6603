package org.snapshothub.silver;

import java.time.Instant;
import java.time.LocalDate;
import org.snapshothub.lake.Doc;

/** One page's copy of an article, in its group. */
record Copy(
        @Doc("The group") String articleId,
        @Doc("The page") String pageId,
        @Doc(value = "Its address", nullable = true) String url,
        @Doc(value = "Its capture time", nullable = true) Instant fetchTime,
        @Doc(value = "KST day of capture", nullable = true) LocalDate fetchDate,
        @Doc("The article as it carries it") ArticleCopy article) {}
