/* The charts, each with the rows behind it to download. */
const bars = (name, color, data) => ({name, type: "bar", stack: "all", color, data, barMaxWidth: 34});

function drawNet(dates) {
    const domains = domainsOf(SALES);
    const value = (date, domain) => total((BY_DAY.get(date) || []).filter(row => row.domain === domain)).netFen;
    const series = domains.map((domain, i) => ({name: named("domain", domain), ink: domainInk(domain, i),
        values: dates.map(date => value(date, domain))}));
    const body = card("net", t(domains.length > 1 ? "net.title" : "net.plain"), t("net.about", {unit: unit()}), () => ["net_by_day",
        [t("date"), ...series.map(s => `${s.name} (${unit()})`), inMoney("total")],
        dates.map((date, d) => [date, ...series.map(s => plain(s.values[d])), plain(onDay(date).netFen)])]);
    if (!SALES.length) return empty(body, t("no_sales_yet"));
    chart(body, 300, {
        legend: legend(series.map(s => s.name)), tooltip: dayTooltip(exactMoney, true),
        xAxis: dateAxis(dates), yAxis: valueAxis(fen => axisNumber(major(fen))),
        series: series.map(s => bars(s.name, s.ink, s.values)),
    });
}

function drawShare(dates) {
    const domains = domainsOf(SALES);
    const paid = (date, domain) => total((BY_DAY.get(date) || []).filter(row => row.domain === domain)).payFen;
    const series = domains.map((domain, i) => ({name: named("domain", domain), ink: domainInk(domain, i),
        values: dates.map(date => ratio(paid(date, domain), onDay(date).payFen))}));
    const body = card("share", t("share.title"), t("share.about"), () => ["share_by_day",
        [t("date"), ...series.map(s => s.name)],
        dates.map((date, d) => [date, ...series.map(s => s.values[d] === null ? "" : s.values[d].toFixed(6))])]);
    if (!SALES.length) return empty(body, t("no_sales_yet"));
    chart(body, 280, {
        legend: legend(series.map(s => s.name)), tooltip: dayTooltip(percent), xAxis: {...dateAxis(dates), boundaryGap: dates.length < 3},
        yAxis: valueAxis(share => percent(share, 0), {min: 0, max: 1, interval: 0.25}),
        grid: {left: 4, right: 52, top: 34, bottom: 4, containLabel: true},
        series: series.map(s => ({name: s.name, type: "line", color: s.ink, data: s.values, connectNulls: true,
            showSymbol: dates.length < 3, symbolSize: 7, lineStyle: {width: 2}, labelLayout: {moveOverlap: "shiftY"},
            endLabel: {show: true, color: s.ink, formatter: p => percent(p.value)}})),
    });
}

function drawBuyers(dates) {
    const parts = [["new_buyers", "newBuyers", INK.first], ["returning_buyers", "returningBuyers", INK.second]];
    const body = card("buyers", t("buyers.title"), t("buyers.about"), () => ["buyers_by_day",
        [t("date"), ...parts.map(part => t(part[0]))],
        dates.map(date => [date, ...parts.map(part => onDay(date)[part[1]])])]);
    if (!SALES.length) return empty(body, t("no_sales_yet"));
    chart(body, 280, {
        legend: legend(parts.map(part => t(part[0]))), tooltip: dayTooltip(whole, true),
        xAxis: dateAxis(dates), yAxis: valueAxis(axisNumber, {minInterval: 1}),
        series: parts.map(([key, field, ink]) => bars(t(key), ink, dates.map(date => onDay(date)[field]))),
    });
}

/* Lying bars, longest on top, with their totals in a column on the right. */
function ranking(body, groups, name) {
    const domains = domainsOf(groups.flatMap(group => group.rows));
    const sum = (group, domain) => total(group.rows.filter(row => row.domain === domain)).netFen;
    const names = groups.map(name);
    const axis = {type: "category", inverse: true, axisTick: {show: false}, axisLine: {show: false}};
    const several = domains.length > 1;
    chart(body, groups.length * 30 + (several ? 40 : 12), {
        grid: {left: 4, right: 4, top: several ? 32 : 4, bottom: 4, containLabel: true},
        legend: legend(domains.map(domain => named("domain", domain))),
        tooltip: {...dayTooltip(exactMoney, true), formatter: points => [esc(names[points[0].dataIndex]),
            ...points.filter(p => p.value).map(p => `${p.marker}${esc(p.seriesName)} <b class="tip">${esc(exactMoney(p.value))}</b>`),
        ].join("<br>")},
        xAxis: valueAxis(fen => axisNumber(major(fen)), {axisLabel: {show: false}, splitLine: {show: false}}),
        yAxis: [
            {...axis, data: names, axisLabel: {color: INK.text, width: narrow() ? 92 : 150, overflow: "truncate"}},
            {...axis, data: groups.map((g, i) => `${i}`),
                axisLabel: {color: INK.text, formatter: i => money(groups[i].netFen)}},
        ],
        series: domains.map((domain, i) => ({...bars(named("domain", domain), domainInk(domain, i),
            groups.map(group => sum(group, domain))), barWidth: 14})),
    });
}

const since = dates => SALES.filter(row => row.businessDate >= dates[0]);
const rankedCsv = (name, head, groups, label) => () => [name,
    [t(head), inMoney("net_sales"), inMoney("kpi.paid"), inMoney("refunds"), t("kpi.orders")],
    groups.map(g => [label(g), plain(g.netFen), plain(g.payFen), plain(g.refundFen), g.orders])];

function drawChannels(dates) {
    const groups = ranked(since(dates), "channel");
    const label = group => named("channel", group.name);
    const body = card("channel", t("channel.title"), t("range.about", {from: dates[0], to: AS_OF}),
        rankedCsv("net_by_channel", "channel", groups, label));
    if (!groups.length) return empty(body, t("no_sales_yet"));
    ranking(body, groups.slice(0, 12), label);
    if (groups.length > 12) note(body, t("others", {n: groups.length - 12, net: money(total(groups.slice(12)).netFen)}));
}

function drawStores(dates) {
    const groups = ranked(since(dates), "storeCode");
    const stores = groups.filter(group => group.name !== "none");
    const label = group => group.rows[group.rows.length - 1].storeName || group.name;
    const body = card("store", t("store.title"), t("range.about", {from: dates[0], to: AS_OF}),
        rankedCsv("net_by_store", "store", stores, label));
    if (!stores.length) return empty(body, t("no_sales_yet"));
    ranking(body, stores.slice(0, 10), label);
    const rest = total(stores.slice(10)), online = groups.find(group => group.name === "none");
    const texts = [stores.length > 10 ? t("others", {n: stores.length - 10, net: money(rest.netFen)}) : "",
        online ? t("without_store", {net: money(online.netFen)}) : ""].filter(Boolean);
    if (texts.length) note(body, texts.join(" · "));
}
