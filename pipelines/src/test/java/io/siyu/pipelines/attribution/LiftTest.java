package io.siyu.pipelines.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Hillstrom's e-mail experiment of 2008, 64,000 customers in three arms, and what is computed there by plain means. */
class LiftTest {
    private static final Path FILE = Path.of("../../shared/data/attribution/hillstrom_email_experiment.csv");
    private static final int HISTORY = 2;
    private static final int SEGMENT = 8;
    private static final int VISIT = 9;
    private static final int CONVERSION = 10;
    private static final int SPEND = 11;

    /** A difference, its standard error and z as the reference has them. */
    private record Known(String arm, int outcome, double difference, double error, double z) {}

    @TestFactory
    Stream<DynamicTest> the_lift_of_each_arm_is_what_plain_sums_give() throws IOException {
        List<String[]> rows = rows();
        return Stream.of(
                        new Known("Mens E-Mail", SPEND, .76982716, .14524656, 5.3001),
                        new Known("Mens E-Mail", CONVERSION, .00680501, .00092087, 7.3897),
                        new Known("Mens E-Mail", VISIT, .07658956, .00338589, 22.6202),
                        new Known("Womens E-Mail", SPEND, .42441222, .13033286, 3.2564),
                        new Known("Womens E-Mail", CONVERSION, .00311106, .00082268, 3.7816),
                        new Known("Womens E-Mail", VISIT, .04523311, .00323446, 13.9847))
                .map(known -> dynamicTest(known.arm() + " " + known.outcome(), () -> {
                    Arm control = arm(rows, "No E-Mail", known.outcome());
                    Arm arm = arm(rows, known.arm(), known.outcome());
                    Lift lift = Lift.of(arm, control, 0.95);
                    double plain = mean(arm.outcome()) - mean(control.outcome());
                    double error = Math.sqrt(squareOfError(arm.outcome()) + squareOfError(control.outcome()));
                    assertThat(lift.difference())
                            .isCloseTo(plain, within(1e-10))
                            .isCloseTo(known.difference(), within(1e-8));
                    assertThat(lift.error()).isCloseTo(error, within(1e-10)).isCloseTo(known.error(), within(1e-8));
                    assertThat(lift.difference() / lift.error()).isCloseTo(known.z(), within(1e-4));
                    assertThat(lift.low()).isCloseTo(plain - 1.959963984540054 * error, within(1e-9));
                    assertThat(lift.high()).isCloseTo(plain + 1.959963984540054 * error, within(1e-9));
                }));
    }

    @Test
    void what_a_last_touch_credits_is_twice_what_the_mail_brought() throws IOException {
        List<String[]> rows = rows();
        Arm control = arm(rows, "No E-Mail", SPEND);
        Lift mens = Lift.of(arm(rows, "Mens E-Mail", SPEND), control, 0.95);
        Lift womens = Lift.of(arm(rows, "Womens E-Mail", SPEND), control, 0.95);
        assertThat(mens.increments()).isCloseTo(16_402.71, within(0.01));
        assertThat(womens.increments()).isCloseTo(9_076.90, within(0.01));
        assertThat(mens.incrementalPart()).isCloseTo(.5411, within(5e-5));
        assertThat(womens.incrementalPart()).isCloseTo(.3940, within(5e-5));
        assertThat(mens.costPerIncrement(1_640.271)).isCloseTo(0.1, within(1e-6));
    }

    @Test
    void what_was_before_does_not_help_here_and_it_shows() throws IOException {
        List<String[]> rows = rows();
        Arm control = arm(rows, "No E-Mail", SPEND);
        Lift mens = Lift.adjusted(arm(rows, "Mens E-Mail", SPEND), control, 0.95);
        assertThat(mens.theta()).isCloseTo(.00122290, within(1e-8));
        assertThat(mens.difference()).isCloseTo(.76743850, within(1e-8));
        assertThat(mens.error()).isCloseTo(.14521504, within(1e-8));
        Lift womens = Lift.adjusted(arm(rows, "Womens E-Mail", SPEND), control, 0.95);
        assertThat(womens.theta()).isCloseTo(.00103465, within(1e-8));
        assertThat(womens.difference()).isCloseTo(.42270092, within(1e-8));
        assertThat(womens.error()).isCloseTo(.13030822, within(1e-8));
    }

