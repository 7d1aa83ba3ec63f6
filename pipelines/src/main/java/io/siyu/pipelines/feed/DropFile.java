package io.siyu.pipelines.feed;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * A landed file.
 *
 * @param dropDate date of the drop folder it lies in
 * @param path path below the landing folder, with slashes: {@code 2026-10-03/tmall/ExportOrderList1.csv}
 * @param size bytes
 * @param sha256 of the bytes, hexadecimal
 */
public record DropFile(LocalDate dropDate, String path, long size, String sha256) implements Serializable {}
