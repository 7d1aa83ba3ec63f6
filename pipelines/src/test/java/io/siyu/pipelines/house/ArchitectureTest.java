package io.siyu.pipelines.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** Who may know whom. */
@AnalyzeClasses(packages = "io.siyu", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] SPARK = {"org.apache.spark..", "io.delta..", "org.apache.hadoop.."};

    /** Those that read queries as trees; {@code ReleaseViews} names its views in the session's catalogue. */
    private static final Set<String> READS_TREES = Set.of(
            "io.siyu.pipelines.sql.FoldRows",
            "io.siyu.pipelines.sql.FoldedRows",
            "io.siyu.pipelines.sql.Functions",
            "io.siyu.pipelines.sql.JsonRows",
            "io.siyu.pipelines.sql.Kept",
            "io.siyu.pipelines.sql.PreparedQuery",
            "io.siyu.pipelines.sql.RowBytes",
            "io.siyu.pipelines.sql.SqlText",
            "io.siyu.pipelines.sql.Values",
            "io.siyu.pipelines.serve.PinnedParser",
            "io.siyu.pipelines.serve.ReaderCommand",
            "io.siyu.pipelines.serve.ReaderExtension",
            "io.siyu.pipelines.serve.ReaderStatement",
            "io.siyu.pipelines.serve.SqlCommandRunner",
            "io.siyu.pipelines.release.ReleaseViews",
            "io.siyu.quality.NoRows",
            "io.siyu.quality.SqlNames");

    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.LocalTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.Clock.system",
            "java.lang.System.currentTimeMillis",
            "java.util.Date.<init>()",
            "java.util.Random.<init>()",
            "java.lang.Math.random",
            "java.util.UUID.randomUUID",
            "java.util.concurrent.ThreadLocalRandom.current",
            "org.apache.spark.sql.functions.current_date",
            "org.apache.spark.sql.functions.current_timestamp",
            "org.apache.spark.sql.functions.now",
            "org.apache.spark.sql.functions.rand",
            "org.apache.spark.sql.functions.randn",
            "org.apache.spark.sql.functions.uuid");

    @ArchTest
    static final ArchRule only_batch_knows_spring = noClasses()
            .that()
            .resideOutsideOfPackage("io.siyu.pipelines.batch")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..");

    @ArchTest
    static final ArchRule batch_and_page_and_progress_and_warehouse_know_no_spark = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.siyu.pipelines.batch",
                    "io.siyu.pipelines.page",
                    "io.siyu.pipelines.progress",
                    "io.siyu.warehouse..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SPARK);

    @ArchTest
    static final ArchRule only_quality_knows_deequ = noClasses()
            .that()
            .resideOutsideOfPackage("io.siyu.quality..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.amazon.deequ..", "software.amazon.glue..");

    @ArchTest
    static final ArchRule only_those_named_here_read_queries_as_trees = noClasses()
            .that(describe("are not listed", type -> !READS_TREES.contains(outermost(type))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.spark.sql.catalyst..");

    @ArchTest
    static final ArchRule no_result_depends_on_the_clock_or_on_chance = noClasses()
            .that()
            .resideOutsideOfPackages("io.siyu.pipelines.progress", "io.siyu.pipelines.batch")
            .should()
            .accessTargetWhere(asksTheClockOrChance())
            .because("the business date and the seed are inputs");

    @ArchTest
    static final ArchRule nobody_knows_the_command_line = noClasses()
            .that()
            .resideOutsideOfPackage("io.siyu.pipelines.cli")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.siyu.pipelines.cli");

    @ArchTest
    static final ArchRule arrows_go_one_way =
            slices().matching("io.siyu.pipelines.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule what_knows_no_whether_and_no_how = classes()
            .that()
            .resideInAPackage("io.siyu.warehouse..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages("io.siyu.quality..", "io.siyu.pipelines..");

    private static String outermost(JavaClass type) {
        String name = type.getName();
        return name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
    }

    private static DescribedPredicate<JavaAccess<?>> asksTheClockOrChance() {
        return describe("ask the clock or chance", access -> {
            if (!(access instanceof JavaCodeUnitAccess<?> call)) {
                return false;
            }
            String name =
                    call.getTargetOwner().getName() + "." + call.getTarget().getName();
            boolean bare = call.getTarget().getRawParameterTypes().isEmpty();
            return CLOCKS.contains(name) || (bare && CLOCKS.contains(name + "()"));
        });
    }
}
