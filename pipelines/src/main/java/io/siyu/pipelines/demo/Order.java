package io.siyu.pipelines.demo;

import io.siyu.pipelines.demo.Person.Channel;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * One invented order with its whole future.
 *
 * @param buyer null for a walk-in
 * @param asked when money back is asked for; null for most orders
 * @param refunded when it is given back; null also when it is refused
 */
record Order(
        String no,
        Channel channel,
        @Nullable Person buyer,
        Shelf.Store store,
        LocalDateTime at,
        boolean isPaid,
        List<Line> lines,
        long postageFen,
        @Nullable LocalDateTime asked,
        @Nullable LocalDateTime refunded) {

    /** One line; what it costs is after discounts. */
    record Line(Shelf.Sku sku, int quantity, long payFen) {
        long listFen() {
            return sku.priceFen() * quantity;
        }
    }

    private static final LocalDate SINGLES_DAY = LocalDate.of(2026, 11, 11);

    /** How many times more is bought on this day than on a plain one. */
    static double rush(LocalDate day, Channel channel) {
        int sinceSinglesDay = (int) (day.toEpochDay() - SINGLES_DAY.toEpochDay());
        double online = sinceSinglesDay == 0 ? 5 : sinceSinglesDay == -1 ? 0.5 : 1;
        double weekend = day.getDayOfWeek().getValue() > 5 ? 1.4 : 1;
        return channel == Channel.STORE ? weekend : online;
    }

    static Order draw(
            String no,
            Channel channel,
            @Nullable Person buyer,
            Shelf.Store store,
            LocalDate day,
            SplittableRandom random) {
        LocalDateTime at = day.atTime(10, 0).plusSeconds(random.nextInt(14 * 3600));
        boolean isPaid = channel == Channel.STORE || random.nextInt(100) >= 9;
        List<Line> lines = new ArrayList<>();
        int percent = day.equals(SINGLES_DAY) ? 75 : random.nextInt(3) == 0 ? 90 : 100;
        for (int i = 1 + random.nextInt(100) / 60 + random.nextInt(100) / 85; i > 0; i--) {
            Shelf.Sku sku = Shelf.sold(random.nextInt());
            int quantity = sku.priceFen() < 10_000 ? 1 + random.nextInt(3) : 1;
            lines.add(new Line(sku, quantity, sku.priceFen() * quantity * percent / 100));
        }
        if (channel != Channel.TMALL && random.nextInt(12) == 0) {
            lines.add(new Line(Shelf.gift(random.nextInt()), 1, 0));
        }
        boolean isReturned = isPaid && random.nextInt(100) < (channel == Channel.STORE ? 3 : 11);
        LocalDateTime asked = isReturned ? at.plusDays(1 + random.nextInt(6)).withHour(11) : null;
        boolean isGivenBack = channel == Channel.STORE || random.nextInt(10) > 0;
        int wait = channel == Channel.STORE ? 0 : 1 + random.nextInt(7);
        return new Order(
                no,
                channel,
                buyer,
                store,
                at,
                isPaid,
                List.copyOf(lines),
                channel != Channel.STORE && random.nextInt(5) == 0 ? 800 : 0,
                asked,
                asked != null && isGivenBack ? asked.plusDays(wait).plusHours(2) : null);
    }

    LocalDate day() {
        return at.toLocalDate();
    }

    /** Days from the order to {@code day}; below zero before it. */
    long ageOn(LocalDate day) {
        return day.toEpochDay() - day().toEpochDay();
    }

    long listFen() {
        return lines.stream().mapToLong(Line::listFen).sum();
    }

    long goodsFen() {
        return lines.stream().mapToLong(Line::payFen).sum();
    }

    /** Pay time: some seconds after the order. */
    LocalDateTime paidAt() {
        return at.plusSeconds(28);
    }

    /** Whether money was back at the end of this day. */
    boolean isRefundedBy(LocalDate day) {
        return refunded != null && !refunded.toLocalDate().isAfter(day);
    }
}
