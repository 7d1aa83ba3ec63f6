package io.siyu.pipelines.batch;

import io.siyu.warehouse.Problems;
import io.siyu.warehouse.Words;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The exclusive lock of an installation, {@code <state>/lock}, held for a whole run. The operating system gives it up
 * when its owner dies, however it dies: who holds it has the proof that every unfinished run before it is dead. The file
 * says who holds it.
 */
final class StateLock implements AutoCloseable {
    /**
     * Locks held by this JVM and by whom. POSIX drops a process's locks when it closes <em>any</em> handle of the file,
     * so a held file must not even be opened a second time here.
     */
    private static final Map<Path, String> HELD = new ConcurrentHashMap<>();

    /** The locked byte lies far behind the text, which thus stays readable where locks are mandatory. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private static final Pattern OWNER = Pattern.compile("pid (\\d+), .*");

    private final Path file;
    private final FileChannel channel;

    private StateLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Takes the lock, or says who has it (exit code 3). */
    static StateLock take(Path state, String job, LocalDate date) {
        Path file = fileIn(state);
        String owner = "pid " + ProcessHandle.current().pid() + ", " + job + " " + date;
        String other = HELD.putIfAbsent(file, owner);
        if (other != null) {
            throw taken(file, job, date, other);
        }
        try {
            Files.createDirectories(state);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                channel.close();
                throw taken(file, job, date, read(file));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.UTF_8)), 0);
            return new StateLock(file, channel);
        } catch (IOException e) {
            HELD.remove(file);
            throw Problems.failed(
                    "run " + job + " for " + date,
                    "the lock " + Words.path(file) + " cannot be taken, " + e,
                    "Nothing was started. Give this user write access to the state folder",
                    e);
        } catch (RuntimeException e) {
            HELD.remove(file);
            throw e;
        }
    }

    /** {@code pid 1234, night 2026-11-10} when a run of this installation is alive. Takes no lock itself. */
    static Optional<String> owner(Path state) throws IOException {
        Path file = fileIn(state);
        String here = HELD.get(file);
        if (here != null) {
            return Optional.of(here);
        }
        String text = Files.exists(file) ? read(file) : "";
        Matcher matcher = OWNER.matcher(text);
        boolean alive = matcher.matches()
                && ProcessHandle.of(Long.parseLong(matcher.group(1))).isPresent();
        return alive ? Optional.of(text) : Optional.empty();
    }

    @Override
    public void close() {
        try (channel) {
            channel.truncate(0);
        } catch (IOException e) {
            throw Problems.failed(
                    "give up the lock " + Words.path(file), e.toString(), "It goes when this process ends", e);
        } finally {
            HELD.remove(file);
        }
    }

    private static Path fileIn(Path state) {
        return state.toAbsolutePath().normalize().resolve("lock");
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file).strip();
    }

    private static RuntimeException taken(Path file, String job, LocalDate date, String owner) {
        return Problems.notReady(
                "run " + job + " for " + date,
                "another run (" + (owner.isEmpty() ? "just starting" : owner) + ") holds " + Words.path(file),
                "Wait for it or stop it, then run again");
    }
}
