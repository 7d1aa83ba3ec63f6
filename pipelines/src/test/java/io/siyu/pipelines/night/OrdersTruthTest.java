package io.siyu.pipelines.night;

import static org.assertj.core.api.Assertions.assertThat;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import io.siyu.pipelines.sample.SampleWorld;
import io.siyu.pipelines.sample.World;
import io.siyu.pipelines.score.Score;
import io.siyu.pipelines.score.Scoring;
import io.siyu.pipelines.score.Told;
import io.siyu.pipelines.score.Truth;
import io.siyu.pipelines.serve.Access;
import io.siyu.pipelines.serve.VisibleTables;
import io.siyu.warehouse.House;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A small sample, night by night, against its truth: what was ordered, paid and given back on each platform, in each shop and
 * on each day, to the fen. Left out are orders that no file tells of, or that a noted fault keeps from being known.
 */
class OrdersTruthTest {
    private static final int NIGHTS = 2;
    /** Days of trade before: few, so that 400 persons buy enough on one day for its bills to have both tills and mall. */
    private static final int HISTORY = 20;

    private static final LocalDate FIRST = World.LAST.minusDays(NIGHTS - 1L);
    /** Faults that swallow an order, its time of payment or its amounts. */
    private static final Set<String> SWALLOWED = Set.of("rounded_id", "invalid_json", "paid_without_time", "late_row");

    @TempDir
    private static Path folder;

    private static SmallHome home;
    private static List<String[]> orders;
    private static List<String[]> refunds;
    private static final Set<String> unknown = new HashSet<>();

    @BeforeAll
    static void nights_over_a_sample() throws IOException {
        home = new SmallHome(folder);
        Path truth = folder.resolve("truth");
        new SampleWorld(new World(400, NIGHTS, HISTORY, 20261120L, FIRST, false)).write(home.landing(), truth, 2);
        orders = rows(truth.resolve("truth_order.csv"));
        refunds = rows(truth.resolve("truth_refund.csv"));
        leaveOut(truth);
        for (int night = 0; night < NIGHTS; night++) {
            assertThat(home.runUpTo(FIRST.plusDays(night), "dws.bill_match").exitCode())
                    .isZero();
        }
    }

    @Test
    void what_was_ordered_and_paid_is_the_truth_on_every_day() {
        Map<String, Long> ordered = new TreeMap<>();
        Map<String, Long> paid = new TreeMap<>();
        for (String[] o : orders) {
            if (!unknown.contains(o[3])) {
                ordered.merge(o[1] + " " + shop(o[2]) + " " + day(o[7]), Long.valueOf(o[16]), Long::sum);
                if (!o[8].isEmpty()) {
                    paid.merge(o[1] + " " + shop(o[2]) + " " + day(o[8]), Long.valueOf(o[17]), Long::sum);
                }
            }
        }
        assertThat(told("dwd.order_line", "true", "ordered_date", "order_fen")).isEqualTo(ordered);
        assertThat(told("dwd.order_line", "paid_date is not null", "paid_date", "pay_fen"))
                .isEqualTo(paid);
        assertThat(paid).hasSizeGreaterThan(100);
    }

    @Test
    void what_went_back_is_the_truth_on_every_day() {
        Map<String, String[]> byUid = new TreeMap<>();
        orders.forEach(o -> byUid.put(o[0], o));
        Map<String, Long> back = new TreeMap<>();
        for (String[] r : refunds) {
            String[] o = byUid.get(r[0]);
            if (!r[5].isEmpty() && !unknown.contains(o[3]) && !unknown.contains(number(o, r))) {
                back.merge(o[1] + " " + shop(o[2]) + " " + refunded(o[1], day(r[5])), Long.valueOf(r[3]), Long::sum);
            }
        }
        assertThat(told("dwd.refund", "refund_date is not null", "refund_date", "refund_fen"))
                .isEqualTo(back);
        assertThat(back).hasSizeGreaterThan(10);
    }

