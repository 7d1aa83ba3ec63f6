package io.siyu.pipelines.feed;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of one file, one at a time. */
interface RecordSource extends Closeable {

    /** The next record, or null at the end. */
    @Nullable
    RawRecord next() throws IOException;

    /** Names in the file that no column is read from, sorted; complete at the end of the file. */
    List<String> unknownColumns();
}
