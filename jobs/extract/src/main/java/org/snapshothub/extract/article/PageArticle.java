package org.snapshothub.extract.article;

import java.time.LocalDate;

/**
 * The article of one page.
 *
 * @param title its headline, NFC
 * @param subtitle the line under the headline; null when there is none
 * @param body its paragraphs, one a line, NFC, without page chrome, captions and the reporter's line
 * @param publishedOn KST day; null unless the full date is certain
 * @param publishedMonth {@code YYYY-MM} for precision day and month, else null
 * @param publishedPrecision what is certain of the date
 * @param publishedText the words the date rests on; null when there are none
 * @param outlet registered domain of the page's address, its host where that has none; null without an address
 * @param byline the reporter's line as printed; null when there is none
 */
public record PageArticle(
        String title,
        String subtitle,
        String body,
        LocalDate publishedOn,
        String publishedMonth,
        Precision publishedPrecision,
        String publishedText,
        String outlet,
        String byline) {}
