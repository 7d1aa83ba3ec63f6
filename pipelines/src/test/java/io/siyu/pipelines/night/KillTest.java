package io.siyu.pipelines.night;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A night that dies at any moment and is started again publishes what an undisturbed one does, and commits nothing twice.
 * Three kills; twenty with {@code mvn -Pkills -pl pipelines -am -Dtest=KillTest -Dsurefire.failIfNoSpecifiedTests=false test}, or
 * any number with {@code -Dsiyu.kills=}. Kills take turns: in a first night, which makes every table, and in a second one.
 */
class KillTest {
    private static final LocalDate ONE = SmallHome.FIRST;

    @TempDir
    private static Path folder;

    private static final List<Undisturbed> NIGHTS = new ArrayList<>();

    /**
     * A night that nobody disturbed.
     *
     * @param before the home as it was before
     * @param millis from the night's first sign to its end
     */
    private record Undisturbed(
            LocalDate date,
            SmallHome before,
            long millis,
            Release release,
            SortedMap<String, String> rows,
            int commits) {}

    static IntStream kills() {
        return IntStream.range(0, Integer.getInteger("siyu.kills", 3));
    }

    @BeforeAll
    static void undisturbed() throws IOException, InterruptedException {
        Path world = SmallHome.world(folder.resolve("world"), 2);
        SmallHome home = new SmallHome(folder.resolve("undisturbed"));
        for (LocalDate date : List.of(ONE, ONE.plusDays(1))) {
            home.receive(world, date);
            SmallHome before = new SmallHome(folder.resolve("before-" + date));
            SmallHome.copy(home.folder(), before.folder());
            int earlier = Commits.of(home).size();
            ChildNight night = ChildNight.start(home, date);
            assertThat(night.atWork(date.isAfter(ONE))).as(night.said()).isTrue();
            long sign = night.age();
            assertThat(night.end()).as(night.said()).isZero();
            Release release = home.release();
            NIGHTS.add(new Undisturbed(
                    date,
                    before,
                    night.age() - sign,
                    release,
                    Fingerprint.of(home, release),
                    Commits.of(home).size() - earlier));
        }
    }

    @ParameterizedTest
    @MethodSource("kills")
    void a_night_killed_and_run_again_publishes_what_an_undisturbed_one_does(int kill) throws Exception {
        Undisturbed whole = NIGHTS.get(kill % NIGHTS.size());
        SmallHome home = new SmallHome(folder.resolve("killed-" + kill));
        SmallHome.copy(whole.before().folder(), home.folder());
        boolean lakeWasThere = Files.exists(home.folder().resolve("lake"));
        int earlier = Commits.of(home).size();
        long moment = new SplittableRandom(20261111L + kill).nextLong(whole.millis());

        ChildNight night = ChildNight.start(home, whole.date());
        assertThat(night.atWork(lakeWasThere)).as(night.said()).isTrue();
        boolean killed = night.killAfter(moment);
        List<String> done = Commits.of(home);
        ChildNight resumed = ChildNight.start(home, whole.date());
        int code = resumed.end();
        List<String> all = Commits.of(home);
        System.out.printf(
                "kill %d: %s at %d ms of a night of %d ms; %d of %d commits were done, %d came after%n",
                kill,
                killed ? "killed" : "ended by itself",
                moment,
                whole.millis(),
                done.size() - earlier,
                whole.commits(),
                all.size() - done.size());

        assertThat(code).as(resumed.said()).isZero();
        assertThat(all).doesNotHaveDuplicates().containsAll(done);
        Release release = home.release();
        assertThat(release.id()).isEqualTo(whole.release().id());
        assertThat(Fingerprint.of(home, release)).isEqualTo(whole.rows());
        assertThat(Files.readString(Derived.page(home.folder().resolve("published"))))
                .startsWith("<!")
                .contains(release.id());
    }
}
