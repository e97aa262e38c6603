package org.snapshothub.bronze.live;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;
import org.snapshothub.extract.page.Head;

/**
 * One HTTP answer as it came over the wire.
 *
 * @param address what was asked, after redirects
 * @param at when it was asked
 * @param peer the address that was connected to
 * @param head the answer's head
 * @param headBytes the same, as it came
 * @param body the body as it came, codings and all; empty where it was not wanted
 * @param truncated null, or why the body is not whole: {@code length} or {@code disconnect}
 */
public record Answer(
        WebAddress address, Instant at, InetAddress peer, Head head, byte[] headBytes, byte[] body, String truncated) {

    int status() {
        return head.status();
    }

    boolean isRedirect() {
        return switch (status()) {
            case 301, 302, 303, 307, 308 -> head.value("location") != null;
            default -> false;
        };
    }

    /** Where a redirect leads, as its bytes stand: sites send Hangul raw, in UTF-8 or EUC-KR. */
    String location() {
        StringBuilder location = new StringBuilder();
        for (char c : head.value("location").toCharArray()) {
            location.append(c < 0x80 ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return location.toString();
    }

    public Optional<String> field(String name) {
        return Optional.ofNullable(head.value(name));
    }
}
