package io.siyu.pipelines.sample.drop;

import io.siyu.pipelines.sample.catalogue.Export;

/**
 * Where a row was put.
 *
 * @param row its number among the rows its shard has for the file, in order of arrival
 */
public record Placed(Export export, int day, int row) {}
