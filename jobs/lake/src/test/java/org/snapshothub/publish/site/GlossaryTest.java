package org.snapshothub.publish.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snapshothub.Repository;
import org.snapshothub.extract.record.Reason;
import org.snapshothub.publish.site.data.OpenData;

class GlossaryTest {

    private final Glossary glossary = Glossary.bundled();

    @Test
    void hasEveryReasonOfTheCode() {
        List<Reason> reasons = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.snapshothub").stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(Reason.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                        .map(Reason.class::cast)
                        .toList();

        assertThat(reasons).hasSizeGreaterThan(30).allSatisfy(reason -> assertThat(glossary.reason(reason.code()))
                .as("jobs/lake/src/main/resources/site/reasons.csv needs a line for " + reason.code())
                .isPresent());
    }

    @Test
    void hasEveryRuleThatDoubtsAReadingAndEveryTopicOfACase() throws IOException {
        Path reference = Repository.path("data/reference");
        assertThat(firstColumn(reference.resolve("plausibility.csv"), line -> line.contains(",warn,")))
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(Language.values())
                        .allSatisfy(language -> assertThat(glossary.rule(rule, language))
                                .as(rule)
                                .isPresent()));
        assertThat(firstColumn(reference.resolve("topic_words.csv"), line -> !line.startsWith("topic,")))
                .hasSize(16)
                .allSatisfy(
                        topic -> assertThat(glossary.topic(topic, Language.EN)).isNotEqualTo(topic));
    }

    private static Set<String> firstColumn(Path csv, Predicate<String> wanted) throws IOException {
        try (Stream<String> lines = Files.lines(csv)) {
            return lines.filter(line -> !line.startsWith("#"))
                    .filter(wanted)
                    .map(line -> line.substring(0, line.indexOf(',')))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void hasEveryTableGivenAway() {
        Stream.concat(OpenData.byDay().stream(), OpenData.whole(SeedDay.content()).stream())
                .forEach(table -> assertThat(glossary.grain(table.name()))
                        .as(table.name())
                        .isPresent());
    }

    @Test
    void hasEveryColumnGivenAway() {
        Stream.concat(OpenData.byDay().stream(), OpenData.whole(SeedDay.content()).stream())
                .forEach(table -> assertThat(table.columns())
                        .allSatisfy(column -> assertThat(glossary.column(table.name(), column.name()))
                                .as("jobs/lake/src/main/resources/site/columns.csv needs a line for " + table.name()
                                        + "." + column.name())
                                .isPresent()));
    }
}
