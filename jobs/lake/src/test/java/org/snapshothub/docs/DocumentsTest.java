package org.snapshothub.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snapshothub.Pipeline;
import org.snapshothub.Repository;
import org.snapshothub.cli.Hub;
import picocli.CommandLine;

/** What people read names only what is there: files, links, commands, options, jobs. */
class DocumentsTest {

    private static final Pattern PATH = Pattern.compile("(jobs|conf|data|notebooks)(/[\\w.-]+)+/?");
    private static final Pattern MADE = Pattern.compile("(jobs/\\w+/)?target/.*|data/(lake|site)(/.*)?");
    private static final Pattern COMMAND = Pattern.compile("(?:^|[\\s/])hub ([a-z]\\S*)([^|;&#]*)");
    private static final int PAGE = 60;

    private static final Map<String, CommandLine> COMMANDS = new CommandLine(new Hub()).getSubcommands();

    static List<Document> ours() {
        List<Document> documents = new ArrayList<>(List.of(Document.of("README.md"), Document.of("CHANGELOG.md")));
        documents.addAll(Document.below("jobs/docs/decisions"));
        return documents;
    }

    static List<Document> all() {
        List<Document> documents = new ArrayList<>(List.of(Document.of("README.md"), Document.of("CHANGELOG.md")));
        Stream.of("jobs/docs", "conf", "data", "notebooks").map(Document::below).forEach(documents::addAll);
        return documents;
    }

    @ParameterizedTest
    @MethodSource("ours")
    void everyPathNamedIsThere(Document document) {
        assertThat(document.code())
                .flatMap(code -> List.of(code.split("\\s+")))
                .filteredOn(word -> PATH.matcher(word).matches())
                .filteredOn(word -> !MADE.matcher(word).matches())
                .allSatisfy(path -> assertThat(Repository.path(path)).exists());
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyLinkLeadsSomewhere(Document document) {
        assertThat(document.links())
                .allSatisfy(
                        link -> assertThat(document.file().resolveSibling(link)).exists());
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyCommandShownIsOne(Document document) {
        for (String code : document.code()) {
            Matcher command = COMMAND.matcher(code);
            while (command.find()) {
                assertThat(COMMANDS).as(code).containsKey(command.group(1));
                List<String> words = Arrays.asList(command.group(2).strip().split("\\s+"));
                assertThat(COMMANDS.get(command.group(1))
                                .getCommandSpec()
                                .optionsMap()
                                .keySet())
                        .as(code)
                        .containsAll(options(words));
                if (command.group(1).equals("job")) {
                    assertThat(jobs(words)).as(code).noneMatch(Predicate.not(DocumentsTest::isJob));
                }
            }
        }
    }

    private static List<String> options(List<String> words) {
        return words.stream()
                .filter(word -> word.startsWith("--"))
                .map(word -> word.replaceAll("=.*", ""))
                .toList();
    }

    /** Words before the first option; those in capitals stand for any. */
    private static List<String> jobs(List<String> words) {
        return words.stream()
                .takeWhile(word -> !word.startsWith("-"))
                .filter(word -> word.matches("[a-z-]+"))
                .toList();
    }

    private static boolean isJob(String name) {
        return !Pipeline.named(name).isEmpty();
    }

    @Test
    void decisionsAreNumberedFromOneOn() {
        List<Document> decisions = Document.below("jobs/docs/decisions");
        for (int i = 0; i < decisions.size(); i++) {
            assertThat(decisions.get(i).file().getFileName().toString()).startsWith(String.format("%04d-", i + 1));
        }
    }

    @Test
    void aDecisionIsAPage() {
        assertThat(Document.below("jobs/docs/decisions"))
                .allSatisfy(decision -> assertThat(decision.text().lines().count())
                        .as(decision.toString())
                        .isLessThanOrEqualTo(PAGE));
    }
}
