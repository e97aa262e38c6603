package org.snapshothub.bronze.live;

/** What came of asking for an address. */
public sealed interface Visited {

    /** A page that is not known as it is now. */
    record Taken(Answer answer, String contentDigest) implements Visited {}

    /**
     * The page as it was: the server says so, or its content does.
     *
     * @param answer status 304, or 200 with the same content
     */
    record Unchanged(Answer answer, String contentDigest) implements Visited {}

    /** No page. */
    record Failed(FetchFault fault) implements Visited {}
}
