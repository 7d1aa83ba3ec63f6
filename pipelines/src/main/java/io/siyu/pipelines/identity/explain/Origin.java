package io.siyu.pipelines.identity.explain;

/**
 * The landed row that says so.
 *
 * @param feed landed table: {@code ods.member}
 * @param file as it lay in the landing folder
 * @param row counted from 1 within the file
 */
public record Origin(String feed, String file, long row) {
    /** {@code ods.member, 2026-11-20/master/member.csv, row 12}. */
    String text() {
        return feed + ", " + file + ", row " + row;
    }
}
