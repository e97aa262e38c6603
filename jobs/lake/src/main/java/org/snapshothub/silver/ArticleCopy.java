package org.snapshothub.silver;

import java.time.LocalDate;
import java.util.List;
import org.snapshothub.lake.Doc;

/** The article as one page carries it. */
public record ArticleCopy(
        @Doc("Title") String title,

        @Doc(value = "Subtitle; null when none", nullable = true)
        String subtitle,

        @Doc("Text in NFC") String body,

        @Doc(value = "Day of publication (KST); null unless certain", nullable = true)
        LocalDate publishedOn,

        @Doc(value = "YYYY-MM for precision day and month", nullable = true)
        String publishedMonth,

        @Doc("day, month, year or none") String publishedPrecision,

        @Doc(value = "The words the date rests on", nullable = true)
        String publishedText,

        @Doc(value = "Registered domain; null without url", nullable = true)
        String outlet,

        @Doc("Band keys of the text's MinHash signature: copies of a text share some")
        List<Long> bands) {}
