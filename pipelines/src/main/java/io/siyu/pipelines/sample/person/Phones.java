package io.siyu.pipelines.sample.person;

import io.siyu.pipelines.sample.chance.Draw;

/** Mobile numbers: each key has its own, with a prefix that operators have in use. */
public final class Phones {
    private static final String[] PREFIXES =
            ("130 131 132 133 135 136 137 138 139 150 151 152 153 155 156 157 158 159 166 173 175 176 177 178 180 181 182"
                            + " 183 185 186 187 188 189 191 193 198 199")
                    .split(" ");
    private static final long ALL = PREFIXES.length * 100_000_000L;

    /** Coprime to {@link #ALL}: neighbours' numbers lie far apart, and no two keys share one. */
    private static final long STRIDE = 1_618_033_989L * 2 + 21;

    private Phones() {}

    /** The number of a key from 0 on. */
    public static String of(long seed, long key) {
        long place = Math.floorMod(Math.floorMod(seed * 7919, ALL) + Math.floorMod(key * (STRIDE % ALL), ALL), ALL);
        String tail = Long.toString(100_000_000L + place % 100_000_000L).substring(1);
        return PREFIXES[(int) (place / 100_000_000L)] + tail;
    }

    /** {@code 138****0021} */
    public static String masked(String phone) {
        return phone.substring(0, 3) + "****" + phone.substring(7);
    }

    /** {@code *******0021}, as some platforms mask. */
    public static String tail(String phone) {
        return "*******" + phone.substring(7);
    }

    /** The number as a person, a till or a form might write it. */
    public static String written(String phone, Draw draw) {
        return switch (draw.below(5)) {
            case 0 -> "+86" + phone;
            case 1 -> phone.substring(0, 3) + " " + phone.substring(3, 7) + " " + phone.substring(7);
            case 2 -> phone.substring(0, 3) + "-" + phone.substring(3, 7) + "-" + phone.substring(7);
            case 3 -> wide(phone);
            default -> "86-" + phone;
        };
    }

    /** What stands in a phone field and is none. */
    public static String fake(Draw draw) {
        return switch (draw.below(5)) {
            case 0 -> "13800138000";
            case 1 -> "1" + draw.between(3, 9) + "000000000";
            case 2 -> "0571-8" + draw.between(1_000_000, 9_999_999);
            case 3 -> "138" + draw.between(1_000_000, 9_999_999);
            default -> "138" + draw.between(100_000_000, 999_999_999);
        };
    }

    private static String wide(String phone) {
        StringBuilder text = new StringBuilder();
        phone.chars().forEach(c -> text.append((char) (c - '0' + '０')));
        return text.toString();
    }
}
