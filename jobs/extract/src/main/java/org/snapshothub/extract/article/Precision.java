package org.snapshothub.extract.article;

import java.util.Locale;

/** How exactly an article's date of publication is known. */
public enum Precision {
    DAY,
    MONTH,
    YEAR,
    NONE;

    /** As in {@code silver.articles.published_precision}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
