package io.siyu.pipelines.value.log;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A customer's purchases and refunds, summed by day.
 *
 * @param purchases amount by day, 0 and more
 * @param refunds amount by day, above 0
 */
public record Customer(String id, NavigableMap<LocalDate, Double> purchases, NavigableMap<LocalDate, Double> refunds) {

    /**
     * Purchase days from one date to another, both included, with their value after refunds. A refund lowers the latest purchase day
     * that is not after it, and is seen only when it too lies before the end; one without a purchase before it lowers nothing.
     */
    NavigableMap<LocalDate, Double> net(LocalDate from, LocalDate to) {
        TreeMap<LocalDate, Double> net = new TreeMap<>(purchases.headMap(to, true));
        for (Map.Entry<LocalDate, Double> refund : refunds.headMap(to, true).entrySet()) {
            LocalDate day = net.floorKey(refund.getKey());
            if (day != null) {
                net.merge(day, -refund.getValue(), Double::sum);
            }
        }
        return from.isAfter(to) ? new TreeMap<>() : net.subMap(from, true, to, true);
    }
}
