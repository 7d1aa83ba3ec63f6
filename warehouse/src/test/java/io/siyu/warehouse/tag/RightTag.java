package io.siyu.warehouse.tag;

/** A file of tags without a mistake. */
final class RightTag {
    static final String TEXT = """
            theme: test
            from: dws.day
            owner: me
            version: 1.0.0
            status: live
            effective_from: 2026-11-01
            expires_on: 2027-11-01
            sensitivity: personal
            consent: marketing
            tags:
              - id: orders_made
                name: {zh: 订单数, en: Orders}
                definition: 窗口内的订单数，没有则为零。
                kind: statistic
                type: int
                value: sum(orders)
                where: orders > 0
                window: [7d, 30d]
                default: 0
                examples:
                  - {given: [{business_date: D, orders: 2}], expect: 2}
                  - {given: [], expect: 0}
              - id: tier
                name: {zh: 层级, en: Tier}
                definition: 近三十天两单及以上为高。
                kind: rule
                type: string
                domain: [high, low]
                layers:
                  - {when: "orders_made_30d >= 2", then: high}
                  - {else: low}
                default: low
                examples:
                  - {given: {orders_made_30d: 2}, expect: high}
                  - {given: {orders_made_30d: 1}, expect: low}
            """;

    private RightTag() {}
}
