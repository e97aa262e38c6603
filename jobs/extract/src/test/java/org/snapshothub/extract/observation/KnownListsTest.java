package org.snapshothub.extract.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snapshothub.extract.page.Page;

class KnownListsTest {

    private static final Instant CAPTURED = Instant.parse("2026-01-18T03:10:00Z");
    private static final String HEAD = "2026.01.18 12시 현재 ";
    private static final String LIST = IntStream.range(0, 12)
            .mapToObj(i -> List.of("속초", "북춘천", "철원", "동두천", "파주", "대관령", "춘천", "백령도", "북강릉", "강릉", "동해", "서울")
                            .get(i) + " 맑음 " + i + ".5℃")
            .collect(Collectors.joining("\n"));

    private final Vocabulary vocabulary = new Vocabulary(Stations.bundled(), SkyWords.bundled());
    private final KnownLists known = new KnownLists(vocabulary);
    private int reads;

    @ParameterizedTest
    @CsvSource({
        "the same page,                     '',        '',      ' 기사가 이어진다.', 1",
        "another article behind it,         '',        '',      ' 다른 기사다.',     1",
        "a number of it differs,            ' 0.5',    ' 9.5',  '',                  2",
        "its date differs,                  '01.18',   '01.17', '',                  2",
        "a sky stands behind it,            '',        '',      ' 흐림',             2",
        "another number stands behind it,   '',        '',      ' 수온 3.1℃',        2",
    })
    void isReadOnceHoweverManyPagesShowIt(String fact, String old, String other, String behind, int times) {
        String menu = "지면보기 ".repeat(600);
        read(menu + HEAD + LIST + " 기사가 이어진다.");
        read(("구독신청 " + menu + HEAD + LIST).replace(old, other) + behind);

        assertThat(reads).as(fact).isEqualTo(times);
    }

    /** Whatever pages were read before, and however little a page differs from them, it gives what it gives alone. */
    @Test
    void changesNoAnswer() throws IOException {
        WidgetExtractor shared = extractor();
        Random random = new Random(11);
        List<String> edits =
                List.of("평균 5℃", " 내일 ", "2026.01.17 ", "흐림", "서울 ", "\n", "최고 ", " 3.1℃ ", "-", "<br>", "체감 ");
        for (Path folder : folders()) {
            String page = text(folder);
            for (int i = 0; i < 12; i++) {
                int at = random.nextInt(page.length() + 1);
                int to = random.nextBoolean() ? at : Math.min(page.length(), at + 1 + random.nextInt(3));
                String edit = random.nextInt(3) == 0 ? "" : edits.get(random.nextInt(edits.size()));
                String edited = i == 0 ? page : page.substring(0, at) + edit + page.substring(to);
                for (int again = 0; again < 2; again++) {
                    assertThat(shared.extract(page(edited)))
                            .as(folder + " edited at " + at)
                            .isEqualTo(extractor().extract(page(edited)));
                }
            }
        }
    }

    private void read(String text) {
        MarkedText page = MarkedText.ofText(text);
        known.of(page, () -> {
            reads++;
            EntryLists lists = EntryLists.of(page, vocabulary, java.util.Set.of());
            assertThat(lists.lists()).hasSize(1);
            return new KnownLists.Read(
                    Optional.of(new SourceList(lists.lists(), PrintedTime.NONE, null)), !lists.mindWhatFollows());
        });
    }

    private static WidgetExtractor extractor() {
        return new WidgetExtractor(Stations.bundled(), SkyWords.bundled(), Regions.bundled(), Plausibility.bundled());
    }

    private static Page page(String text) {
        return new Page("https://paper.example.kr/", CAPTURED, text.startsWith("<") ? "text/html" : "text/plain", text);
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src/test/resources/cases/observation"))) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static String text(Path folder) throws IOException {
        for (String form : new String[] {"html", "txt", "xml"}) {
            Path page = folder.resolve("page." + form);
            if (Files.exists(page)) {
                return Files.readString(page);
            }
        }
        throw new IOException(folder + " holds no page");
    }
}
