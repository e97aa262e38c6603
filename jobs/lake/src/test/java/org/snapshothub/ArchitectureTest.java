package org.snapshothub;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.apache.spark.sql.SparkSession;
import org.snapshothub.lake.Session;

/** The house's rules, one sentence each. */
@AnalyzeClasses(packages = "org.snapshothub", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule everyLayerKnowsOnlyThoseBelowIt = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("org.snapshothub..")
            .layer("main")
            .definedBy("org.snapshothub")
            .layer("cli")
            .definedBy("org.snapshothub.cli")
            .layer("publish")
            .definedBy("org.snapshothub.publish..")
            .layer("gold")
            .definedBy("org.snapshothub.gold")
            .layer("silver")
            .definedBy("org.snapshothub.silver")
            .layer("bronze")
            .definedBy("org.snapshothub.bronze..")
            .layer("audit")
            .definedBy("org.snapshothub.audit")
            .layer("lake")
            .definedBy("org.snapshothub.lake")
            .layer("extract")
            .definedBy("org.snapshothub.extract..")
            .whereLayer("cli")
            .mayOnlyBeAccessedByLayers("main")
            .whereLayer("publish")
            .mayOnlyBeAccessedByLayers("main", "cli")
            .whereLayer("gold")
            .mayOnlyBeAccessedByLayers("main", "cli", "publish")
            .whereLayer("silver")
            .mayOnlyBeAccessedByLayers("main", "cli", "publish", "gold")
            .whereLayer("bronze")
            .mayOnlyBeAccessedByLayers("main", "cli", "publish", "gold", "silver")
            .whereLayer("audit")
            .mayOnlyBeAccessedByLayers("main", "cli", "publish", "gold", "silver", "bronze");

    @ArchTest
    static final ArchRule extractionNeverSeesSparkHadoopScalaOrDelta = noClasses()
            .that()
            .resideInAPackage("org.snapshothub.extract..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala..", "io.delta..");

    /**
     * jsoup parses HTML; jwarc knows WARC digests; zstd-jni and brotli undo codings; commons-csv and Jackson read the
     * reference files, sidecars and JSON-LD; crawler-commons knows registered domains; Lucene's nori knows Korean words.
     */
    @ArchTest
    static final ArchRule extractionUsesTheseLibrariesAndNoOthers = classes()
            .that()
            .resideInAPackage("org.snapshothub.extract..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.snapshothub.extract..",
                    "java..",
                    "javax.xml..",
                    "org.w3c.dom..",
                    "org.xml.sax..",
                    "org.jsoup..",
                    "org.netpreserve.jwarc..",
                    "com.github.luben.zstd..",
                    "org.brotli.dec..",
                    "org.apache.commons.csv..",
                    "com.fasterxml.jackson..",
                    "crawlercommons..",
                    "org.apache.lucene..");

    @ArchTest
    static final ArchRule extractorsNeverLookAtTheClock = noClasses()
            .that()
            .resideInAPackage("org.snapshothub.extract..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule publishingIsPlainJava = noClasses()
            .that()
            .resideInAPackage("org.snapshothub.publish..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "scala..", "io.delta..");

    @ArchTest
    static final ArchRule onlySessionMakesASparkSession =
            noClasses().that().doNotBelongToAnyOf(Session.class).should().callMethod(SparkSession.class, "builder");

    @ArchTest
    static final ArchRule onlyTheCommandLinePrints = noClasses()
            .that()
            .resideOutsideOfPackage("org.snapshothub.cli")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule nothingIsCalledUtilsHelperOrManager = noClasses()
            .should()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.snapshothub.(*)..").should().beFreeOfCycles();
}
