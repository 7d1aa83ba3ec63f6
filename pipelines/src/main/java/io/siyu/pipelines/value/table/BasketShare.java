package io.siyu.pipelines.value.table;

import io.siyu.pipelines.value.basket.BasketAhead;
import io.siyu.pipelines.value.clock.Clock;
import io.siyu.pipelines.value.model.History;
import io.siyu.pipelines.value.model.Outlook;
import io.siyu.pipelines.value.total.OrderMoments;
import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.TreeMap;

/** How large the baskets of some days after an origin are, by those of the origin, as the purchases of a history are spread over the days. */
final class BasketShare {
    private final BasketAhead ahead;
    private final int days;
    private final Clock clock;
    private final LocalDate origin;
    private final Map<OrderMoments, Map<History, Double>> known = new IdentityHashMap<>();

    BasketShare(BasketAhead ahead, int days, Clock clock, LocalDate origin) {
        this.ahead = ahead;
        this.days = days;
        this.clock = clock;
        this.origin = origin;
    }

    /** Of customers with this history, by the model that holds of them; computed once. */
    double of(OrderMoments model, History history) {
        if (ahead.isLevel(days)) {
            return ahead.step(0);
        }
        return known.computeIfAbsent(model, any -> new TreeMap<>()).computeIfAbsent(history, any -> {
            Outlook outlook = model.outlook(history);
            return ahead.share(days, to -> outlook.expected(clock.weeks(origin, origin.plusDays(to))));
        });
    }
}
