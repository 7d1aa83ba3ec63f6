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
import java.util.regex.Matcher;

/**
 * A real browser, {@code chromium} on the PATH.
 *
 * @param folder where it keeps what it needs, and pages are written
 */
record Browser(Path folder) {
    /** Skips a test where there is no browser. */
    static void assumed() {
        boolean found = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "chromium")));
        assumeTrue(found, "chromium is not on the PATH: the page is not opened in a browser");
    }

    /** The page with an element at its end that shows the value of a JavaScript expression. */
    Path write(String html, String expression) throws IOException {
        String probe = "<pre id=probe></pre><script>document.querySelector('#probe').textContent = " + expression
                + "</script>\n</body>\n</html>\n";
        return Files.writeString(
                folder.resolve("page.html"),
                html.replaceAll("</body>\\s*</html>\\s*$", Matcher.quoteReplacement(probe)));
    }

    /** How wide a page is on a phone: {@code 360 wide, fits: true}, or not. */
    String onPhone(String html) throws IOException, InterruptedException {
        write(html, "innerWidth + ' wide, fits: ' + (document.documentElement.scrollWidth <= innerWidth)");
        Path frame = Files.writeString(
                folder.resolve("phone.html"),
                "<iframe width=360 height=800 style='border:0' src='page.html'></iframe>"
                        + "<script>onload = () => document.body.append(frames[0].document.querySelector('#probe').textContent)"
                        + "</script>");
        return dom(frame.toUri() + "");
    }

    /** The body as the browser has it once the scripts ran, without the scripts; fails on anything in the console. */
    String dom(String address) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("chromium", "--headless", "--no-sandbox", "--disable-gpu"));
        command.addAll(
                List.of("--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync"));
        command.addAll(List.of("--disable-component-update", "--enable-logging=stderr", "--window-size=1280,900"));
        command.addAll(List.of("--allow-file-access-from-files", "--user-data-dir=" + folder.resolve("profile")));
        command.addAll(List.of("--dump-dom", address));
        Path dom = folder.resolve("dom.html");
        Path log = folder.resolve("log.txt");
        Process browser = new ProcessBuilder(command)
                .redirectOutput(dom.toFile())
                .redirectError(log.toFile())
                .start();
        try {
            assertThat(browser.waitFor(90, TimeUnit.SECONDS))
                    .as("the browser ends")
                    .isTrue();
        } finally {
            browser.destroyForcibly();
        }
        assertThat(Files.readAllLines(log))
                .filteredOn(line -> line.contains("CONSOLE"))
                .isEmpty();
        String html = Files.readString(dom);
        return html.substring(html.indexOf("<body")).replaceAll("(?s)<script[^>]*>.*?</script>", "");
    }
}
