package io.siyu.pipelines.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens the page of domains in a real browser. */
class DomainsBrowserTest {
    @TempDir
    Path folder;

    @BeforeEach
    void a_browser_is_there() {
        Browser.assumed();
    }

    @Test
    void scorecard_models_lift_and_economics_stand_in_chinese_with_their_definitions() throws Exception {
        assertThat(opened(DomainsSamples.retailer(), "", "''"))
                .contains("公私域记分卡", "45.0%", "马尔可夫", "企微单聊", "实验增量", "+1.50", "[0.40, 2.60]", "私域经营损益")
                .contains("支付减退款", "ads.domain_scorecard.net_fen", "bi-team", "R20261120.1")
                .doesNotContain("undefined", "NaN", "<img");
    }

    @Test
    void each_model_adds_up_to_the_same_total_and_the_month_can_be_chosen_in_english() throws Exception {
        String sums =
                "MODEL_ORDER.map(m => sumOf(creditsOf(monthShown(), m), 'credit_fen')).filter(Boolean).join(' = ')";
        assertThat(opened(DomainsSamples.retailer(), "#lang=en&month=2026-10-01&side=origin", sums))
                .contains("Domain scorecard", "By origin", "2026-10", "100000000 = 100000000")
                .doesNotContain("undefined", "NaN");
    }

    @Test
    void a_figure_leads_to_its_definition() throws Exception {
        String clicked = "(document.querySelector('#scorecard [data-def]').click(),"
                + " document.querySelector('#definitions .shown').dataset.column)";
        assertThat(opened(DomainsSamples.retailer(), "", clicked))
                .contains("<pre id=\"probe\">ads.domain_scorecard.net_fen</pre>");
    }

    @Test
    void a_month_of_which_the_ledger_says_nothing_has_no_profit() throws Exception {
        assertThat(opened(DomainsSamples.retailer(), "", "''")).contains("成本台账还没有这些月份，利润未知");
    }

    @Test
    void an_empty_house_still_opens_and_says_what_is_missing() throws Exception {
        assertThat(opened(DomainsSamples.empty(), "#lang=en", "''"))
                .contains("No scorecard yet", "No campaign with a control group yet", "No programme month yet")
                .doesNotContain("undefined", "NaN", "Infinity");
    }

    @Test
    void the_daily_page_and_this_one_lead_to_each_other() throws Exception {
        assertThat(opened(DomainsSamples.retailer(), "", "document.querySelector('#other a').getAttribute('href')"))
                .contains("index.html#lang=zh");
    }

    @Test
    void nothing_is_wider_than_a_phone() throws Exception {
        assertThat(new Browser(folder).onPhone(DomainsPage.html(DomainsSamples.retailer())))
                .contains("360 wide, fits: true");
    }

    private String opened(DomainsData data, String hash, String expression) throws IOException, InterruptedException {
        Browser browser = new Browser(folder);
        return browser.dom(browser.write(DomainsPage.html(data), expression).toUri() + hash);
    }
}
