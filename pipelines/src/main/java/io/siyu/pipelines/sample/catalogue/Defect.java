package io.siyu.pipelines.sample.catalogue;

import java.util.Locale;

/** Every way in which files are wrong or people hard to tell apart, and what a warehouse should do about a case of it. */
public enum Defect {
    POS_WITHOUT_MEMBER(Theme.IDENTITY, Action.IGNORE),
    CLERK_CARD(Theme.IDENTITY, Action.FLAG),
    STORE_PHONE(Theme.IDENTITY, Action.FLAG),
    FAMILY_PHONE(Theme.IDENTITY, Action.FLAG),
    TWO_PHONES(Theme.IDENTITY, Action.FIX),
    TWO_WECHATS(Theme.IDENTITY, Action.FIX),
    RECYCLED_NUMBER(Theme.IDENTITY, Action.FLAG),
    CONTACT_WITHOUT_UNIONID(Theme.IDENTITY, Action.IGNORE),
    OTHER_COMPANY_CONTACT(Theme.IDENTITY, Action.IGNORE),
    SECOND_UNIONID_SPACE(Theme.IDENTITY, Action.FLAG),
    COLLIDING_UNIONID(Theme.IDENTITY, Action.FLAG),
    OPENID_WITHOUT_UNIONID(Theme.IDENTITY, Action.FIX),
    SHARED_DEVICE(Theme.IDENTITY, Action.FLAG),
    TWO_TMALL_SHOPS(Theme.IDENTITY, Action.FIX),
    MEMBER_SYNC_BRIDGE(Theme.IDENTITY, Action.FIX),
    MASKED_PHONE_ONLY(Theme.IDENTITY, Action.IGNORE),
    VIRTUAL_NUMBER(Theme.IDENTITY, Action.IGNORE),
    WRONG_REMARK_MOBILE(Theme.IDENTITY, Action.IGNORE),
    FAKE_PHONE(Theme.IDENTITY, Action.FLAG),
    PHONE_FORMAT(Theme.IDENTITY, Action.FIX),
    STAFF_OR_TEST(Theme.IDENTITY, Action.FLAG),
    DELETION_REQUEST(Theme.IDENTITY, Action.FLAG),
    CONSENT_WITHDRAWN(Theme.IDENTITY, Action.FLAG),

    GBK_FILE(Theme.FILE, Action.FIX),
    ENCODING_SWITCH(Theme.FILE, Action.FIX),
    RESAVED_TIMES(Theme.FILE, Action.FIX),
    UNMAPPABLE_CHARACTER(Theme.FILE, Action.FLAG),
    EXCEL_TEXT_ID(Theme.FILE, Action.FIX),
    LEADING_APOSTROPHE(Theme.FILE, Action.FIX),
    TRAILING_TAB(Theme.FILE, Action.FIX),
    YUAN_SUFFIX(Theme.FILE, Action.FIX),
    THOUSANDS_SEPARATOR(Theme.FILE, Action.FIX),
    SENTINEL_TEXT(Theme.FILE, Action.FIX),
    ROUNDED_ID(Theme.FILE, Action.QUARANTINE),
    TITLE_ROW(Theme.FILE, Action.FIX),
    TOTAL_ROW(Theme.FILE, Action.FIX),
    TOTAL_MISMATCH(Theme.FILE, Action.FLAG),
    HEADER_REORDERED(Theme.FILE, Action.FIX),
    COLUMN_ADDED(Theme.FILE, Action.FLAG),
    COLUMN_RENAMED(Theme.FILE, Action.FIX),
    COLUMN_MISSING(Theme.FILE, Action.QUARANTINE),
    NOTE_WITH_LINE_BREAK(Theme.FILE, Action.FIX),
    TRUNCATED_LAST_LINE(Theme.FILE, Action.QUARANTINE),
    INVALID_JSON(Theme.FILE, Action.QUARANTINE),
    EMPTY_FILE(Theme.FILE, Action.FLAG),
    MISSING_FILE(Theme.FILE, Action.FLAG),
    LATE_FILE(Theme.FILE, Action.FIX),
    FILE_TWICE(Theme.FILE, Action.FIX),
    EXACT_DUPLICATE(Theme.FILE, Action.FIX),
    REEXPORT_OVERLAP(Theme.FILE, Action.FIX),
    WRONG_UNIT(Theme.FILE, Action.FLAG),
    NULL_TOKEN(Theme.FILE, Action.FIX),

    LATE_ROW(Theme.TIME, Action.FIX),
    VERY_LATE_ROW(Theme.TIME, Action.FIX),
    CLOCK_OFF(Theme.TIME, Action.FLAG),
    CLOCK_ABSURD(Theme.TIME, Action.FLAG),
    SECONDS_FOR_MILLIS(Theme.TIME, Action.FIX),
    NEAR_MIDNIGHT(Theme.TIME, Action.IGNORE),
    SNAPSHOT_MISSING(Theme.TIME, Action.FLAG),
    SPEND_RESTATED(Theme.TIME, Action.FIX),
    CONVERSIONS_RESTATED(Theme.TIME, Action.FIX),
    VERY_LATE_REFUND(Theme.TIME, Action.FIX),

