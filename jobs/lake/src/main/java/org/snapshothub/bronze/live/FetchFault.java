package org.snapshothub.bronze.live;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** An address gave no page: the reason, and whether it is worth asking again. */
public final class FetchFault extends IOException {

    private static final long serialVersionUID = 1L;

    private final FetchReason reason;
    private final Hope hope;
    private final Duration retryAfter;

    /** What another question may bring. */
    private enum Hope {
        /** The same question may have another answer in a moment. */
        SOON,
        /** It has been asked often enough; other addresses of the host will fare no better. */
        NOT_TODAY,
        /** It is this address's own fault. */
        NONE
    }

    private FetchFault(FetchReason reason, String detail, Hope hope, Duration retryAfter) {
        super(detail);
        this.reason = reason;
        this.hope = hope;
        this.retryAfter = retryAfter;
    }

    FetchFault(FetchReason reason, String detail) {
        this(reason, detail, hope(reason), null);
    }

    private static Hope hope(FetchReason reason) {
        return switch (reason) {
            case TIMEOUT, CONNECTION -> Hope.SOON;
            case DNS, TLS -> Hope.NOT_TODAY;
            default -> Hope.NONE;
        };
    }

    /** A status that is no page; 429 and faults of the server may pass. */
    static FetchFault ofStatus(int status, WebAddress address, Optional<Duration> retryAfter) {
        boolean mayPass = status == 429 || (status >= 500 && status != 501 && status != 505);
        String wait =
                retryAfter.map(d -> ", Retry-After " + d.toSeconds() + " s").orElse("");
        return new FetchFault(
                FetchReason.HTTP_STATUS,
                "status " + status + wait + " from " + address,
                mayPass ? Hope.SOON : Hope.NONE,
                mayPass ? retryAfter.orElse(null) : null);
    }

    public FetchReason reason() {
        return reason;
    }

    /** The same fault, met again without asking again. */
    FetchFault settled() {
        return new FetchFault(reason, getMessage(), hope == Hope.SOON ? Hope.NOT_TODAY : hope, retryAfter);
    }

    boolean mayPass() {
        return hope == Hope.SOON;
    }

    /** How long the server asks us to stay away. */
    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** Whether it speaks of the host rather than of this one address. */
    boolean isOfHost() {
        return hope != Hope.NONE;
    }
}
