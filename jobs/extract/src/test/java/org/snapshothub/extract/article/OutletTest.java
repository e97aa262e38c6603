package org.snapshothub.extract.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutletTest {

    @ParameterizedTest
    @CsvSource({
        "https://www.jjan.kr/article/1, jjan.kr",
        "http://news.example.co.kr:8080/a?b=1|2, example.co.kr",
        "https://press.jeonbuk.go.kr/view, jeonbuk.go.kr",
        "https://news.moak.example/a, moak.example",
        "http://192.0.2.7/a, 192.0.2.7",
        "http://localhost:8000/, localhost",
        "http://[2001:db8::1]:80/a, [2001:db8::1]",
        "https://WWW.Example.COM./a, example.com",
    })
    void isTheRegisteredDomainOrElseTheHost(String url, String outlet) {
        assertThat(Outlet.of(url)).isEqualTo(outlet);
    }

    @ParameterizedTest
    @CsvSource({"about:blank", "file:///a", "nonsense"})
    void isNothingWithoutAHost(String url) {
        assertThat(Outlet.of(url)).isNull();
    }
}
