package io.siyu.pipelines.batch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class SpringStaysInBatchTest {
    private static final JavaClasses PIPELINES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.siyu.pipelines");

    @Test
    void only_the_batch_package_knows_spring() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.siyu.pipelines.batch")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(PIPELINES);
    }

    @Test
    void the_batch_package_does_not_know_spark() {
        noClasses()
                .that()
                .resideInAPackage("io.siyu.pipelines.batch")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.spark..", "io.delta..")
                .check(PIPELINES);
    }
}
