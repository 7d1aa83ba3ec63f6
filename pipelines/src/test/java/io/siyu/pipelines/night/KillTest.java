package io.siyu.pipelines.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.pipelines.batch.RunResult;
import io.siyu.pipelines.release.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A night that dies at any moment and is started again publishes what an undisturbed one does, and commits nothing twice.
 * A moment is so many commits of the lake and up to two seconds more. Two kills; twenty, of nights with OneID, with
 * {@code mvn -Pkills -pl pipelines -am -Dtest=KillTest -Dsurefire.failIfNoSpecifiedTests=false test}, or any number with
 * {@code -Dsiyu.kills=}. Kills take turns: in a first night, which makes every table, and in a second one.
 */
class KillTest {
    private static final LocalDate ONE = SmallHome.FIRST;
    private static final int LONGEST_MILLIS = 2_000;

    /** So many kills are made of a house without OneID. */
    private static final int FEW = 2;

    private static final int KILLS = Integer.getInteger("siyu.kills", FEW);

    @TempDir
    private static Path folder;

    private static final List<Undisturbed> NIGHTS = new ArrayList<>();

    /**
     * A night that nobody disturbed.
     *
     * @param before the home as it was before
     * @param commits how many commits of the lake it made
     */
    private record Undisturbed(
            LocalDate date, SmallHome before, Release release, SortedMap<String, String> rows, long commits) {}

    static IntStream kills() {
        return IntStream.range(0, KILLS);
    }

    @BeforeAll
    static void undisturbed() throws IOException {
        Path world = SmallHome.world(folder.resolve("world"));
        Path texts = folder.resolve("root");
        Path root = KILLS > FEW ? Excerpt.sales(texts) : Excerpt.strangers(texts);
        SmallHome home = new SmallHome(root, folder.resolve("undisturbed"));
        for (LocalDate date : List.of(ONE, ONE.plusDays(1))) {
            home.receive(world, date);
            SmallHome before = new SmallHome(root, folder.resolve("before-" + date));
            SmallHome.copy(home.folder(), before.folder());
            long earlier = home.logged();
            assertThat(home.night(date).exitCode()).isZero();
            long commits = home.logged() - earlier;
            Release release = home.release();
            NIGHTS.add(new Undisturbed(date, before, release, Fingerprint.of(home, release), commits));
        }
    }

    @AfterEach
    void forget() {
        DeltaLog.clearCache();
    }

    @ParameterizedTest
    @MethodSource("kills")
    void a_night_killed_and_run_again_publishes_what_an_undisturbed_one_does(int kill) throws Exception {
        Undisturbed whole = NIGHTS.get(kill % NIGHTS.size());
        SmallHome home = new SmallHome(whole.before().root(), folder.resolve("killed-" + kill));
        SmallHome.copy(whole.before().folder(), home.folder());
        SplittableRandom random = new SplittableRandom(20261111L + kill);
        long commits = random.nextLong(whole.commits() + 1);
        long millis = random.nextLong(LONGEST_MILLIS);
        long earlier = home.logged();

        ChildNight night = ChildNight.start(home, whole.date());
        boolean killed = night.killAfter(earlier + commits, millis);
        List<String> done = Commits.of(home);
        RunResult resumed = home.night(whole.date());
        List<String> all = Commits.of(home);
        System.out.printf(
                "kill %d: night of %s %s %d ms after %d of %d commits; %d commits with rows were done, %d came after%n",
                kill,
                whole.date(),
                killed ? "killed" : "ended by itself",
                millis,
                commits,
                whole.commits(),
                done.size(),
                all.size() - done.size());

        assertThat(resumed.exitCode()).isZero();
        assertThat(all).doesNotHaveDuplicates().containsAll(done);
        Release release = home.release();
        assertThat(release.id()).isEqualTo(whole.release().id());
        assertThat(Fingerprint.of(home, release)).isEqualTo(whole.rows());
        assertThat(Files.readString(Derived.page(home.folder().resolve("published"))))
                .startsWith("<!")
                .contains(release.id());
    }
}
