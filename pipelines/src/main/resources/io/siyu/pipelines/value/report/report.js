/* All cards of the page, drawn from the data in it. */
const D = JSON.parse(document.getElementById("data").textContent);
const INK = {actual: "#1d2733", model: "#0f8a8a", muted: "#667280", line: "#e3e7eb"};
const FONT = getComputedStyle(document.body).fontFamily;
const esc = text => String(text).replace(/[&<>"]/g, c => ({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}[c]));
const isNumber = v => typeof v === "number" && isFinite(v);
const fixed = (v, n) => isNumber(v) ? v.toLocaleString("en-US", {minimumFractionDigits: n, maximumFractionDigits: n}) : "–";
const percent = (v, n = 1) => isNumber(v) ? `${(100 * v).toFixed(n)} %` : "–";
const axis = v => Math.abs(v) >= 1e6 ? `${+(v / 1e6).toFixed(1)}M` : Math.abs(v) >= 1e4 ? `${+(v / 1e3).toFixed(0)}k` : `${+v.toFixed(2)}`;
const DRAWN = [];

function card(zh, en, about, wide) {
    const at = document.createElement("section");
    at.className = wide ? "card wide" : "card";
    at.innerHTML = `<h2>${esc(zh)} <small>${esc(en)}</small></h2><p class="about">${esc(about)}</p><div></div>`;
    document.getElementById("cards").append(at);
    return at.lastElementChild;
}

function chart(body, height, option) {
    body.style.height = `${height}px`;
    const drawn = echarts.init(body, null, {renderer: "svg"});
    drawn.setOption({animation: false, textStyle: {fontFamily: FONT, color: INK.actual},
        grid: {left: 8, right: 16, top: 34, bottom: 26, containLabel: true}, legend: {top: 0, left: 0, itemWidth: 14, itemHeight: 9},
        tooltip: {trigger: "axis", confine: true, valueFormatter: v => fixed(v, 2)}, ...option});
    DRAWN.push(drawn);
}
const named = (name, data) => ({type: "category", name, nameLocation: "middle", nameGap: 26, nameTextStyle: {color: INK.muted}, data,
    axisTick: {show: false}, axisLabel: {color: INK.muted, hideOverlap: true}, axisLine: {lineStyle: {color: INK.line}}});
const values = (more = {}) => ({type: "value", axisLabel: {color: INK.muted, formatter: axis}, splitLine: {lineStyle: {color: INK.line}}, ...more});
const ACTUAL = "实际 actual", MODEL = "模型 model";

function bars(body, name, places, actual, model) {
    const bar = (title, color, data) => ({name: title, type: "bar", color, data, barMaxWidth: 22, barGap: "10%"});
    chart(body, 290, {xAxis: named(name, places), yAxis: values(), series: [bar(ACTUAL, INK.actual, actual), bar(MODEL, INK.model, model)]});
}

function tracking(body, actual, expected, mark) {
    const line = (title, color, data) => ({name: title, type: "line", color, data, showSymbol: false, lineStyle: {width: 2}});
    const origin = {symbol: "none", silent: true, lineStyle: {color: INK.muted, type: "dashed"}, data: [{xAxis: mark}],
        label: {formatter: "截止 until", color: INK.muted, position: "insideEndTop"}};
    chart(body, 290, {grid: {left: 8, right: 16, top: 34, bottom: 4, containLabel: true}, xAxis: {...named("", D.tracking.ends), boundaryGap: false},
        yAxis: values(), series: [{...line(ACTUAL, INK.actual, actual), markLine: origin}, line(MODEL, INK.model, expected)]});
}

function head() {
    document.getElementById("about").textContent =
        `${D.source} · ${fixed(D.customers, 0)} 客户 customers · 截止 until ${D.origin} · 预测 ${D.days} 天 horizon of ${D.days} days`;
    const because = document.getElementById("because");
    because.textContent = `${D.model} · ${D.because}`;
    because.className = D.reason === "identified" || D.reason === "no_churn_asked" ? "" : "warn";
    const tile = (title, value, note) => `<div class="tile"><h3>${esc(title)}</h3><b>${esc(value)}</b><span>${esc(note)}</span></div>`;
    const T = D.test;
    document.getElementById("tiles").innerHTML =
        tile("预测购买日 Expected orders", fixed(D.orders, 0), T ? `实际 actual ${fixed(T.orders.actual, 0)}，偏差 bias ${percent(T.orders.bias)}` : "horizon is not over") +
        tile("预测金额 Expected spend", fixed(D.spend, 0), T ? `实际 actual ${fixed(T.spend.actual, 0)}，偏差 bias ${percent(T.spend.bias)}` : "horizon is not over") +
        tile("排序能力 Normalised Gini", T ? fixed(T.orders.gini, 3) : "–", T ? `金额 spend ${fixed(T.spend.gini, 3)}` : "") +
        tile("80 % 区间 Interval", T ? percent(T.coverage[1]) : "–", T ? "命中率 of customers inside" : "");
}

function tables() {
    const rows = D.parameters.map(([name, value, error]) => `<tr><th>${esc(name)}</th><td>${fixed(value, 6)}</td><td>${fixed(error, 6)}</td></tr>`);
    card("参数", "Parameters", `时间单位：周。Time in weeks. Log-likelihood ${fixed(D.logLikelihood, 4)}.`).innerHTML =
        `<div class="scroll"><table><thead><tr><th>参数 parameter</th><th>估计 estimate</th><th>标准误 std. error</th></tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
    if (!D.test) return;
    const kinds = [["偏差 bias", "bias", v => percent(v)], ["MAE", "mae", v => fixed(v, 4)], ["RMSE", "rmse", v => fixed(v, 4)],
        ["相关 correlation", "correlation", v => fixed(v, 4)], ["秩相关 rank correlation", "rankCorrelation", v => fixed(v, 4)],
        ["基尼 normalised Gini", "gini", v => fixed(v, 4)], ["前 10 % 占比 top 10 % share", "topShare", v => percent(v)]];
    const test = kinds.map(([name, key, show]) => `<tr><th>${esc(name)}</th><td>${show(D.test.orders[key])}</td><td>${show(D.test.spend[key])}</td></tr>`);
    const held = D.test.levels.map((level, i) => `${percent(level, 0)}: ${percent(D.test.coverage[i])}`).join(" · ");
    card("回测", "Back-test", `区间命中 intervals held ${held}`).innerHTML =
        `<div class="scroll"><table><thead><tr><th>指标 metric</th><th>购买 orders</th><th>金额 spend</th></tr></thead><tbody>${test.join("")}</tbody></table></div>`;
}

function alive(matrix) {
    const means = D.covaried ? " 协变量取平均。Of one whose covariates are the means of all." : "";
    const body = card("活跃概率矩阵", "P(alive) matrix",
        "最早一批客户：过去买得越勤、沉默越久，越可能已流失。Oldest customers, % alive, by weeks since the last purchase and repeat purchase days." + means, true);
    const cell = (p, x, week) => `<td style="background:rgba(15,110,110,${p.toFixed(3)});color:${p > 0.55 ? "#fff" : INK.actual}" title="${x} 复购 repeats, ` +
        `沉默 silent ${fixed(week, 1)} 周 weeks: ${percent(p)}">${(100 * p).toFixed(0)}</td>`;
    const rows = matrix.alive.map((row, y) => `<tr><th>${fixed(matrix.weeks[y], 1)} 周</th>` +
        row.map((p, x) => cell(p, matrix.orders[x], matrix.weeks[y])).join("") + "</tr>");
    body.innerHTML = `<div class="scroll"><table class="heat"><thead><tr><th>沉默 silent</th>${matrix.orders.map(x => `<th>${x}</th>`).join("")}</tr></thead>` +
        `<tbody>${rows.join("")}</tbody></table></div>`;
}

function page() {
    head();
    tables();
    const F = D.frequencies, places = ["0", "1", "2", "3", "4", "5", "6", "7+"];
    bars(card("复购次数分布", "Customers by repeat purchase days", `截止日前，实际与模型的客户数。Until ${D.origin}.`), "复购购买日 repeat purchase days", places, F.customers, F.fitted);
    const later = card("按历史频次的后续购买", "Held-out orders by past frequency", "截止日后人均购买日。Mean purchase days after it, per customer.");
    if (D.test) bars(later, "复购购买日 repeat purchase days", places, F.later, F.predicted);
    else bars(later, "复购购买日 repeat purchase days", places, [], F.predicted);
    const K = D.tracking, sum = list => { let s = 0; return list.map(v => isNumber(v) ? s += v : null); };
    const mark = K.ends.find(day => day >= D.origin) || K.ends[K.ends.length - 1];
    tracking(card("累计跟踪", "Cumulative tracking", "全部客户的复购购买日累计。Repeat purchase days of all customers.", true), sum(K.actual), sum(K.expected), mark);
    tracking(card("逐期跟踪", "Incremental tracking", "每期的复购购买日。The same, period by period.", true), K.actual.map(v => isNumber(v) ? v : null), K.expected, mark);
    if (D.test) {
        const tenths = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"], of = (list, key) => list.map(d => d[key]);
        bars(card("购买十分位", "Decile lift: orders", "按预测从高到低分十组，人均购买日。Best predicted first, means."), "十分位 decile", tenths, of(D.test.orderDeciles, "actual"), of(D.test.orderDeciles, "predicted"));
        bars(card("金额十分位", "Decile lift: spend", "按预测从高到低分十组，人均金额。Best predicted first, means."), "十分位 decile", tenths, of(D.test.spendDeciles, "actual"), of(D.test.spendDeciles, "predicted"));
        chart(card("概率积分变换", "PIT histogram", "预测分布诚实时，各柱约为 10 %。Flat when predicted distributions are honest.", true), 240, {
            legend: {show: false}, grid: {left: 8, right: 16, top: 10, bottom: 4, containLabel: true},
            tooltip: {trigger: "axis", valueFormatter: v => percent(v)},
            xAxis: named("", tenths.map(t => `${(t - 1) / 10}–${t / 10}`)), yAxis: values({axisLabel: {color: INK.muted, formatter: v => percent(v, 0)}}),
            series: [{type: "bar", color: INK.model, data: D.test.pit, barMaxWidth: 60, markLine: {symbol: "none", silent: true, label: {show: false},
                lineStyle: {color: INK.actual, type: "dashed"}, data: [{yAxis: 0.1}]}}]});
    }
    if (D.alive) alive(D.alive);
}
page();
window.addEventListener("resize", () => DRAWN.forEach(drawn => drawn.resize()));
window.addEventListener("beforeprint", () => DRAWN.forEach(drawn => drawn.resize()));
