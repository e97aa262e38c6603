package org.snapshothub.bronze.live;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lets only public addresses through, so that no page and no redirect makes the hub ask its own network.
 *
 * <p>A name is resolved once, every address it has is looked at, and the connection is made to one of these very
 * addresses: a name that resolves to another one a moment later (DNS rebinding) gains nothing.
 */
final class AddressGuard {

    /** Resolves names: the system's resolver, or a table in tests. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    private final Resolver resolver;
    private final Set<String> allowed;

    /** @param allowed hosts that may be private, by the name under which they are asked */
    AddressGuard(Resolver resolver, Set<String> allowed) {
        this.resolver = resolver;
        this.allowed = allowed;
    }

    /** The addresses that {@code host} may be asked at. */
    List<InetAddress> addresses(String host) throws FetchFault {
        InetAddress[] resolved;
        try {
            resolved = resolver.addresses(host);
        } catch (UnknownHostException e) {
            throw new FetchFault(FetchReason.DNS, "host " + host + " has no address");
        }
        if (!allowed.contains(host)) {
            for (InetAddress address : resolved) {
                Optional<String> kind = special(address);
                if (kind.isPresent()) {
                    throw new FetchFault(
                            FetchReason.ADDRESS_REFUSED,
                            "host " + host + " is at " + address.getHostAddress() + " (" + kind.get()
                                    + "); a host that is meant to be private is named in http.allowed-private-hosts");
                }
            }
        }
        return List.of(resolved);
    }

    /** What keeps an address from being public; empty when it is. Java tells IPv4-mapped addresses as IPv4. */
    static Optional<String> special(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == 16 && !Network.GLOBAL_UNICAST.holds(bytes)) {
            return Optional.of("no public IPv6 address");
        }
        return Network.SPECIAL.stream()
                .filter(n -> n.holds(bytes))
                .map(Network::kind)
                .findFirst();
    }
}
