package io.siyu.pipelines.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens the page in a real browser; needs {@code chromium} on the PATH. */
class BrowserTest {
    @TempDir
    Path folder;

    @BeforeEach
    void a_browser_is_there() {
        boolean found = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "chromium")));
        assumeTrue(found, "chromium is not on the PATH: the page is not opened in a browser");
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
                .contains("Private-domain daily", "£", "There is one domain only", "No sales are recorded by store")
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

    /** The body as the browser has it once the scripts ran, without the scripts; fails on anything in the console. */
    private String opened(PageData data, String hash) throws IOException, InterruptedException {
        Path page = folder.resolve("page.html");
        Page.write(data, page);
        List<String> command = new ArrayList<>(List.of("chromium", "--headless", "--no-sandbox", "--disable-gpu"));
        command.addAll(
                List.of("--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync"));
        command.addAll(List.of("--disable-component-update", "--enable-logging=stderr", "--window-size=1280,900"));
        command.addAll(List.of("--user-data-dir=" + folder.resolve("profile"), "--dump-dom", page.toUri() + hash));
        Path dom = folder.resolve("dom.html");
        Path log = folder.resolve("log.txt");
        Process browser = new ProcessBuilder(command)
                .redirectOutput(dom.toFile())
                .redirectError(log.toFile())
                .start();
        assertThat(browser.waitFor(90, TimeUnit.SECONDS)).as("the browser ends").isTrue();
        assertThat(Files.readAllLines(log))
                .filteredOn(line -> line.contains("CONSOLE"))
                .isEmpty();
        String html = Files.readString(dom);
        return html.substring(html.indexOf("<body")).replaceAll("(?s)<script[^>]*>.*?</script>", "");
    }
}
