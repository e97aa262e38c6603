package org.snapshothub.bronze.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a list names, case by case: all are at {@code http://n.kr/rss/all}; {@code !} begins what becomes a fault. */
class XmlListTest {

    private static final String ATOM = "<feed xmlns='http://www.w3.org/2005/Atom' %s>%s</feed>";
    private static final String SITEMAP = "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>%s</urlset>";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "relative to the list      |                 | <link href='/a'/>               | http://n.kr/a",
                "to its folder             |                 | <link href='a'/>                | http://n.kr/rss/a",
                "of the list's scheme      |                 | <link href='//m.kr/a'/>         | http://m.kr/a",
                "to the feed's base        | xml:base='/x/'  | <link href='a'/>                | http://n.kr/x/a",
                "to the bases of all three | xml:base='/x/'  | <y xml:base='no/'/><link xml:base='y/' href='a'/> | http://n.kr/x/y/a",
                "absolute under a base     | xml:base='/x/'  | <link href='https://m.kr/a'/>   | https://m.kr/a",
                "under a base that is none | xml:base='ftp://m.kr/' | <link href='a'/>         | !bad-address",
                "beside a sound file       |                 | <link rel='enclosure' href='/a.mp3'/><link rel='alternate' href='/a'/> | http://n.kr/a",
                "beside the entry itself   |                 | <link rel='self' href='/a.atom'/><link href='/a'/> | http://n.kr/a",
                "the HTML of several       |                 | <link type='application/pdf' href='/a.pdf'/><link type='text/html' href='/a'/><link href='/b'/> | http://n.kr/a",
                "a PDF where it is all     |                 | <link type='application/pdf' href='/a.pdf'/> | http://n.kr/a.pdf",
                "rel as an address         |                 | <link rel='http://www.iana.org/assignments/relation/alternate' href='/a'/> | http://n.kr/a",
                "a link of its source      |                 | <link href='/a'/><source><link href='/s'/></source> | http://n.kr/a",
                "a link in its text        |                 | <content type='xhtml'><div><link href='/css'/></div></content><link href='/a'/> | http://n.kr/a",
                "no page                   |                 | <id>urn:uuid:1</id><link rel='edit' href='/e'/> | !bad-list",
                "no http                   |                 | <link href='mailto:desk@n.kr'/> | !bad-address",
                "Hangul and blanks         |                 | <link href=' /가 나 '/>          | http://n.kr/%EA%B0%80%20%EB%82%98",
            })
    void anEntryOfAtom(String what, String base, String entry, String expected) {
        String feed = "<link href='/home'/><entry>" + entry + "</entry>";

        assertThat(named(ATOM.formatted(base == null ? "" : base, feed))).containsExactly(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "relative                  | <link>a?x=1&amp;y=2</link>                     | http://n.kr/rss/a?x=1&y=2",
                "on lines of its own       | <link>&#10;&#160;<![CDATA[http://m.kr/a]]>&#10;</link> | http://m.kr/a",
                "under a base              | <link xml:base='/x/'>a</link>                  | http://n.kr/x/a",
                "signs that need escaping  | <link>/a&#124;b[1] c</link>                       | http://n.kr/a%7Cb%5B1%5D%20c",
                "a guid beside it          | <guid>http://n.kr/g</guid><link>/a</link>      | http://n.kr/a",
                "a guid alone              | <guid>http://n.kr/g</guid>                     | http://n.kr/g",
                "a guid that is no address | <guid>12345</guid>                             | !bad-list",
                "a guid that is no link    | <guid isPermaLink='false'>http://n.kr/g</guid> | !bad-list",
                "a link of Atom            | <atom:link rel='self' href='/s'/><atom:link href='/a'/> | http://n.kr/a",
                "a link of its image       | <image><url>/i.png</url><link>/i</link></image><link>/a</link> | http://n.kr/a",
                "no page                   | <title>t</title><link/>                        | !bad-list",
            })
    void anItemOfRss(String what, String item, String expected) {
        String channel =
                "<channel><link>http://n.kr/home</link><image><url>/i.png</url><link>/</link></image>%s</channel>";

        assertThat(named("<rss>" + channel.formatted("<item>" + item + "</item>") + "</rss>"))
                .containsExactly(expected);
        assertThat(named("<rdf:RDF>" + channel.formatted("") + "<item rdf:about='x'>" + item + "</item></rdf:RDF>"))
                .containsExactly(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "relative                  | <loc>/a</loc>                                  | http://n.kr/a",
                "with its images           | <image:image><image:loc>/i.png</image:loc></image:image><loc>/a</loc> | http://n.kr/a",
                "with other languages      | <xhtml:link rel='alternate' href='/en'/><loc>/a</loc> | http://n.kr/a",
                "no page                   | <lastmod>2026-01-18</lastmod>                  | !bad-list",
            })
    void aPageOfASitemap(String what, String url, String expected) {
        assertThat(named(SITEMAP.formatted("<url>" + url + "</url>"))).containsExactly(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "cut in an entry      | <rss><channel><item><link>/a</link></item><item><link>/b      | http://n.kr/a !bad-list",
                "one entry of three   | <feed><entry><link href='/a'/></entry><entry/><entry><link href='/c'/></entry></feed> | http://n.kr/a http://n.kr/c !bad-list",
                "no list              | <html><body><link>/a</link></body></html>                     | !bad-list",
                "with entities        | <!DOCTYPE rss [<!ENTITY a '/a'>]><rss><channel/></rss>        | !bad-list",
                "with a DTD           | <!DOCTYPE rss PUBLIC '-//N//DTD//EN' 'http://n.kr/rss.dtd'><rss><channel><item><link>/a</link></item></channel></rss> | http://n.kr/a",
                "bare ampersands      | <rss><channel><item><title>a & b&nbsp;c</title><link>/a?x=1&y=2&amp;z=3</link></item></channel></rss> | http://n.kr/a?x=1&y=2&z=3",
                "ampersands in CDATA  | <rss><channel><!-- a & b --><item><link><![CDATA[/a?x=1&y=2]]></link></item></channel></rss> | http://n.kr/a?x=1&y=2",
                "a control character  | <rss><channel><item><title>a\bb</title><link>/a</link></item></channel></rss> | http://n.kr/a",
                "empty                | <rss><channel><title>t</title></channel></rss>                | ~~",
            })
    void ofWhatIsWrongTheRestIsRead(String what, String list, String expected) {
        assertThat(String.join(" ", named(list))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"100,''", "10000,'!bad-list'"})
    void aListThatIsADeepHoleIsRefused(int depth, String expected) {
        String list = "<feed xml:base='x/'>" + "<a xml:base='y/'>".repeat(depth) + "</a>".repeat(depth) + "</feed>";

        assertThat(String.join(" ", named(list))).isEqualTo(expected);
    }

    private static List<String> named(String xml) {
        List<String> found = new ArrayList<>();
        try {
            WebAddress list = WebAddress.of("http://n.kr/rss/all");
            XmlList.read(list, xml, named -> {
                try {
                    found.add(named.from(list).toString());
                } catch (FetchFault e) {
                    found.add("!" + e.reason().code());
                }
            });
        } catch (FetchFault e) {
            found.add("!" + e.reason().code());
        }
        return found;
    }
}
