package io.siyu.pipelines.sample.export;

import io.siyu.pipelines.sample.Stage;
import io.siyu.pipelines.sample.catalogue.Defect;
import io.siyu.pipelines.sample.catalogue.Export;
import io.siyu.pipelines.sample.chance.Dates;
import io.siyu.pipelines.sample.chance.Draw;
import io.siyu.pipelines.sample.drop.Placed;
import io.siyu.pipelines.sample.person.Person;
import io.siyu.pipelines.sample.relation.Contacts;
import io.siyu.pipelines.sample.relation.Relation;
import io.siyu.pipelines.sample.relation.Visit;
import io.siyu.pipelines.sample.trade.Mark;
import io.siyu.pipelines.sample.trade.Order;
import java.util.List;
import java.util.function.Consumer;

/** Lives a person's life once and tells every system's part of it. */
public final class PersonLife {
    private final Stage stage;
    private final Desk desk;
    private final Contacts contacts;
    private final TruthRows truth;
    private final IdentityRows identity;
    private final PosRows pos;
    private final TmallRows tmall;
    private final TradeRows trade;
    private final JdRows jd;
    private final DouyinRows douyin;
    private final MallRows mall;
    private final PddRows pdd;
    private final WeimobRows weimob;
    private final BillRows bills;
    private final ErpRows erp;

    public PersonLife(Desk desk) {
        this.desk = desk;
        this.stage = desk.stage();
        this.contacts = new Contacts(stage);
        this.truth = new TruthRows(desk);
        this.identity = new IdentityRows(desk);
        this.pos = new PosRows(desk);
        this.tmall = new TmallRows(desk);
        this.trade = new TradeRows(desk);
        this.jd = new JdRows(desk);
        this.douyin = new DouyinRows(desk);
        this.mall = new MallRows(desk);
        this.pdd = new PddRows(desk);
        this.weimob = new WeimobRows(desk);
        this.bills = new BillRows(desk);
        this.erp = new ErpRows(desk);
    }

    public void live(int id) {
        Person p = stage.people().person(id);
        Purchases purchases = new Purchases(desk, p, contacts.of(p));
        List<Order> orders = purchases.orders();
        List<Relation> relations = purchases.relations();
        identity.write(p, orders);
        orders(p, orders);
        relations.forEach(r -> truth.relation(p, r));
        new MemberRows(desk).write(p, orders);
        new WeimobMemberRows(desk).write(p, orders);
        new ContactRows(desk).write(p, relations);
        List<Visit> visits = purchases.visits(identity.usesMini(p, orders));
        new EventRows(desk).write(p, visits);
        new LoyaltyRows(desk).write(p, orders);
        new ReferralRows(desk).write(p, orders);
        new ServiceRows(desk).write(p, orders);
        new OaRows(desk).write(p);
        new ConsentRows(desk).write(p);
        new ConsentRows(desk).binding(p, relations);
        new MessageRows(desk).write(p, relations);
    }

    private void orders(Person p, List<Order> orders) {
        int odd = stage.cast().odd.rankOf(p.id());
        Draw draw = Draw.at(stage.world().seed(), 80, p.id());
        boolean spoiled = false;
        for (Order o : orders) {
            truth.order(o);
            boolean spoils = !spoiled && odd >= 0 && o.isPaid() && o.at() >= 0;
            Fault fault = spoils ? Fault.of(o.channel(), odd) : Fault.NONE;
            Consumer<Order> teller = switch (o.channel()) {
                case POS -> order -> pos.write(order, fault, draw);
                case TMALL ->
                    order -> {
                        tmall.write(order, draw);
                        trade.write(order, draw);
                    };
                case JD -> order -> jd.write(order, draw);
                case DOUYIN -> order -> douyin.write(order, draw);
                case MALL -> order -> mall.write(order, fault, draw);
                case PDD -> order -> pdd.write(order, draw);
                case WEIMOB -> order -> weimob.write(order, draw);
            };
            teller.accept(o);
            bills.write(o);
            erp.write(o);
            spoiled |= fault != Fault.NONE;
            register(o);
        }
    }

    /** The shop's own register of brushed orders, kept a day late. */
    private void register(Order o) {
        if (o.has(Mark.REGISTERED)) {
            int day = Desk.drop(Dates.day(o.at()));
            Placed placed = desk.shard()
                    .row(
                            Export.BRUSH,
                            day,
                            o.at(),
                            "tmall",
                            Shops.key(o),
                            o.no(),
                            "补单",
                            "阿杰",
                            stage.dates().date(day));
            desk.note(placed, Defect.BRUSHING_REGISTERED, o.no());
        }
    }
}
