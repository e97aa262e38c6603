package org.snapshothub.extract.article;

import org.snapshothub.extract.record.Reason;

/** Why a page that has an article gave none. */
public enum ArticleReason implements Reason {
    NO_MAIN_TEXT("article-without-main-text", "The page says it is an article, but no paragraphs of one stand in it."),
    NO_TITLE("article-without-title", "Paragraphs of an article stand in the page, but no headline.");

    private final String code;
    private final String meaning;

    ArticleReason(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
