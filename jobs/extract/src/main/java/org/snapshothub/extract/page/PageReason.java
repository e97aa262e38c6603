package org.snapshothub.extract.page;

import org.snapshothub.extract.record.Reason;

/** Why bytes did not become a page. */
public enum PageReason implements Reason {
    EMPTY_INPUT("empty-input", "The input holds no byte."),
    NOT_A_PAGE("not-a-page", "The input is neither an archive nor HTML, XML or text."),
    BAD_SIDECAR(
            "bad-sidecar", "The file's .meta.json cannot be read, so that its page would get a wrong address or time."),
    TRUNCATED_RECORD("truncated-record", "The input ends inside this record."),
    DAMAGED_RECORD(
            "damaged-record", "The record's head is not one: no version, no length, or a line that is no field."),
    RECORD_LENGTH("record-length", "The record's Content-Length does not lead to its end."),
    GARBAGE("garbage", "Bytes that belong to no record stand where one should begin."),
    DAMAGED_MEMBER(
            "damaged-member", "A gzip member or zstd frame does not decompress, or not to what its checksum says."),
    SPLICED_RECORD("spliced-record", "The record is spread over several gzip members and does not match its digest."),
    DAMAGED_PAYLOAD(
            "damaged-payload",
            "The HTTP body cannot be decoded by the codings its head declares, and is not plain either."),
    DAMAGED_ZIP("damaged-zip", "The zip's directory or an entry of it cannot be read."),
    LONE_REVISIT("lone-revisit", "The record refers to an earlier capture that the lake does not hold."),
    UNDECODABLE("undecodable", "No charset turns the page's bytes into readable text.");

    private final String code;
    private final String meaning;

    PageReason(String code, String meaning) {
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
