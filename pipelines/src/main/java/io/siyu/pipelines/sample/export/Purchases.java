package io.siyu.pipelines.sample.export;

import io.siyu.pipelines.sample.Stage;
import io.siyu.pipelines.sample.chance.Dates;
import io.siyu.pipelines.sample.chance.Draw;
import io.siyu.pipelines.sample.person.Person;
import io.siyu.pipelines.sample.relation.Campaign;
import io.siyu.pipelines.sample.relation.Relation;
import io.siyu.pipelines.sample.relation.Visit;
import io.siyu.pipelines.sample.trade.Channel;
import io.siyu.pipelines.sample.trade.Order;
import io.siyu.pipelines.sample.trade.OrderMaker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What somebody buys and why: on his or her own, because of a touch, or because of a send; and what sends drive away. */
final class Purchases {
    private static final double CAUSED_BY_TOUCH = 0.40;
    private static final int[] CHANNELS = {45, 22, 15, 12, 6};

    private final Desk desk;
    private final Stage stage;
    private final Person person;
    private final List<Relation> relations;
    private final List<Order> orders;
    private final Touches touches;
    private final List<Meant> meant = new ArrayList<>();
    private int made;

    Purchases(Desk desk, Person person, List<Relation> relations) {
        this.desk = desk;
        this.stage = desk.stage();
        this.person = person;
        this.relations = new ArrayList<>(relations);
        this.touches = new Touches(desk, person);
        this.orders = organic();
        for (Campaign campaign : stage.campaigns()) {
            send(campaign);
        }
        orders.sort(Comparator.comparingLong(Order::at).thenComparing(Order::no));
        stage.campaigns().forEach(this::count);
        orders.forEach(touches::of);
    }

    /** In order of time. */
    List<Order> orders() {
        return orders;
    }

    List<Relation> relations() {
        return relations;
    }

    /** Visits to the mini program; only those that orders and sends need for who does not use it otherwise. */
    List<Visit> visits(boolean usesMini) {
        return touches.visits(usesMini);
    }

    /** By which it is drawn when somebody buys of his own accord. */
    static Draw draw(Stage stage, Person person) {
        return Draw.at(stage.world().seed(), 81, person.id());
    }

    private List<Order> organic() {
        Draw draw = draw(stage, person);
        List<Order> found = new ArrayList<>();
        for (long at : stage.moments().of(person.habits(), draw)) {
            if (made == OrderMaker.MOST) {
                break;
            }
            int place = draw.chance(0.75) ? person.habits().channel() : draw.weighted(CHANNELS);
            Channel channel = channel(Channel.values()[place]);
            boolean caused = at >= 0 && draw.chance(CAUSED_BY_TOUCH);
            found.add(stage.orders()
                    .order(person, made, at, channel, caused ? "touch:T" + person.id() + "-o" + made : "organic"));
            made++;
        }
        return found;
    }

    /** Of 45 orders that stores would have, one is made on Pinduoduo and one in the stores' Weimob mall; none by staff. */
    private Channel channel(Channel usual) {
        if (usual != Channel.POS || stage.cast().excluded.has(person.id())) {
            return usual;
        }
        Draw draw = Draw.at(stage.world().seed(), 83, (long) person.id() * OrderMaker.MOST + made);
        return switch (draw.below(45)) {
            case 0 -> Channel.PDD;
            case 1 -> Channel.WEIMOB;
            default -> usual;
        };
    }

    private void send(Campaign campaign) {
        Draw draw = Draw.at(stage.world().seed(), 100 + campaign.no(), person.id());
        long at = campaign.day() * Dates.DAY + 36_000;
        int held = -1;
        for (int i = 0; i < relations.size(); i++) {
            held = held < 0 && relations.get(i).holdsAt(at) ? i : held;
        }
        if (held < 0 || stage.cast().excluded.has(person.id())) {
            return;
        }
        if (!campaign.targets(person, draw)) {
            if (draw.chance(0.0045)) {
                touches.clickWithoutSend(campaign, at + draw.below(200_000));
            }
            return;
        }
        Campaign.Treatment treatment = campaign.treat(draw);
        meant.add(new Meant(campaign, treatment));
        new SendRows(desk).write(person, relations.get(held).staff(), campaign, treatment, draw);
        if (treatment.isDelivered()) {
            effect(campaign, treatment, held, draw);
        }
    }

    /** Somebody whom a send was meant for. */
    private record Meant(Campaign campaign, Campaign.Treatment treatment) {}

    private void effect(Campaign campaign, Campaign.Treatment treatment, int held, Draw draw) {
        int slot = campaign.no() * 8;
        boolean buys = campaign.makesBuy(draw) && made < OrderMaker.MOST;
        if (buys) {
            long at = treatment.sentAt() + draw.between(600, 6 * 86_400);
            Order order = stage.orders().order(person, made++, at, Channel.MALL, "send:" + campaign.code());
            orders.add(order);
            desk.shard().count(slot + 2, 1);
            desk.shard().count(slot + 3, order.payFen());
        }
        if (buys || draw.chance(0.12)) {
            touches.click(campaign, treatment.sentAt() + draw.between(60, 500), buys);
        }
        if (campaign.keepsAway(draw)) {
            int before = orders.size();
            for (int i = 0; i < orders.size(); i++) {
                if (campaign.covers(orders.get(i).at())) {
                    orders.remove(i);
                    break;
                }
            }
            desk.shard().count(slot + 4, before - orders.size());
        }
        Relation relation = relations.get(held);
        if (campaign.drivesAway(draw) && !relation.hasEnded()) {
            relations.set(
                    held,
                    new Relation(
                            relation.staff(),
                            relation.beginsAt(),
                            treatment.sentAt() + 5_400,
                            relation.beganBy(),
                            "customer",
                            relation.addWay(),
                            relation.state()));
        }
    }

    private void count(Campaign campaign) {
        for (Meant m : meant) {
            if (m.campaign() == campaign) {
                boolean bought = orders.stream().anyMatch(o -> o.isPaid() && campaign.covers(o.at()));
                boolean out = m.treatment().heldOut();
                desk.shard().count(campaign.no() * 8 + (out ? 1 : 0), 1);
                desk.shard().count(campaign.no() * 8 + (out ? 6 : 5), bought ? 1 : 0);
            }
        }
    }
}
