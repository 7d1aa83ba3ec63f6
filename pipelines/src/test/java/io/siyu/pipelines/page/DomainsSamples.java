package io.siyu.pipelines.page;

import io.siyu.pipelines.page.PageData.Definition;
import io.siyu.pipelines.page.PageData.Money;
import io.siyu.pipelines.page.PageData.TableVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A made-up retailer for the page of domains: two months, two domains of sale, two campaigns. */
final class DomainsSamples {
    private DomainsSamples() {}

    static DomainsData retailer() {
        List<Map<String, Object>> scores = new ArrayList<>();
        List<Map<String, Object>> credits = new ArrayList<>();
        for (String month : List.of("2026-10-01", "2026-11-01")) {
            for (String side : List.of("purchase", "origin")) {
                scores.add(score(month, side, "private", 45_000_000, 100_000_000));
                scores.add(score(month, side, "public", 55_000_000, 100_000_000));
            }
            for (String model : List.of("last", "markov")) {
                credits.add(credit(month, model, "private", "wecom_chat", 30_000_001));
                credits.add(credit(month, model, "public", "tmall_search", 20_000_000));
                credits.add(credit(month, model, "none", "direct", 49_999_999));
            }
        }
        return new DomainsData(
                "R20261120.1",
                "2026-11-20",
                Money.YUAN,
                List.of(new TableVersion("ads.domain_scorecard", 7)),
                Map.of(
                        "ads.domain_scorecard",
                        scores,
                        "ads.attribution",
                        credits,
                        "ads.campaign_lift",
                        List.of(lift("SEND-A", 0.015, 0.004, 0.026), lift("<img id=broken>", -0.002, -0.012, 0.008)),
                        "ads.programme_month",
                        List.of(Map.of("month", "2026-10-01", "net_fen", 45_000_000))),
                Map.of(
                        "ads.domain_scorecard",
                        new Definition("Scorecard", "bi-team", Map.of("net_fen", "支付减退款", "share", "净GMV占比"))));
    }

    static DomainsData empty() {
        return new DomainsData("r-0", "2026-11-20", Money.YUAN, List.of(), Map.of(), Map.of());
    }

    private static Map<String, Object> score(String month, String side, String domain, long net, long total) {
        return Map.of(
                "month",
                month,
                "side",
                side,
                "domain",
                domain,
                "net_fen",
                net,
                "share",
                (double) net / total,
                "total_fen",
                total,
                "sales_fen",
                total);
    }

    private static Map<String, Object> credit(String month, String model, String domain, String channel, long fen) {
        return Map.of("month", month, "model", model, "domain", domain, "channel", channel, "credit_fen", fen);
    }

    private static Map<String, Object> lift(String campaign, double lift, double low, double high) {
        Map<String, Object> row = new TreeMap<>(Map.of(
                "campaign", campaign, "sent_date", "2026-11-01", "outcome", "buyer", "treated", 1800, "held_out", 200));
        row.putAll(Map.of("lift", lift, "low", low, "high", high, "increments", 1800 * lift, "control_mean", 0.05));
        return row;
    }
}
