package io.siyu.pipelines.page;

import io.siyu.pipelines.page.PageData.Definition;
import io.siyu.pipelines.page.PageData.Money;
import io.siyu.pipelines.page.PageData.TableVersion;
import java.util.List;
import java.util.Map;

/**
 * All that the page of domains says: rows of published tables as they are, with the contracts that define their columns.
 *
 * @param releaseId the release these rows were published as
 * @param businessDate the as-of date, ISO; later months are left out
 * @param versions the exact table versions the rows were read from
 * @param tables rows by table, in any order, each a value by column name: ISO texts for dates, whole minor units below 2^53
 *     for amounts. {@code ads.attribution} has sums by month, model, domain and channel, of orders only. A table that the
 *     release does not hold is not here, and the page says that there is nothing yet.
 * @param definitions contract texts by table name, for at least these tables
 */
public record DomainsData(
        String releaseId,
        String businessDate,
        Money money,
        List<TableVersion> versions,
        Map<String, List<Map<String, Object>>> tables,
        Map<String, Definition> definitions) {}
