package org.snapshothub.bronze.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class AddressGuardTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/cases/live/networks.tsv", delimiter = '\t')
    void onlyPublicAddressesPass(String address, String expected) throws UnknownHostException {
        assertThat(AddressGuard.special(InetAddress.getByName(address)).isEmpty())
                .isEqualTo(expected.equals("public"));
    }

    @Test
    void oneAddressThatIsNotPublicClosesTheHost() throws UnknownHostException {
        InetAddress[] both = {InetAddress.getByName("8.8.8.8"), InetAddress.getByName("10.0.0.1")};

        assertThatThrownBy(() -> new AddressGuard(h -> both, Set.of()).addresses("mixed.kr"))
                .hasMessageContaining("10.0.0.1 (private)");
    }

    @Test
    void aHostAllowedByNameMayBePrivate() throws Exception {
        InetAddress[] inside = {InetAddress.getByName("10.0.0.1")};

        assertThat(new AddressGuard(h -> inside, Set.of("intranet.kr")).addresses("intranet.kr"))
                .containsExactly(inside);
    }
}