    @Test
    void bills_are_read_to_the_fen_and_differ_from_orders_only_where_a_fault_explains_it() {
        Installation at = home.open();
        List<Path> houses = List.of(Path.of("../warehouse"), Path.of("../quality"));
        Scoring scoring = new Scoring(
                at.spark(),
                VisibleTables.latest(
                        at.spark(), at.lake(), Access.whole(), at.catalog().tables())::rows,
                Truth.read(at.spark(), folder.resolve("truth")),
                Score.of(new House(houses)));
        for (Score score : Score.named(new House(houses), List.of("bill", "bill_tie"))) {
            Told told = scoring.ask(score);
            assertThat(told.lines()).as(score.name()).isNotEmpty();
            assertThat(told.outside()).as(told.lines().toString()).isZero();
        }
    }

    /** Sums by platform, shop and day, of orders that can be known. */
    private static Map<String, Long> told(String table, String where, String date, String fen) {
        String number = table.equals("dwd.refund") ? "split(order_uid, ':')[2]" : "order_no";
        String other = table.equals("dwd.refund") ? "split(refund_uid, ':')[2]" : "''";
        Map<String, Long> sums = new TreeMap<>();
        for (String row : home.ask(
                table,
                where,
                "platform",
                "shop_code",
                date,
                fen,
                "coalesce(" + number + ", '-')",
                "concat(" + other + ", '.')")) {
            String[] cells = row.split(" ", -1);
            String refund = cells[5].substring(0, cells[5].length() - 1);
            String sale =
                    cells[0].equals("pos") && !refund.isEmpty() ? refund.substring(0, refund.length() - 1) : cells[4];
            if (!unknown.contains(cells[4]) && !unknown.contains(refund) && !unknown.contains(sale)) {
                String day = refund.isEmpty() ? cells[2] : refunded(cells[0], cells[2]);
                sums.merge(cells[0] + " " + cells[1] + " " + day, Long.valueOf(cells[3]), Long::sum);
            }
        }
        return sums;
    }

    private static void leaveOut(Path truth) throws IOException {
        Set<String> faulty = new TreeSet<>();
        for (String[] d : rows(truth.resolve("truth_defect.csv"))) {
            if (SWALLOWED.contains(d[3]) || d[3].equals("orphan_refund")) {
                faulty.add(d[5].split(" ", -1)[0]);
            }
        }
        unknown.addAll(faulty);
        StringBuilder landed = new StringBuilder();
        try (Stream<Path> files = Files.walk(home.landing())) {
            Stream<Path> told = files.filter(f -> f.toString().matches(".*/(pos|jd|douyin|mall|tmall)/.*"));
            for (Path file : (Iterable<Path>) told::iterator) {
                landed.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        Set<String> told = new HashSet<>(List.of(landed.toString().split("[^0-9]+")));
        orders.stream().map(o -> o[3]).filter(no -> !told.contains(no)).forEach(unknown::add);
        refunds.stream()
                .filter(r -> r[0].matches("(tmall|douyin|mall):.*"))
                .map(r -> r[1])
                .filter(no -> !told.contains(no))
                .forEach(unknown::add);
    }

    /** What the source calls a refund: a till numbers its return ticket after the sale, JD has no number. */
    private static String number(String[] order, String[] refund) {
        return order[1].equals("pos") ? order[3] + "9" : refund[1];
    }

    /** JD does not say when money went back before the first night, only that it had. */
    private static String refunded(String platform, String day) {
        return platform.equals("jd") && day.compareTo(FIRST.toString()) <= 0 ? "before" : day;
    }

    /** JD's rows name the shop by its number. */
    private static String shop(String name) {
        return name.contains("京东") ? "10088" : name;
    }

    private static String day(String time) {
        return time.substring(0, 10);
    }

    private static List<String[]> rows(Path file) {
        CsvParserSettings settings = new CsvParserSettings();
        settings.setNullValue("");
        settings.setEmptyValue("");
        settings.setHeaderExtractionEnabled(true);
        return new CsvParser(settings).parseAll(file.toFile(), "UTF-8");
    }
}
