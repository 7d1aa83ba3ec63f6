package io.siyu.pipelines.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The charts of every page: a script to be written into it. */
public final class Echarts {
    private Echarts() {}

    /** The whole script, of the version on the class path. */
    public static String script() {
        Properties pom = new Properties();
        try (InputStream in = Document.open("/META-INF/maven/org.mvnpm/echarts/pom.properties")) {
            pom.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Document.read(
                "/META-INF/resources/_static/echarts/" + pom.getProperty("version") + "/dist/echarts.common.min.js");
    }
}
