package io.siyu.pipelines.step;

import io.siyu.pipelines.store.Difference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.apache.commons.io.FileUtils;

/**
 * Nights with corrected, moved, late, early and outdated rows, with drops and commits that no night followed at once; answers the
 * tables that are then not what one build from scratch gives, by comma.
 */
public final class AuditedNights implements Callable<String> {
    private static final Transform.Dates LAST = new Transform.Dates(LocalDate.parse("2026-11-12"), LocalDate.EPOCH);

    @Override
    public String call() throws Exception {
        Path folder = Files.createTempDirectory("audited-nights");
        try {
            SmallHouse house = new SmallHouse(folder);
            nights(house);
            return apart(house);
        } finally {
            FileUtils.deleteDirectory(folder.toFile());
        }
    }

    private static void nights(SmallHouse house) {
        house.land(
                "2026-11-09",
                "corrected 2026-11-09 100 1",
                "moved 2026-11-08 200 1",
                "stays 2026-11-08 1 2",
                "early 2026-11-10 5 1");
        house.step("n1", "2026-11-09", "dwd.sale");
        house.step("n1", "2026-11-09", "dws.day");
        house.land("2026-11-10", "corrected 2026-11-09 150 2", "stays 2026-11-08 999 1");
        house.step("n2", "2026-11-10", "dwd.sale");
        house.land("2026-11-11", "moved 2026-11-07 200 2");
        house.land("2026-11-12", "late 2026-11-11 30 1");
        house.step("n3", "2026-11-12", "dwd.sale");
        house.step("n3", "2026-11-12", "dws.day");
    }

    private static String apart(SmallHouse house) {
        Scratch scratch = new Scratch(house.spark, house.lake, house.plan.catalog(), new TreeMap<>());
        TreeSet<String> apart = new TreeSet<>();
        for (String table : List.of("dwd.sale", "dws.day")) {
            Difference found = scratch.difference(house.plan.definition(table), LAST);
            if (found.any()) {
                apart.add(table);
            }
        }
        return String.join(", ", apart);
    }
}
