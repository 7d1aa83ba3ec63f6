package io.siyu.pipelines.sample;

import io.siyu.pipelines.sample.catalogue.Export;
import io.siyu.pipelines.sample.dirt.BillFeet;
import io.siyu.pipelines.sample.dirt.FileNotes;
import io.siyu.pipelines.sample.drop.Drops;
import io.siyu.pipelines.sample.drop.SealedShard;
import io.siyu.pipelines.sample.drop.Shard;
import io.siyu.pipelines.sample.export.Desk;
import io.siyu.pipelines.sample.export.Fixtures;
import io.siyu.pipelines.sample.export.GroupRows;
import io.siyu.pipelines.sample.export.PersonLife;
import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Writes a world: drop folders as systems leave them each night, and apart from them the truth. People are lived in blocks,
 * several blocks at a time; blocks are written in one order, so cores change the time it takes and nothing else.
 */
public final class SampleWorld {
    private static final int BLOCK = 2_500;
    private static final int GROUPS = 100;

    private final World world;
    private final Stage stage;

    public SampleWorld(World world) {
        this.world = world;
        this.stage = new Stage(world);
    }

    /** What was written: rows of all exports, truth not counted. */
    public record Result(long rows) {}

    /**
     * Writes {@code <out>/<yyyy-MM-dd>/...} and the truth.
     *
     * @param truth must lie outside {@code out}, where a pipeline could read it
     * @param threads how many blocks are lived at a time
     */
    public Result write(Path out, Path truth, int threads) {
        check(out, truth);
        try (Drops drops = new Drops(out, truth, stage.dates(), world.days(), world.packed(), stage.plan())) {
            try (Relay relay = new Relay(threads, drops)) {
                for (Consumer<Desk> job : jobs()) {
                    relay.add(() -> seal(drops, job));
                }
                relay.finish();
            }
            drops.append(seal(drops, desk -> new Fixtures(desk).lift(drops)));
            new BillFeet(drops, stage.dates()).write(world.days());
            drops.append(seal(
                    drops,
                    desk -> new FileNotes(desk.shard(), stage.plan(), stage.nights()).write(drops, world.days())));
            for (Export export : EVERY_NIGHT) {
                drops.headOnly(export);
            }
            drops.finish();
            return new Result(drops.total());
        } catch (IOException | ExecutionException e) {
            throw Problems.failed(
                    "write the sample below " + Words.path(out),
                    String.valueOf(e.getMessage()),
                    "What stands there is incomplete; delete it and run again",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problems.failed(
                    "write the sample below " + Words.path(out),
                    "it was interrupted",
                    "What stands there is incomplete",
                    e);
        }
    }

    private static final List<Export> EVERY_NIGHT = List.of(
            Export.TMALL_ORDER_1,
            Export.TMALL_ORDER_2,
            Export.TMALL_ORDER_3,
            Export.TMALL_ITEM_1,
            Export.TMALL_ITEM_2,
            Export.TMALL_ITEM_3,
            Export.DOUYIN_CSV);

    private List<Consumer<Desk>> jobs() {
        List<Consumer<Desk>> jobs = new ArrayList<>();
        jobs.add(desk -> new Fixtures(desk).write());
        for (int from = 0; from < world.persons(); from += BLOCK) {
            int first = from;
            int end = Math.min(world.persons(), from + BLOCK);
            jobs.add(desk -> {
                PersonLife life = new PersonLife(desk);
                for (int id = first; id < end; id++) {
                    life.live(id);
                }
            });
        }
        for (int from = 0; from < GroupRows.count(stage); from += GROUPS) {
            int first = from;
            int end = Math.min(GroupRows.count(stage), from + GROUPS);
            jobs.add(desk -> {
                for (int group = first; group < end; group++) {
                    new GroupRows(desk).write(group);
                }
            });
        }
        return jobs;
    }

    private SealedShard seal(Drops drops, Consumer<Desk> job) {
        Shard shard = new Shard(world.days(), stage.plan());
        job.accept(new Desk(stage, shard));
        return drops.seal(shard);
    }

    private static void check(Path out, Path truth) {
        Path below = out.toAbsolutePath().normalize();
        Path apart = truth.toAbsolutePath().normalize();
        if (apart.startsWith(below)) {
            throw Problems.cannot(
                    "write the truth to " + Words.path(truth),
                    "it lies inside " + Words.path(out) + ", which pipelines read",
                    "Nothing was written; give a folder outside with --truth");
        }
        for (Path folder : List.of(below, apart)) {
            if (!isFree(folder)) {
                throw Problems.cannot(
                        "write a sample to " + Words.path(folder),
                        "it holds files already",
                        "Nothing was written; delete them or give another folder");
            }
        }
    }

    private static boolean isFree(Path folder) {
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }
}
