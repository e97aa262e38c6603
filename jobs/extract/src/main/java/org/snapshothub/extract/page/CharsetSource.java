package org.snapshothub.extract.page;

/** Which rung of the charset ladder decoded a page. */
public enum CharsetSource {
    /** A byte order mark at the start of the content. */
    BOM("bom"),
    /** The charset parameter of the HTTP Content-Type. */
    HTTP("http"),
    /** A meta element or XML declaration near the start of the content. */
    META("meta"),
    /** Nothing was declared (or nothing that holds), and the bytes are strict UTF-8. */
    UTF_8("utf-8"),
    /** None of the above: MS949, with replacement characters counted. */
    FALLBACK("fallback");

    private final String code;

    CharsetSource(String code) {
        this.code = code;
    }

    /** As in {@code bronze.pages.charset_source}. */
    public String code() {
        return code;
    }
}
