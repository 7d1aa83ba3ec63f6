"use strict";
/* Words and numbers. Everything shown goes through here; amounts stay whole minor units until they are shown. */
const WORDS = JSON.parse(document.getElementById("words").textContent);
const DATA = JSON.parse(document.getElementById("data").textContent);
const AS_OF = DATA.businessDate;

const zh = () => STATE.lang === "zh";
const t = (key, values = {}) =>
    WORDS[key][STATE.lang].replace(/\{(\w+)\}/g, (_, name) => values[name]);
/* A code of the data in the reader's words: the code itself when we have none. */
const named = (kind, code) => `${kind}.${code}` in WORDS ? t(`${kind}.${code}`) : code;
const esc = text => String(text).replace(/[&<>"']/g, c => `&#${c.charCodeAt(0)};`);

const group = text => text.replace(/\B(?=(\d{3})+$)/g, ",");
const whole = n => (n < 0 ? "-" : "") + group(String(Math.abs(Math.round(n))));
const signed = (n, text) => (n < 0 ? "−" : "+") + text;

/* 12345.6 as 1.23万 or 12.3k; below the first step as it is. */
function compact(n) {
    const steps = zh() ? [[1e8, "亿"], [1e4, "万"]] : [[1e9, "b"], [1e6, "m"], [1e4, "k", 1e3]];
    const size = Math.abs(n);
    for (const [from, unit, by] of steps) {
        if (size >= from) {
            const value = size / (by || from);
            const [front, rest] = value.toFixed(value >= 100 ? 1 : 2).split(".");
            return `${n < 0 ? "-" : ""}${group(front)}.${rest}${unit}`;
        }
    }
    return Number.isInteger(n) || size >= 1000 ? whole(n) : n.toFixed(2);
}

/* For an axis: no digits that say nothing, 12万 and not 12.00万. */
const axisNumber = n => compact(n).replace(/(\.\d*?)0+(?=\D*$)/, "$1").replace(/\.(?=\D*$)/, "");

const major = fen => fen / DATA.money.minorPerMajor;
const unit = () => zh() ? DATA.money.label : DATA.money.symbol;
function withUnit(text) {
    return zh() ? `${text}${/\d$/.test(text) ? " " : ""}${DATA.money.label}` : text.replace(/^(-?)/, `$1${DATA.money.symbol}`);
}
const money = fen => withUnit(compact(major(fen)));
const exactMoney = fen => withUnit(exact(fen));
/* All digits, grouped: 1,234,567.89. */
function exact(fen) {
    const text = plain(fen);
    const [front, cents] = text.replace("-", "").split(".");
    return (fen < 0 ? "-" : "") + group(front) + (cents ? "." + cents : "");
}
/* All digits for a machine: 1234567.89. */
function plain(fen) {
    const digits = String(DATA.money.minorPerMajor).length - 1;
    const text = String(Math.abs(fen)).padStart(digits + 1, "0");
    const front = text.slice(0, text.length - digits);
    return (fen < 0 ? "-" : "") + front + (digits ? "." + text.slice(-digits) : "");
}
const percent = (share, digits = 1) => share === null ? t("none") : (share * 100).toFixed(digits) + "%";

/* Calendar arithmetic on ISO texts; the only dates are those of the data. */
const DAY = 86400000;
const addDays = (date, n) => new Date(Date.parse(date) + n * DAY).toISOString().slice(0, 10);
const addMonths = (month, n) => {
    const at = new Date(month);
    return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + n, 1)).toISOString().slice(0, 10);
};
const weekday = date => t("weekdays").split(" ")[new Date(date).getUTCDay()];
const longDate = date => `${date} ${weekday(date)}`;
