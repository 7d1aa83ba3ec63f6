package io.siyu.pipelines.land;

import io.siyu.pipelines.feed.DropFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Chooses the files of a feed of lists. A list is all files of its drop date, so one that has news is read whole. When it is
 * older than lists that landed, those after it are compared again, since what they said was news may be none: all up to the
 * first that was believed, which says what stands whatever was before, and up to the second, which settles what the first doubts.
 */
record ListFiles(String feed, FileManifest manifest, String run) {
    private static final int SETTLING = 2;

    /**
     * Files to take, sorted by path.
     *
     * @param found files that may be news
     * @param whole all files of a drop date
     */
    List<FileList.Entry> choose(List<DropFile> found, Function<LocalDate, List<DropFile>> whole) {
        SortedSet<LocalDate> news = new TreeSet<>();
        found.stream()
                .filter(file -> !manifest.knows(feed, file.path(), file.sha256()))
                .forEach(file -> news.add(file.dropDate()));
        SortedSet<LocalDate> dates = new TreeSet<>(news);
        news.forEach(date -> dates.addAll(after(date, whole)));
        List<FileList.Entry> chosen = new ArrayList<>();
        dates.forEach(date -> chosen.addAll(list(whole.apply(date))));
        return chosen;
    }

    /** Lists to compare again after one that is news; one whose files are not all there any more is passed over. */
    private List<LocalDate> after(LocalDate date, Function<LocalDate, List<DropFile>> whole) {
        SortedSet<LocalDate> believed = manifest.believed(feed, run);
        List<LocalDate> again = new ArrayList<>();
        int settling = 0;
        for (LocalDate later : manifest.taken(feed, run).tailSet(date.plusDays(1))) {
            Set<String> there = whole.apply(later).stream().map(DropFile::path).collect(Collectors.toSet());
            if (settling < SETTLING && there.containsAll(manifest.filesOf(feed, later))) {
                again.add(later);
                settling += believed.contains(later) ? 1 : 0;
            }
        }
        return again;
    }

    /** The files of one list; a list with the bytes of another day's is one like any other. */
    private List<FileList.Entry> list(List<DropFile> files) {
        List<FileList.Entry> entries = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (DropFile file : files) {
            boolean isNew = !manifest.knows(feed, file.path(), file.sha256());
            if (taken.add(file.sha256()) || isNew) {
                entries.add(new FileList.Entry(
                        file.dropDate().toString(),
                        file.path(),
                        file.size(),
                        file.sha256(),
                        status(
                                file,
                                isNew,
                                entries.stream().anyMatch(e -> e.sha256().equals(file.sha256())))));
            }
        }
        return entries;
    }

    private String status(DropFile file, boolean isNew, boolean isTwice) {
        if (isTwice) {
            return "duplicate";
        }
        return isNew ? manifest.knowsPath(feed, file.path()) ? "changed" : "landed" : "again";
    }
}
