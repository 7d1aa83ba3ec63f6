package io.siyu.pipelines.bench;

import io.siyu.pipelines.sample.World;
import io.siyu.pipelines.sample.chance.Codes;
import io.siyu.pipelines.sample.chance.Draw;
import io.siyu.pipelines.sample.person.Cast;
import io.siyu.pipelines.sample.person.People;
import io.siyu.pipelines.sample.person.Person;
import io.siyu.pipelines.sample.person.Place;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/**
 * Records of people as forms and tills have them: two a person on average, misspelt, mistyped, out of date and half empty; families
 * share phones, and numbers are handed on. Whose they are stands apart from them.
 */
final class LinkWorld {
    private static final int MOST = 8;
    private static final int STORES = 60;
    private static final int RECORD = 41;
    private static final int MAIL = 42;
    private static final int CODE = 43;

    private final World world;
    private final People people;

    /** @param records how many are written */
    LinkWorld(int records, long seed) {
        this.world = World.Size.SMALL.world(records, 1, World.HISTORY, seed);
        this.people = new People(world, new Cast(world), STORES);
    }

    /**
     * Writes both files, in the order of the records' ids, which say nothing of their persons.
     *
     * @param records record_id, surname, given_name, gender, birthday, phone, email, city, district
     * @param truth record_id, person
     */
    void write(Path records, Path truth) throws IOException {
        TreeMap<String, String> rows = new TreeMap<>();
        TreeMap<String, Integer> owners = new TreeMap<>();
        for (int id = 0; rows.size() < world.persons(); id++) {
            int some = Math.min(MOST, Draw.at(world.seed(), RECORD, -1L - id).geometric(2));
            for (int i = 0; i < some && rows.size() < world.persons(); i++) {
                long number = (long) id * MOST + i;
                String code = Codes.letters(world.seed(), CODE, number, 12);
                rows.put(code, row(people.person(id), Draw.at(world.seed(), RECORD, number)));
                owners.put(code, id);
            }
        }
        try (BufferedWriter out = Files.newBufferedWriter(records);
                BufferedWriter said = Files.newBufferedWriter(truth)) {
            out.write("record_id,surname,given_name,gender,birthday,phone,email,city,district\n");
            said.write("record_id,person\n");
            for (var row : rows.entrySet()) {
                out.write(row.getKey() + ',' + row.getValue() + '\n');
                said.write(row.getKey() + ',' + owners.get(row.getKey()) + '\n');
            }
        }
    }

    private String row(Person p, Draw draw) {
        Person other = people.person(draw.below(world.persons()));
        Place place = draw.chance(0.08) ? other.place() : p.place();
        long at = -1L - draw.below(World.HISTORY * 86_400);
        String given = p.name().substring(p.surname().length());
        return String.join(
                ",",
                List.of(
                        blank(draw, 0.01, draw.chance(0.02) ? other.surname() : p.surname()),
                        blank(draw, 0.03, draw.chance(0.07) ? misspelt(given, other, draw) : given),
                        blank(draw, 0.08, p.female() != draw.chance(0.02) ? "F" : "M"),
                        blank(draw, 0.15, birthday(p, draw)),
                        blank(draw, 0.12, mistyped(p.phone(at), 0.04, draw)),
                        blank(draw, 0.35, mistyped(mail(p), 0.04, draw)),
                        blank(draw, 0.05, place.city()),
                        blank(draw, 0.10, place.district())));
    }

    private static String blank(Draw draw, double chance, String value) {
        return draw.chance(chance) ? "" : value;
    }

    /** Another character for one, one too few, or both in the wrong order. */
    private static String misspelt(String given, Person other, Draw draw) {
        int at = draw.below(given.length());
        if (given.length() == 1 || draw.chance(0.6)) {
            String name = other.name();
            return given.substring(0, at) + name.charAt(name.length() - 1) + given.substring(at + 1);
        }
        return draw.chance(0.5)
                ? given.substring(0, at) + given.substring(at + 1)
                : new StringBuilder(given).reverse().toString();
    }

    /** A day off, day and month exchanged, or another decade. */
    private static String birthday(Person p, Draw draw) {
        var day = p.birthday();
        if (!draw.chance(0.06)) {
            return day.toString();
        }
        return switch (draw.below(3)) {
            case 0 -> day.plusDays(1).toString();
            case 1 ->
                day.getDayOfMonth() > 12
                        ? day.plusMonths(1).toString()
                        : day.withMonth(day.getDayOfMonth())
                                .withDayOfMonth(day.getMonthValue())
                                .toString();
            default -> day.plusYears(10).toString();
        };
    }

    /** One character wrong, behind the first three and before a domain. */
    private static String mistyped(String value, double chance, Draw draw) {
        int end = value.indexOf('@') < 0 ? value.length() : value.indexOf('@');
        if (end <= 3 || !draw.chance(chance)) {
            return value;
        }
        int at = draw.between(3, end - 1);
        return value.substring(0, at) + draw.below(10) + value.substring(at + 1);
    }

    /** Of somebody who has one: a number at QQ, or a name of letters. */
    private String mail(Person p) {
        Draw draw = Draw.at(world.seed(), MAIL, p.id());
        if (draw.chance(0.4)) {
            return "";
        }
        String letters = Codes.letters(world.seed(), MAIL, p.id(), 9).toLowerCase(java.util.Locale.ROOT);
        return draw.chance(0.7)
                ? draw.between(100_000_000, 2_000_000_000) + "@qq.com"
                : "u" + letters.replaceAll("[^a-z0-9]", "x") + "@163.com";
    }
}
