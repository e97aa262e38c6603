package org.snapshothub.bronze.live;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.snapshothub.extract.page.Head;

/**
 * What is asked for, and how much of it is taken.
 *
 * @param accept the Accept field
 * @param maxBytes a body is cut there, as it comes over the wire
 * @param worthReading whether the body behind a head is wanted; if not, the connection ends with the head
 * @param fields more request fields
 */
record Want(String accept, int maxBytes, Predicate<Head> worthReading, Map<String, String> fields) {

    static Want page(int maxBytes, Map<String, String> conditions) {
        return new Want(
                "text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8",
                maxBytes,
                head -> isOk(head) && head.announcesPage(),
                new TreeMap<>(conditions));
    }

    static Want list(int maxBytes) {
        return new Want("application/xml,text/xml,*/*;q=0.5", maxBytes, Want::isOk, Map.of());
    }

    static Want robots(int maxBytes) {
        return new Want("text/plain,*/*;q=0.5", maxBytes, Want::isOk, Map.of());
    }

    private static boolean isOk(Head head) {
        return Integer.valueOf(200).equals(head.status());
    }
}
