package org.snapshothub.extract.observation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.snapshothub.extract", importOptions = ImportOption.DoNotIncludeTests.class)
class ObservationRulesTest {

    @ArchTest
    static final ArchRule KNOWS_PAGES_AND_NOTHING_OF_ARTICLES_SPARK_OR_THE_NETWORK = noClasses()
            .that()
            .resideInAPackage("..extract.observation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..extract.article..",
                    "..extract.usecase..",
                    "org.apache.spark..",
                    "org.apache.hadoop..",
                    "java.net..",
                    "java.nio.file..")
            .because("weather is read from a page alone");

    @ArchTest
    static final ArchRule NEVER_ASKS_WHAT_TIME_IT_IS = noClasses()
            .that()
            .resideInAPackage("..extract.observation..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("the same page must always give the same rows");
}
