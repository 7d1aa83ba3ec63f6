package io.siyu.pipelines.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/**
 * The engine with words of one of its sources replaced by others: a fault that somebody might make.
 *
 * @param source below {@code io/siyu/pipelines}, without its ending
 * @param words pairs: what stands there once, and what stands there instead
 */
record Mutant(String source, List<String> words) {
    private static final String OURS = "io.siyu.pipelines.";

    /** Runs the given class, of a public constructor without arguments, with the fault in it. */
    <T> T run(Path folder, Class<? extends Callable<T>> what) throws Exception {
        Path classes = compiled(folder);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (Loader loader = new Loader(classes, before)) {
            thread.setContextClassLoader(loader);
            Class<?> mutated = loader.loadClass(what.getName());
            @SuppressWarnings("unchecked")
            Callable<T> made = (Callable<T>) mutated.getConstructor().newInstance();
            return made.call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Path compiled(Path folder) throws IOException {
        Path original = Path.of("src/main/java/io/siyu/pipelines", source + ".java");
        String text = Files.readString(original);
        for (int i = 0; i < words.size(); i += 2) {
            assertThat(text.split(Pattern.quote(words.get(i)), -1))
                    .as("%s in %s", words.get(i), original)
                    .hasSize(2);
            text = text.replace(words.get(i), words.get(i + 1));
        }
        Path file = Files.createDirectories(folder.resolve("source")).resolve(original.getFileName());
        Files.writeString(file, text);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        String path = System.getProperty("java.class.path");
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-nowarn", "-proc:none", "-cp", path, "-d", classes.toString(), file.toString());
        assertThat(failed).as("javac of %s", file).isZero();
        return classes;
    }

    /** Loads the engine's and its tests' classes itself, those with the fault first, and leaves all others to its parent. */
    private static final class Loader extends URLClassLoader {
        Loader(Path classes, ClassLoader parent) throws IOException {
            super(
                    new URL[] {
                        classes.toUri().toURL(),
                        Path.of("target/classes").toUri().toURL(),
                        Path.of("target/test-classes").toUri().toURL()
                    },
                    parent);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(OURS)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }
    }
}
