package io.siyu.pipelines.night;

import io.siyu.pipelines.page.DomainsPage;
import io.siyu.pipelines.page.Page;
import io.siyu.pipelines.page.PageData;
import io.siyu.pipelines.release.DuckFile;
import io.siyu.pipelines.release.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.spark.sql.SparkSession;

/** What people see beside the views, made from a release: each written aside, then renamed; it can be made again any time. */
public final class Derived {
    private final Installation at;

    public Derived(Installation at) {
        this.at = at;
    }

    /** The DuckDB file of {@code dws} and {@code ads}. */
    public static Path duckFile(Path published) {
        return published.resolve("siyu.duckdb");
    }

    /** The daily page of the current release. */
    public static Path page(Path published) {
        return published.resolve("index.html");
    }

    /** The page of domains of the current release. */
    public static Path domainsPage(Path published) {
        return published.resolve("domains.html");
    }

    /** Makes everything that follows from a release. */
    public void make(SparkSession spark, Release release) {
        Path published = at.settings().published();
        try {
            Files.createDirectories(published.resolve("pages"));
            DuckFile.write(spark, at.lake(), release, at.catalog(), duckFile(published));
            PageData data = new PageSource(at, spark).of(release);
            Path kept = published.resolve("pages");
            Page.write(data, kept.resolve(release.id() + ".html"));
            DomainsPage.write(
                    new DomainsSource(at, spark).of(release, data), kept.resolve(release.id() + ".domains.html"));
            copy(kept.resolve(release.id() + ".domains.html"), domainsPage(published));
            copy(kept.resolve(release.id() + ".html"), page(published));
        } catch (IOException e) {
            throw io.siyu.warehouse.Problems.failed(
                    "write the page of release " + release.id(),
                    String.valueOf(e),
                    "The release stands. Make the folder " + published + " writable and run again",
                    e);
        }
    }

    private static void copy(Path page, Path to) throws IOException {
        Path aside = to.resolveSibling(to.getFileName() + ".tmp");
        Files.copy(page, aside, StandardCopyOption.REPLACE_EXISTING);
        Files.move(aside, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
