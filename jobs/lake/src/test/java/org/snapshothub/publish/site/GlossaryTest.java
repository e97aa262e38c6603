package org.snapshothub.publish.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