    UNPAID_CLOSED(Theme.MONEY, Action.IGNORE),
    FULL_REFUND(Theme.MONEY, Action.IGNORE),
    PARTIAL_REFUND(Theme.MONEY, Action.IGNORE),
    REFUND_ABOVE_PAID(Theme.MONEY, Action.FLAG),
    RETURN_WITHOUT_ORIGINAL(Theme.MONEY, Action.FLAG),
    GIFT_LINE(Theme.MONEY, Action.FLAG),
    ZERO_PRICE(Theme.MONEY, Action.FLAG),
    PRICE_DIFFERENCE(Theme.MONEY, Action.FLAG),
    RESHIP_EXCHANGE(Theme.MONEY, Action.FLAG),
    PRESALE(Theme.MONEY, Action.IGNORE),
    FORFEITED_DEPOSIT(Theme.MONEY, Action.FLAG),
    SPLIT_ORDER(Theme.MONEY, Action.FIX),
    MIXED_TENDER(Theme.MONEY, Action.IGNORE),
    STORED_VALUE(Theme.MONEY, Action.IGNORE),
    PLATFORM_SUBSIDY(Theme.MONEY, Action.IGNORE),
    BRUSHING_REGISTERED(Theme.MONEY, Action.FLAG),
    BRUSHING_NOTED(Theme.MONEY, Action.FLAG),
    BRUSHING_HIDDEN(Theme.MONEY, Action.FLAG),
    LINE_ROUNDING(Theme.MONEY, Action.IGNORE),
    STAFF_PURCHASE(Theme.MONEY, Action.FLAG),

    STAFF_DELETED_CONTACT(Theme.RELATION, Action.IGNORE),
    CUSTOMER_DELETED_STAFF(Theme.RELATION, Action.IGNORE),
    CONTACT_READDED(Theme.RELATION, Action.IGNORE),
    CONTACT_TRANSFERRED(Theme.RELATION, Action.IGNORE),
    CONTACT_INHERITED(Theme.RELATION, Action.IGNORE),
    STAFF_IN_GROUP(Theme.RELATION, Action.IGNORE),
    ROBOT_IN_GROUP(Theme.RELATION, Action.IGNORE),
    MEMBER_NOT_CONTACT(Theme.RELATION, Action.IGNORE),
    DOUBLE_CREDIT(Theme.RELATION, Action.IGNORE),
    FRANCHISE_FULFILLED(Theme.RELATION, Action.IGNORE),
    STATE_REUSED(Theme.RELATION, Action.FLAG),
    STATE_TRUNCATED(Theme.RELATION, Action.FLAG),
    OVER_LIMIT_SEND(Theme.RELATION, Action.FLAG),
    CLICK_WITHOUT_SEND(Theme.RELATION, Action.IGNORE),
    BOT_EVENTS(Theme.RELATION, Action.FLAG),
    UNKNOWN_SCENE(Theme.RELATION, Action.FIX),
    SELF_REFERRAL(Theme.RELATION, Action.FLAG),
    REFERRAL_RING(Theme.RELATION, Action.FLAG),
    TWO_INVITERS(Theme.RELATION, Action.FLAG),

    COUPON_GIVEN_ON(Theme.OTHER, Action.IGNORE),
    COUPON_AFTER_EXPIRY(Theme.OTHER, Action.FLAG),
    POINTS_MISMATCH(Theme.OTHER, Action.FLAG),
    POINTS_SIGNED(Theme.OTHER, Action.FIX),
    ANONYMOUS_ANSWER(Theme.OTHER, Action.IGNORE),
    QUESTION_EDITED(Theme.OTHER, Action.FIX),
    ORDER_IN_TEXT(Theme.OTHER, Action.FIX),
    PHONE_IN_TEXT(Theme.OTHER, Action.FIX),
    OA_REFOLLOWED(Theme.OTHER, Action.IGNORE),

    ROW_COUNT_DRIFT(Theme.CHECK, Action.FLAG),
    NULL_RATE_JUMP(Theme.CHECK, Action.FLAG),
    DUPLICATE_KEY(Theme.CHECK, Action.QUARANTINE),
    ORPHAN_REFUND(Theme.CHECK, Action.FLAG),
    NEGATIVE_QUANTITY(Theme.CHECK, Action.FLAG),
    LINES_DO_NOT_SUM(Theme.CHECK, Action.FLAG),
    PAID_WITHOUT_TIME(Theme.CHECK, Action.FLAG),
    SNAPSHOT_COLLAPSE(Theme.CHECK, Action.FLAG),
    JOIN_RATE_DROP(Theme.CHECK, Action.FLAG),
    SPEND_WITHOUT_CAMPAIGN(Theme.CHECK, Action.FLAG);

    /** Where the class belongs. */
    public enum Theme {
        IDENTITY,
        FILE,
        TIME,
        MONEY,
        RELATION,
        OTHER,
        CHECK
    }

    /** What should become of a case: repaired, kept out, kept and told, or taken as it is. */
    public enum Action {
        FIX,
        QUARANTINE,
        FLAG,
        IGNORE;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Theme theme;
    private final Action action;

    Defect(Theme theme, Action action) {
        this.theme = theme;
        this.action = action;
    }

    public Theme theme() {
        return theme;
    }

    public Action action() {
        return action;
    }

    /** The name in truth files: {@code clerk_card}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
