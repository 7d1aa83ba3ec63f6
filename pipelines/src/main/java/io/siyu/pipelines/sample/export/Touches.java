package io.siyu.pipelines.sample.export;

import io.siyu.pipelines.sample.Stage;
import io.siyu.pipelines.sample.catalogue.Export;
import io.siyu.pipelines.sample.chance.Dates;
import io.siyu.pipelines.sample.chance.Draw;
import io.siyu.pipelines.sample.person.Person;
import io.siyu.pipelines.sample.relation.Campaign;
import io.siyu.pipelines.sample.relation.Scenes;
import io.siyu.pipelines.sample.relation.Scenes.Scene;
import io.siyu.pipelines.sample.relation.Visit;
import io.siyu.pipelines.sample.trade.Channel;
import io.siyu.pipelines.sample.trade.Order;
import java.util.ArrayList;
import java.util.List;

/** The touches of a person, each told to the truth: those without which an order would not be, and those that did nothing. */
final class Touches {
    private static final String[] PUBLIC = {"tmall_search", "alimama_ad", "douyin_live", "douyin_ad"};
    private static final double DAYS_BETWEEN_VISITS = 16;
    private final Desk desk;
    private final Stage stage;
    private final Person person;
    private final Draw draw;
    private final List<Visit> visits = new ArrayList<>();

    Touches(Desk desk, Person person) {
        this.desk = desk;
        this.stage = desk.stage();
        this.person = person;
        this.draw = Draw.at(stage.world().seed(), 82, person.id());
    }

    /** The touch that caused an order, if one did, and the visit during which a mini-program order is made. */
    void of(Order order) {
        if (order.at() < 0 || order.cause().startsWith("send:")) {
            return;
        }
        boolean caused = order.cause().startsWith("touch:");
        String touch = caused ? order.cause().substring(6) : "";
        if (order.channel() == Channel.MALL || order.channel() == Channel.POS) {
            Scene scene = caused ? Scenes.touch(draw) : Scenes.ALL.get(draw.below(2));
            long at = Math.max(0, order.at() - draw.between(90, order.channel() == Channel.MALL ? 900 : 86_400));
            if (order.channel() == Channel.MALL || caused) {
                visits.add(new Visit(at, scene, "", touch, order.channel() == Channel.MALL));
            }
            if (caused) {
                tell(touch, scene.channel(), "", "click", at, 1, Shops.uid(order));
            }
        } else if (caused) {
            tell(
                    touch,
                    elsewhere(order.channel()),
                    "",
                    "click",
                    Math.max(0, order.at() - draw.between(60, 3 * 86_400)),
                    1,
                    Shops.uid(order));
        }
    }

    /** A channel of which no file tells who came by it. */
    private String elsewhere(Channel channel) {
        return switch (channel) {
            case TMALL -> PUBLIC[draw.below(2)];
            case DOUYIN -> PUBLIC[2 + draw.below(2)];
            case PDD -> "pdd_search";
            case WEIMOB -> "wecom_group";
            default -> "jd_search";
        };
    }

    /** A click on a send's card; {@code buys} when the send made this person buy. */
    void click(Campaign campaign, long at, boolean buys) {
        String touch = "C" + campaign.no() + "-" + person.id();
        visits.add(new Visit(at, Scenes.ALL.get(2), campaign.code(), touch, buys));
        tell(touch, "wecom_mass", campaign.code(), "click", at, buys ? 1 : 0, "");
    }

    /** A click on a card that somebody forwarded. */
    void clickWithoutSend(Campaign campaign, long at) {
        String touch = "F" + campaign.no() + "-" + person.id();
        visits.add(new Visit(at, Scenes.ALL.get(2), campaign.code(), touch, false));
        tell(touch, "wecom_mass", campaign.code(), "forwarded_click", at, 0, "");
    }

    List<Visit> visits(boolean usesMini) {
        if (usesMini) {
            double at = draw.exponential(DAYS_BETWEEN_VISITS) * Dates.DAY;
            double mean = DAYS_BETWEEN_VISITS / (0.4 + 0.2 * person.habits().ratePerYear());
            int n = 0;
            while (at < stage.world().days() * Dates.DAY && n < 400) {
                Scene scene = Scenes.any(draw);
                String touch = scene.touch() ? "T" + person.id() + "-v" + n++ : "";
                long when = (long) Dates.day((long) at) * Dates.DAY + 28_800 + draw.below(54_000);
                visits.add(new Visit(when, scene, "", touch, false));
                if (scene.touch()) {
                    tell(touch, scene.channel(), "", "click", when, 0, "");
                }
                at += draw.exponential(mean) * Dates.DAY;
            }
        }
        return visits;
    }

    private void tell(String touch, String channel, String campaign, String kind, long at, int effect, String order) {
        if (Dates.day(at) < stage.world().days()) {
            desk.shard()
                    .truth(
                            Export.TRUTH_TOUCH,
                            touch,
                            Integer.toString(person.id()),
                            channel,
                            campaign,
                            kind,
                            desk.time(at),
                            Integer.toString(effect),
                            order);
        }
    }
}
