package org.snapshothub.bronze.live;

import org.snapshothub.extract.record.Reason;

/** Why an address gave no page. */
public enum FetchReason implements Reason {
    BAD_ADDRESS("bad-address", "It is no http or https address, or it carries a user name."),
    ADDRESS_REFUSED(
            "address-refused", "Its host is at an address that is not public, and the configuration does not name it."),
    ROBOTS_DISALLOWED("robots-disallowed", "The site's robots.txt does not let us, or could not be had."),
    DNS("dns", "The host's name has no address."),
    CONNECTION("connection", "The connection was refused, reset or closed before the answer."),
    TLS("tls", "No trusted TLS connection: certificate, host name or protocol."),
    TIMEOUT("timeout", "The answer did not come within the time allowed for it."),
    HTTP_STATUS("http-status", "The answer's status is neither 200 nor a redirect."),
    TOO_MANY_REDIRECTS("too-many-redirects", "More redirects than allowed, or one that leads to itself."),
    BAD_ANSWER("bad-answer", "What came is no HTTP answer."),
    MEDIA_TYPE("media-type", "The answer is declared as something that is no page: an image, a PDF."),
    EMPTY_ANSWER("empty-answer", "Status 200, and no byte of content."),
    BAD_LIST("bad-list", "The sitemap or feed cannot be understood, or entries of it name no page.");

    private final String code;
    private final String meaning;

    FetchReason(String code, String meaning) {
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
