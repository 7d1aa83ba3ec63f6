package io.siyu.pipelines.sample.person;

import io.siyu.pipelines.sample.chance.Codes;
import io.siyu.pipelines.sample.chance.Dates;
import io.siyu.pipelines.sample.chance.Draw;
import java.time.LocalDate;

/** Somebody, and the identifiers by which systems know him or her. Made from a number, and forgotten again. */
public final class Person {
    private final long seed;
    private final int id;
    private final Habits habits;
    private final String surname;
    private final String given;
    private final boolean female;
    private final LocalDate birthday;
    private final Place place;
    private final String nick;
    private final long joined;
    private final PhoneBook phones;

    Person(long seed, int id, Habits habits, long joined, PhoneBook phones) {
        Draw draw = Draw.at(seed, 1, id);
        this.seed = seed;
        this.id = id;
        this.habits = habits;
        this.female = draw.chance(0.68);
        this.surname = Names.surname(draw);
        this.given = Names.given(female, draw);
        this.birthday = LocalDate.of(1960 + draw.below(46), 1 + draw.below(12), 1 + draw.below(28));
        this.nick = Names.nick(draw) + (draw.chance(0.003) ? "🌸" : "");
        this.place = Place.at(habits.homeStore());
        this.joined = joined;
        this.phones = phones;
    }

    public int id() {
        return id;
    }

    public Habits habits() {
        return habits;
    }

    public String surname() {
        return surname;
    }

    public String name() {
        return surname + given;
    }

    public boolean female() {
        return female;
    }

    public String title() {
        return female ? "女士" : "先生";
    }

    public LocalDate birthday() {
        return birthday;
    }

    public Place place() {
        return place;
    }

    /** The name on Tmall; three in a thousand hold a character that GBK has not. */
    public String nick() {
        return nick;
    }

    /** When the CRM registered this person; {@link Dates#NEVER} for who is no member. */
    public long joined() {
        return joined;
    }

    public boolean isMemberAt(long at) {
        return joined <= at;
    }

    public boolean isMember() {
        return joined != Dates.NEVER;
    }

    public PhoneBook phones() {
        return phones;
    }

    /** The number in use at a time. */
    public String phone(long at) {
        return phones.at(at);
    }

    public String memberId() {
        return Integer.toString(10_000_000 + id);
    }

    public String card() {
        return "VIP" + Codes.padded(id + 1L, 8);
    }

    /** Pospal's own id of this customer in one store's account: 18 digits. */
    public String posUid(int store) {
        return Long.toString(661_200_000_000_000_000L + store * 1_000_000_000L + id);
    }

    public String unionid() {
        return unionid(seed, id);
    }

    /** The unionid of anybody. */
    public static String unionid(long seed, int id) {
        return "o" + Codes.letters(seed, 2, id, 27);
    }

    /** The unionid that the agency's Open Platform account gives the same person. */
    public String agencyUnionid() {
        return "o" + Codes.letters(seed, 3, id, 27);
    }

    public String openid() {
        return "oMp" + Codes.letters(seed, 4, id, 25);
    }

    /** The identifiers of a second WeChat account. */
    public String secondUnionid() {
        return "o" + Codes.letters(seed, 5, id, 27);
    }

    public String secondOpenid() {
        return "oMp" + Codes.letters(seed, 6, id, 25);
    }

    public String oaOpenid() {
        return "oGz" + Codes.letters(seed, 7, id, 25);
    }

    public String channelsOpenid() {
        return "oCh" + Codes.letters(seed, 8, id, 25);
    }

    public String externalUserid() {
        return externalUserid(seed, id);
    }

    public static String externalUserid(long seed, int id) {
        return "wm" + Codes.letters(seed, 9, id, 30);
    }

    /** The mini program's id of the device, before anybody logs in. */
    public String deviceId() {
        return "17" + Codes.padded(Math.floorMod(Draw.at(seed, 10, id).next(), 100_000_000_000L), 11) + "-" + id
                + "-mp";
    }

    public String buyerOpenUid() {
        return "AAH" + Codes.letters(seed, 11, id, 21);
    }

    /** Tmall's key of the buyer in one shop. */
    public String ouid(int shop) {
        return "AAE" + Codes.letters(seed, 12 + shop, id, 21);
    }

    /** Weimob's key of the buyer with one merchant. */
    public String weimobWid() {
        return Integer.toString(20_300_000 + id);
    }

    public String jdOpenId() {
        return "o*" + Codes.letters(seed, 16, id, 24);
    }

    public String doudianOpenId() {
        return "1@#" + Codes.letters(seed, 17, id, 28) + "==";
    }
}
