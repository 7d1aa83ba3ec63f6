package io.siyu.pipelines.night;

import io.siyu.pipelines.store.CommitNote;
import io.siyu.pipelines.store.Lake;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who wrote what: a line {@code <table> by <run> in <step>} for each commit that holds rows, table by table, oldest first. */
final class Commits {
    private Commits() {}

    static List<String> of(SmallHome home) {
        Installation at = home.open();
        List<String> commits = new ArrayList<>();
        at.catalog().tables().forEach(table -> {
            Optional<Lake.Version> version = at.lake().current(at.spark(), table.name());
            version.ifPresent(v -> at.lake().notes(at.spark(), table.name(), -1, v.number()).stream()
                    .map(note ->
                            table.name() + " by " + note.map(Commits::author).orElse("a stranger"))
                    .forEach(commits::add));
        });
        return commits;
    }

    private static String author(CommitNote note) {
        return note.run() + " in " + note.step();
    }
}
