package io.siyu.pipelines.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The integration fixture of Snowplow's fractribution and what its own tests expect. */
class LeaveOneOutTest {
    private final Paths fixture = Journeys.of(
            "Direct 3/25 94.42",
            "Organic_Search 1/26 66.5",
            "Video 1/2 200",
            "Organic_Search>Direct 1/1 140",
            "Referral>Direct 0/1",
            "Organic_Search>Paid 0/2",
            "Referral 0/2",
            "Paid 0/1",
            "Unmatched 0/1");

    @Test
    void a_touch_gets_what_the_rate_loses_without_it() {
        Credits credits = new LeaveOneOut().of(fixture);
        assertThat(credits.conversions("Direct")).isCloseTo(3.5409582690664606, within(1e-9));
        assertThat(credits.conversions("Organic_Search")).isCloseTo(1.459041731664606, within(1e-8));
        assertThat(credits.value("Direct")).isCloseTo(170.1541576513044818, within(1e-7));
        assertThat(credits.value("Organic_Search")).isCloseTo(130.7658423493044818, within(1e-7));
        assertThat(credits.conversions("Video")).isEqualTo(1);
        assertThat(credits.value("Video")).isEqualTo(200);
        double organic = (0.5 - 3.0 / 28) / (0.5 - 3.0 / 28 + 0.5 - 1.0 / 27);
        assertThat(credits.conversions("Organic_Search")).isCloseTo(1 + organic, within(1e-12));
        assertThat(credits.conversions("Referral")).isZero();
    }

    @Test
    void what_it_returned_on_advertising() {
        Credits credits = new LeaveOneOut().of(fixture);
        assertThat(credits.value("Direct") / 10_000).isCloseTo(0.01701541577, within(1e-10));
        assertThat(credits.value("Organic_Search") / 10_000).isCloseTo(0.01307658423, within(1e-10));
    }

    @Test
    void last_touch_of_the_same_fixture() {
        Credits credits = TouchRule.last().of(fixture);
        assertThat(credits.conversions("Direct")).isEqualTo(4);
        assertThat(credits.value("Direct")).isCloseTo(234.42, within(1e-9));
        assertThat(credits.value("Organic_Search")).isEqualTo(66.5);
    }

    @Test
    void a_path_that_loses_nothing_goes_to_its_last_touch() {
        Credits credits = new LeaveOneOut().of(Journeys.of("a>b 1/1 5", "a 1/0", "b 1/0"));
        assertThat(credits.conversions("a")).isEqualTo(1);
        assertThat(credits.conversions("b")).isEqualTo(2);
    }
}
