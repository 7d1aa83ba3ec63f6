package io.siyu.pipelines.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens the page in a real browser; needs {@code chromium} on the PATH. */
class BrowserTest {
    @TempDir
    Path folder;

    @BeforeEach
    void a_browser_is_there() {
        Browser.assumed();
    }

    @Test
    void a_retailers_day_shows_its_numbers_in_chinese() throws Exception {
        assertThat(opened(Samples.retailer(30), ""))
                .contains("私域经营日报", "净销售额", "万元", "私域占比", "条规则通过", "对账一致")
                .doesNotContain("undefined", "NaN");
    }

    @Test
    void a_web_shop_with_one_channel_shows_pounds_in_english() throws Exception {
        assertThat(opened(Samples.webShop(), "#lang=en&days=90"))
                .contains("Private-domain daily", "£", "Order value", "Reconciled")
                .doesNotContain("undefined", "NaN");
    }

    @Test
    void a_first_day_has_nothing_to_compare_with_and_says_so() throws Exception {
        assertThat(opened(Samples.retailer(1), "")).contains("这是第一天的数据").doesNotContain("undefined", "NaN", "Infinity");
    }

    @Test
    void an_empty_house_still_opens() throws Exception {
        assertThat(opened(Samples.empty(), "#lang=en"))
                .contains("No sales rows yet", "Not judged")
                .doesNotContain("undefined", "NaN", "Infinity");
    }

    @Test
    void markup_in_a_store_name_stays_text() throws Exception {
        assertThat(opened(Samples.withStoreName("<img id=broken>"), "")).doesNotContain("<img");
    }

    @Test
    void a_total_that_differs_by_one_fen_is_told() throws Exception {
        assertThat(opened(Samples.withControl(1), ""))
                .contains("对账不符", "相差 0.01 元")
                .doesNotContain("对账一致");
    }

    @Test
    void a_text_that_a_spreadsheet_would_run_is_kept_a_text_in_the_download() throws Exception {
        assertThat(opened(
                        Samples.empty(),
                        "",
                        "JSON.stringify(csvText(['name', 'net'], [['=HYPERLINK(1)', '-12.50'], ['a\"b,c', 3]]))"))
                .contains("name,net\\r\\n'=HYPERLINK(1),-12.50\\r\\n\\\"a\\\"\\\"b,c\\\",3\\r\\n");
    }

    @Test
    void amounts_keep_every_unit_and_shorten_by_ten_thousands_or_thousands() throws Exception {
        String shown =
                "[exactMoney(-123456789), money(123456789), plain(-5), axisNumber(120000), compact(97223000)].join(' | ')";
        assertThat(opened(Samples.empty(), "", shown)).contains("-1,234,567.89 元 | 123.5万元 | -0.05 | 12万 | 9,722.3万");
        assertThat(opened(Samples.empty(), "#lang=en", shown))
                .contains("-¥1,234,567.89 | ¥1.23m | -0.05 | 120k | 97.22m");
    }

    @Test
    void nothing_is_wider_than_a_phone() throws Exception {
        assertThat(new Browser(folder).onPhone(Page.html(Samples.retailer(30)))).contains("360 wide, fits: true");
    }

    private String opened(PageData data, String hash) throws IOException, InterruptedException {
        return opened(data, hash, "''");
    }

    /** The body with the value of a JavaScript expression at its end. */
    private String opened(PageData data, String hash, String expression) throws IOException, InterruptedException {
        Browser browser = new Browser(folder);
        return browser.dom(browser.write(Page.html(data), expression).toUri() + hash);
    }
}
