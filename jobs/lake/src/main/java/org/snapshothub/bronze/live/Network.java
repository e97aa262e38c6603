package org.snapshothub.bronze.live;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * A block of addresses that lie outside the public Internet.
 *
 * @param prefix the block's first address
 * @param bits how many leading bits make the block
 * @param kind what the block is for, as the IANA registries of special-purpose addresses say
 */
record Network(byte[] prefix, int bits, String kind) {

    /** RFC 6890 and what was registered since; a relay's address (6to4, Teredo, NAT64) may hide a private one. */
    static final List<Network> SPECIAL = List.of(
            of("0.0.0.0/8", "this network"),
            of("10.0.0.0/8", "private"),
            of("100.64.0.0/10", "carrier-grade NAT"),
            of("127.0.0.0/8", "loopback"),
            of("168.63.129.16/32", "cloud metadata"),
            of("169.254.0.0/16", "link-local, cloud metadata"),
            of("172.16.0.0/12", "private"),
            of("192.0.0.0/24", "protocol assignments"),
            of("192.0.2.0/24", "documentation"),
            of("192.88.99.0/24", "6to4 relay"),
            of("192.168.0.0/16", "private"),
            of("198.18.0.0/15", "benchmarking"),
            of("198.51.100.0/24", "documentation"),
            of("203.0.113.0/24", "documentation"),
            of("224.0.0.0/4", "multicast"),
            of("240.0.0.0/4", "reserved"),
            of("2001::/23", "protocol assignments, Teredo"),
            of("2001:db8::/32", "documentation"),
            of("2002::/16", "6to4"),
            of("3fff::/20", "documentation"));

    /** The only block of IPv6 from which public addresses are given out. */
    static final Network GLOBAL_UNICAST = of("2000::/3", "public");

    private static Network of(String block, String kind) {
        int slash = block.indexOf('/');
        try {
            byte[] prefix = InetAddress.getByName(block.substring(0, slash)).getAddress();
            return new Network(prefix, Integer.parseInt(block.substring(slash + 1)), kind);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(block, e);
        }
    }

    boolean holds(byte[] address) {
        if (address.length != prefix.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit += 8) {
            int mask = bits - bit >= 8 ? 0xFF : 0xFF << (8 - (bits - bit)) & 0xFF;
            if (((address[bit / 8] ^ prefix[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
