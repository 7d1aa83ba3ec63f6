package io.siyu.pipelines.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.warehouse.SiyuException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {
    @TempDir
    Path folder;

    @Test
    void the_page_is_one_document_that_loads_nothing() {
        String html = Page.html(Samples.retailer(30));
        String markup = html.replaceAll("(?s)<script[^>]*>.*?</script>", "<script></script>");
        assertThat(html).startsWith("<!DOCTYPE html>").endsWith("</html>\n").contains("default-src 'none'");
        assertThat(markup)
                .doesNotContainPattern("(?i)\\b(src|href)\\s*=")
                .doesNotContain("@import", "url(", "http:", "https:");
    }

    @Test
    void every_placeholder_is_filled() {
        assertThat(Page.html(Samples.empty())).doesNotContain("@css@", "@words@", "@data@", "@echarts@", "@scripts@");
    }

    @Test
    void the_data_in_the_page_reads_back_as_it_went_in() {
        PageData data = Samples.retailer(3);
        assertThat(Document.parse(embedded(Page.html(data), "data"), PageData.class))
                .isEqualTo(data);
    }

    @Test
    void a_store_name_cannot_break_out_of_its_script() {
        PageData data = Samples.withStoreName("</script><script>alert(1)</script><!-- @css@ $1");
        String html = Page.html(data);
        assertThat(html.split("</script", -1))
                .hasSameSizeAs(Page.html(Samples.withStoreName("x")).split("</script", -1));
        assertThat(Document.parse(embedded(html, "data"), PageData.class)).isEqualTo(data);
    }

    @Test
    void equal_data_gives_the_same_bytes() {
        assertThat(Page.html(Samples.retailer(5))).isEqualTo(Page.html(Samples.retailer(5)));
    }

    @Test
    void a_page_without_any_row_is_still_a_page() {
        assertThat(Document.parse(embedded(Page.html(Samples.empty()), "data"), PageData.class)
                        .sales())
                .isEmpty();
    }

    @Test
    void writing_replaces_the_old_page_and_leaves_nothing_beside_it() throws IOException {
        Path file = folder.resolve("pages/latest.html");
        Page.write(Samples.empty(), file);
        Page.write(Samples.retailer(2), file);
        assertThat(Files.readString(file)).isEqualTo(Page.html(Samples.retailer(2)));
        assertThat(file.getParent()).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void a_place_that_cannot_be_written_is_told() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("taken"), "");
        assertThatThrownBy(() -> Page.write(Samples.empty(), notAFolder.resolve("page.html")))
                .isInstanceOf(SiyuException.RunFailed.class)
                .hasMessageStartingWith("Cannot write page");
    }

    static String embedded(String html, String id) {
        Matcher found = Pattern.compile("(?s)<script type=\"application/json\" id=\"" + id + "\">(.*?)</script>")
                .matcher(html);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
