package io.siyu.pipelines.demo;

import io.siyu.pipelines.demo.Person.Channel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Writes the drop folders of a small invented retailer: eight stores, a Tmall shop, a mini-program mall, WeCom contacts and
 * the master data, with refunds days later, exports that overlap, and a few rows that belong into quarantine.
 */
public final class DemoWorld {
    private static final Charset GBK = Charset.forName("GBK");

    private final Path landing;
    private final List<Person> crowd;
    private final SplittableRandom random;
    private final List<Order> orders = new ArrayList<>();
    private int numbers;

    private DemoWorld(Path landing, List<Person> crowd, SplittableRandom random) {
        this.landing = landing;
        this.crowd = crowd;
        this.random = random;
    }

    /**
     * Writes {@code <landing>/<date>/...} for {@code days} dates from {@code from} on. The same arguments give the same bytes.
     *
     * @param customers people who may buy; about a third buy in a month
     */
    public static void write(Path landing, LocalDate from, int days, int customers, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        DemoWorld world = new DemoWorld(landing, Person.crowd(customers, from, days, random), random);
        for (int i = 0; i < days; i++) {
            world.trade(from.plusDays(i));
            world.drop(from.plusDays(i), i);
        }
    }

    private void trade(LocalDate day) {
        for (Person person : crowd) {
            Channel channel = random.nextInt(10) < 8 ? person.channel() : Channel.values()[random.nextInt(3)];
            if (random.nextDouble() < person.perDay() * Order.rush(day, channel)
                    && !person.joined().isAfter(day)) {
                order(channel, person, person.home(), day);
            }
        }
        for (Shelf.Store store : Shelf.STORES) {
            for (int i = 2 + random.nextInt(6); i > 0; i--) {
                order(Channel.STORE, null, store, day);
            }
        }
    }

    private void order(Channel channel, @Nullable Person buyer, Shelf.Store store, LocalDate day) {
        String digits = day.format(DateTimeFormatter.BASIC_ISO_DATE);
        numbers++;
        String no = channel == Channel.TMALL
                ? "4417" + digits.substring(2) + String.format("%09d", numbers * 7919L)
                : digits
                        + (channel == Channel.STORE ? store.code().substring(1) : "0101")
                        + String.format("%06d", numbers);
        orders.add(Order.draw(no, channel, buyer, store, day, random));
    }

    private void drop(LocalDate day, int index) {
        Path folder = landing.resolve(day.toString());
        if (index == 0) {
            Texts.write(folder.resolve("master/store.csv"), Texts.csv(Shelf.storeRows()), GBK);
            Texts.write(folder.resolve("master/staff.csv"), Texts.csv(Shelf.staffRows()), GBK);
            Texts.write(folder.resolve("master/product.csv"), Texts.csv(Shelf.productRows()), StandardCharsets.UTF_8);
        }
        List<List<String>> export = TmallSource.export(orders, day);
        List<String> tickets = TillSource.tickets(orders, day);
        List<String> mallOrders = MallSource.orders(orders, day);
        soil(index, export, tickets, mallOrders);
        String stamp = day.plusDays(1).format(DateTimeFormatter.BASIC_ISO_DATE) + "0100";
        Texts.write(folder.resolve("tmall/ExportOrderList" + stamp + ".csv"), Texts.csv(export), GBK);
        String members = Texts.csv(CrmSource.members(crowd, orders, day));
        Texts.write(folder.resolve("master/member.csv"), '\uFEFF' + members, StandardCharsets.UTF_8);
        lines(folder.resolve("pos/tickets.jsonl"), tickets);
        lines(folder.resolve("tmall/refunds.jsonl"), TmallSource.refunds(orders, day));
        lines(folder.resolve("mall/orders.jsonl"), mallOrders);
        lines(folder.resolve("mall/refunds.jsonl"), MallSource.refunds(orders, day));
        lines(folder.resolve("wecom/contacts.jsonl"), CrmSource.contacts(crowd, day));
    }

    /** What real drops are soiled with: an id a spreadsheet rounded, a total row, a line cut off. */
    private static void soil(int index, List<List<String>> export, List<String> tickets, List<String> mallOrders) {
        if (index % 6 == 3 && export.size() > 1) {
            List<String> rounded = new ArrayList<>(export.get(1));
            rounded.set(0, "4.41700E+18");
            export.add(rounded);
            List<String> total = new ArrayList<>(Collections.nCopies(rounded.size(), ""));
            total.set(0, "合计");
            export.add(total);
        }
        if (index % 10 == 4 && !mallOrders.isEmpty()) {
            String last = mallOrders.get(mallOrders.size() - 1);
            mallOrders.add(last.substring(0, last.length() / 2));
        }
        if (index % 10 == 8 && !tickets.isEmpty()) {
            tickets.add(tickets.get(0).replaceFirst("\"customerUid\":[^,]*", "\"customerUid\":\"6.612E+17\""));
        }
    }

    private static void lines(Path file, List<String> lines) {
        Texts.write(file, lines.isEmpty() ? "" : String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    }
}