    @Test
    void the_arms_are_as_large_as_they_were_meant_to_be() throws IOException {
        List<String[]> rows = rows();
        long[] persons = Stream.of("Mens E-Mail", "Womens E-Mail", "No E-Mail")
                .mapToLong(name -> arm(rows, name, SPEND).outcome().length)
                .toArray();
        assertThat(persons).containsExactly(21_307, 21_387, 21_306);
        assertThat(SampleRatio.chance(persons, new double[] {1, 1, 1})).isBetween(0.9, 0.91);
    }

    @Test
    void arms_that_lost_people_are_found_out() {
        assertThat(SampleRatio.chance(new long[] {50_000, 50_100}, new double[] {1, 1}))
                .isGreaterThan(0.7);
        assertThat(SampleRatio.chance(new long[] {50_000, 51_500}, new double[] {1, 1}))
                .isLessThan(SampleRatio.WRONG);
        assertThat(SampleRatio.chance(new long[] {9_000, 1_000}, new double[] {0.9, 0.1}))
                .isEqualTo(1);
    }

    /** The outcome is what was before plus 5 for the treated: nothing is left to chance once that is taken out. */
    @Test
    void what_was_before_takes_the_noise_out() {
        Arm arm = new Arm("a", new double[] {6, 7, 8, 9}, new double[] {1, 2, 3, 4});
        Arm control = new Arm("c", new double[] {1, 2, 3, 6}, new double[] {1, 2, 3, 6});
        Lift plain = Lift.of(arm, control, 0.95);
        Lift adjusted = Lift.adjusted(arm, control, 0.95);
        assertThat(plain.difference()).isEqualTo(4.5);
        assertThat(adjusted.error()).isLessThan(plain.error() / 2);
        assertThat(plain.chance()).isBetween(0.0001, 0.01);
    }

    @Test
    void what_brought_nothing_has_no_price() {
        Arm arm = new Arm("a", new double[] {1, 2}, new double[0]);
        Lift none = Lift.of(arm, arm, 0.9);
        assertThat(none.costPerIncrement(10)).isInfinite();
        assertThat(none.chance()).isEqualTo(1);
        assertThatThrownBy(() -> Lift.adjusted(arm, arm, 0.9)).hasMessageContaining("nothing is known");
        assertThatThrownBy(() -> Lift.of(arm, arm, 95)).hasMessageContaining("95");
    }

    private static double mean(double[] numbers) {
        return Arrays.stream(numbers).sum() / numbers.length;
    }

    private static double squareOfError(double[] numbers) {
        double mean = mean(numbers);
        double squares =
                Arrays.stream(numbers).map(x -> (x - mean) * (x - mean)).sum();
        return squares / (numbers.length - 1) / numbers.length;
    }

    private static Arm arm(List<String[]> rows, String name, int outcome) {
        List<String[]> of =
                rows.stream().filter(row -> row[SEGMENT].equals(name)).toList();
        return new Arm(
                name,
                of.stream().mapToDouble(row -> Double.parseDouble(row[outcome])).toArray(),
                of.stream().mapToDouble(row -> Double.parseDouble(row[HISTORY])).toArray());
    }

    private static List<String[]> rows() throws IOException {
        assumeTrue(Files.exists(FILE), "skipped: " + FILE + " is not beside this repository");
        return Files.readAllLines(FILE).stream()
                .skip(1)
                .map(line -> line.replaceAll("\"[^\"]*\"", "quoted").split(","))
                .toList();
    }
}
