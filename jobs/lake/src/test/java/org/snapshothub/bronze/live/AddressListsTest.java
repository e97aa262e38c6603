package org.snapshothub.bronze.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.snapshothub.bronze.live.AddressLists.Scope.ANY_SITE;
import static org.snapshothub.bronze.live.AddressLists.Scope.OWN_SITE;
import static org.snapshothub.bronze.live.Site.answer;
import static org.snapshothub.bronze.live.Site.status;
import static org.snapshothub.bronze.live.Site.text;
import static org.snapshothub.bronze.live.Site.xml;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AddressListsTest {

    private static final String NS = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";

    private final Site site = new Site();
    private final Fetcher fetcher =
            new Fetcher(FetcherTest.settings(), FetcherTest::resolve, (SSLSocketFactory) SSLSocketFactory.getDefault());
    private final AddressLists lists = lists(Duration.ofMinutes(1));

    @AfterEach
    void close() {
        fetcher.close();
        site.close();
    }

    private AddressLists lists(Duration time) {
        return new AddressLists(fetcher, FetcherTest.settings(), System.nanoTime() + time.toNanos());
    }

    private AddressLists.Listed below(String target, AddressLists.Scope scope) throws Exception {
        return lists.below(WebAddress.of(url(target)), scope);
    }

    private String url(String target) {
        return site.url("news.test", target);
    }

    private String urlset(String... targets) {
        StringBuilder set = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset" + NS + ">");
        for (String target : targets) {
            set.append("<url><loc>").append(url(target)).append("</loc><lastmod>2026-01-18</lastmod></url>");
        }
        return set + "</urlset>";
    }

    private String index(String... targets) {
        StringBuilder index = new StringBuilder("<sitemapindex" + NS + ">");
        for (String target : targets) {
            index.append("<sitemap><loc>").append(url(target)).append("</loc></sitemap>");
        }
        return index + "</sitemapindex>";
    }

    private static byte[] gzip(String text) throws Exception {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return zipped.toByteArray();
    }

    @Test
    void anIndexLeadsToItsSitemapsGzippedOnesToo() throws Exception {
        site.on("/index.xml", xml(index("/one.xml", "/two.xml.gz", "/index.xml")));
        site.on("/one.xml", xml(urlset("/a", "/b?x=1&amp;y=2")));
        site.on("/two.xml.gz", answer(200, gzip(urlset("/c")), "Content-Type: application/x-gzip"));

        AddressLists.Listed listed = below("/index.xml", OWN_SITE);

        assertThat(listed.faults()).isEmpty();
        assertThat(listed.pages())
                .extracting(WebAddress::toString)
                .containsExactly(url("/a"), url("/b?x=1&y=2"), url("/c"));
    }

    @Test
    void oneSitemapThatIsBrokenCostsThatOne() throws Exception {
        site.on("/index.xml", xml(index("/gone.xml", "/broken.xml", "/good.xml")));
        site.on("/gone.xml", status(404));
        site.on("/broken.xml", xml("<urlset><url><loc>"));
        site.on("/good.xml", xml(urlset("/a")));

        AddressLists.Listed listed = below("/index.xml", OWN_SITE);

        assertThat(listed.pages()).extracting(WebAddress::toString).containsExactly(url("/a"));
        assertThat(listed.faults())
                .extracting(f -> f.fault().reason())
                .containsExactly(FetchReason.HTTP_STATUS, FetchReason.BAD_LIST);
    }

    @Test
    void addressesOfOtherSitesInASitemapAreLeftOut() throws Exception {
        String page = site.url("www.paper.kr", "/a");
        site.on(
                "/sitemap.xml",
                xml("<urlset" + NS + "><url><loc>" + page + "</loc></url><url><loc>http://m.paper.kr/x</loc></url>"
                        + "<url><loc>http://victim.kr/</loc></url></urlset>"));

        AddressLists.Listed listed = lists.below(WebAddress.of(site.url("www.paper.kr", "/sitemap.xml")), OWN_SITE);

        assertThat(listed.pages()).extracting(WebAddress::toString).containsExactly(page, "http://m.paper.kr/x");
        assertThat(listed.warnings()).singleElement().asString().contains("1 addresses of other sites");
    }

    @Test
    void depthAndNumberOfSitemapsAreBounded() throws Exception {
        for (int i = 0; i < 30; i++) {
            site.on("/i" + i, xml(index("/i" + (i + 1))));
        }
        String[] many = new String[30];
        for (int i = 0; i < 30; i++) {
            many[i] = "/m" + i;
            site.on("/m" + i, xml(urlset("/p" + i)));
        }
        site.on("/many", xml(index(many)));

        below("/i0", OWN_SITE);
        assertThat(site.targets()).contains("/i2").doesNotContain("/i3");
        assertThat(below("/many", OWN_SITE).warnings())
                .singleElement()
                .asString()
                .contains("http.sitemap-files");
    }

    @Test
    void aSiteWhoseSitemapsAreSlowOrFailOneAfterAnotherIsLeft() throws Exception {
        site.on("/index", xml(index("/1", "/2", "/3", "/4")));
        for (int i = 1; i <= 4; i++) {
            site.on("/" + i, status(503));
        }

        assertThat(below("/index", OWN_SITE).warnings())
                .singleElement()
                .asString()
                .contains("2 failed");
        assertThat(site.targets()).contains("/2").doesNotContain("/3");
        assertThat(lists(Duration.ZERO)
                        .below(WebAddress.of(url("/index")), OWN_SITE)
                        .warnings())
                .singleElement()
                .asString()
                .contains("http.run-time");
    }

    @Test
    void aSitemapThatUnpacksBeyondTheLimitIsRefused() throws Exception {
        site.on(
                "/bomb.xml.gz",
                answer(200, gzip("<urlset>" + " ".repeat(8 << 20) + "</urlset>"), "Content-Type: application/gzip"));

        assertThat(below("/bomb.xml.gz", OWN_SITE).faults()).singleElement().satisfies(f -> assertThat(f.fault())
                .hasMessageContaining("unpacks to more than"));
    }

    @Test
    void entitiesOfADtdAreNotRead() throws Exception {
        site.on(
                "/xxe.xml",
                xml("<?xml version=\"1.0\"?><!DOCTYPE u [<!ENTITY x SYSTEM \"" + url("/secret") + "\">]><urlset" + NS
                        + "><url><loc>" + url("/a") + "?&x;</loc></url></urlset>"));

        site.on(
                "/laughs.xml",
                xml("<!DOCTYPE u [<!ENTITY a \"ha\"><!ENTITY b \"" + "&a;".repeat(1_000) + "\"><!ENTITY c \""
                        + "&b;".repeat(1_000) + "\"><!ENTITY d \"" + "&c;".repeat(1_000) + "\">]><urlset" + NS
                        + "><url><loc>&d;</loc></url></urlset>"));

        below("/xxe.xml", OWN_SITE);

        assertThat(site.targets()).doesNotContain("/secret");
        assertThat(below("/laughs.xml", OWN_SITE).faults())
                .extracting(f -> f.fault().reason())
                .containsExactly(FetchReason.BAD_LIST);
    }

    @Test
    void feedsGiveTheirEntriesWhateverTheirCharset() throws Exception {
        String rss =
                "<?xml version=\"1.0\" encoding=\"euc-kr\"?><rss version=\"2.0\"><channel><title>똠방 소식</title><link>"
                        + url("/") + "</link><item><title>가</title><link>" + url("/a?id=1&amp;x=2")
                        + "</link></item><item><title>나</title><link>" + site.url("other.test", "/b")
                        + "</link></item></channel></rss>";
        site.on("/rss", answer(200, rss.getBytes(Charset.forName("MS949")), "Content-Type: text/xml; charset=utf-8"));
        site.on(
                "/atom",
                xml("<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>t</title><link rel=\"self\" href=\""
                        + url("/atom") + "\"/><entry><title>e</title><link href=\"" + url("/c")
                        + "\"/></entry></feed>"));

        assertThat(below("/rss", ANY_SITE).pages())
                .extracting(WebAddress::toString)
                .containsExactly(url("/a?id=1&x=2"), site.url("other.test", "/b"));
        assertThat(below("/atom", ANY_SITE).pages())
                .extracting(WebAddress::toString)
                .containsExactly(url("/c"));
    }

    @Test
    void addressesInAFeedMayBeRelativeToIt() throws Exception {
        site.on(
                "/news/rss",
                xml("<rss version=\"2.0\"><channel><item><link>/a?x=1</link></item><item><link>b</link></item>"
                        + "</channel></rss>"));
        site.on(
                "/news/rdf",
                xml("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
                        + " xmlns=\"http://purl.org/rss/1.0/\"><channel rdf:about=\"y\"><title>t</title><link>"
                        + url("/") + "</link></channel><item rdf:about=\"x\"><link>" + url("/c")
                        + "</link></item></rdf:RDF>"));

        assertThat(below("/news/rss", ANY_SITE).pages())
                .extracting(WebAddress::toString)
                .containsExactly(url("/a?x=1"), url("/news/b"));
        assertThat(below("/news/rdf", ANY_SITE).pages())
                .extracting(WebAddress::toString)
                .containsExactly(url("/c"));
    }

    @Test
    void whatAFeedNamesIsAPageOrAFault() throws Exception {
        String item = "<item><link>%s</link></item>";
        site.on(
                "/rss",
                xml("<rss><channel>" + item.formatted("/a") + item.formatted("http://u@victim.kr/") + item.formatted("")
                        + item.formatted("/b") + "</channel></rss>"));
        site.on("/wrong", xml("<rss><channel>" + item.formatted("mailto:x").repeat(101) + "</channel></rss>"));

        AddressLists.Listed listed = below("/rss", ANY_SITE);

        assertThat(listed.pages()).extracting(WebAddress::toString).containsExactly(url("/a"), url("/b"));
        assertThat(listed.faults())
                .extracting(AddressLists.Fault::address, f -> f.fault().reason())
                .containsExactly(
                        tuple("http://u@victim.kr/", FetchReason.BAD_ADDRESS),
                        tuple(url("/rss"), FetchReason.BAD_LIST));
        assertThat(below("/wrong", ANY_SITE).faults()).hasSize(100);
        assertThat(below("/wrong", ANY_SITE).warnings())
                .singleElement()
                .asString()
                .contains("more than 100");
    }

    @Test
    void whatStandsBeforeABreakIsTaken() throws Exception {
        site.on("/index.xml", xml(index("/one.xml").replace("</sitemapindex>", "<sitemap><loc>")));
        site.on("/one.xml", xml(urlset("/a").replace("</urlset>", "<url><loc>/b")));

        AddressLists.Listed listed = below("/index.xml", OWN_SITE);

        assertThat(listed.pages()).extracting(WebAddress::toString).containsExactly(url("/a"));
        assertThat(listed.faults())
                .extracting(AddressLists.Fault::address)
                .containsExactly(url("/index.xml"), url("/one.xml"));
    }

    @Test
    void anAddressALineIsASitemapToo() throws Exception {
        site.on("/sitemap.txt", text(url("/a") + "\n\n" + url("/b") + "\n"));

        assertThat(below("/sitemap.txt", OWN_SITE).pages()).hasSize(2);
    }
}
