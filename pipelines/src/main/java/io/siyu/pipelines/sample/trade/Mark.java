package io.siyu.pipelines.sample.trade;

/** What is particular about an order. */
public enum Mark {
    NO_MEMBER,
    CLERK_CARD,
    MIXED_TENDER,
    STORED_VALUE,
    PRESALE,
    SPLIT,
    SUBSIDY,
    REGISTERED,
    NOTED,
    DOUBLE_CREDIT,
    FRANCHISE_FULFILLED,
    SECOND_WECHAT,
    VIRTUAL_NUMBER,
    NO_ORIGINAL,
    OVER_REFUND
}
