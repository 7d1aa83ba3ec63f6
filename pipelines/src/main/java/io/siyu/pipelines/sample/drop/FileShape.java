package io.siyu.pipelines.sample.drop;

import io.siyu.pipelines.sample.catalogue.Export;
import java.nio.charset.Charset;
import java.util.List;

/** How one night's file of an export looks; most look as their {@link Export} says. */
public interface FileShape {
    Charset charset(Export export, int day);

    /** Whether the file begins with a byte order mark. */
    boolean hasMark(Export export, int day);

    /** The column names in the order of this file. */
    List<String> header(Export export, int day);

    /** For each column of this file the place of its cell in the usual order; -1 for one that has no cell. */
    int[] cells(Export export, int day);

    /** Whether and how the file reaches the drop folders. */
    Delivery delivery(Export export, int day);

    /** A line above the header, or an empty text. */
    String title(Export export, int day);
}
