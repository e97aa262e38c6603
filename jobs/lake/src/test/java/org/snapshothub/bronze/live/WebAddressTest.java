package org.snapshothub.bronze.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class WebAddressTest {

    @ParameterizedTest
    @CsvFileSource(
            resources = "/cases/live/addresses.tsv",
            delimiter = '\t',
            ignoreLeadingAndTrailingWhitespace = false)
    void hasOneSpelling(String written, String spelling) throws FetchFault {
        if (spelling.equals("-")) {
            assertThatThrownBy(() -> WebAddress.of(written))
                    .isInstanceOfSatisfying(
                            FetchFault.class, e -> assertThat(e.reason()).isEqualTo(FetchReason.BAD_ADDRESS));
        } else {
            assertThat(WebAddress.of(written)).hasToString(spelling);
            assertThat(WebAddress.of(spelling)).hasToString(spelling);
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/cases/live/locations.tsv", delimiter = '\t')
    void aLocationLeadsFromWhereItWasRead(String from, String location, String to) throws FetchFault {
        assertThat(WebAddress.of(from).resolve(location)).hasToString(to);
    }

    @Test
    void hostAndPortAreThoseToConnectTo() throws FetchFault {
        assertThat(WebAddress.of("https://News.kr./x"))
                .returns("news.kr", WebAddress::host)
                .returns(443, WebAddress::port)
                .returns("/x", WebAddress::target);
        assertThat(WebAddress.of("http://[2001:db8::1]:81/?q"))
                .returns("2001:db8::1", WebAddress::host)
                .returns(81, WebAddress::port)
                .returns("/?q", WebAddress::target);
        assertThat(WebAddress.of("http://a_b.kr:8080/")).returns("a_b.kr", WebAddress::host);
    }
}
