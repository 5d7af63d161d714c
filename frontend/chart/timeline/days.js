// Days by number since 1970, and the two lines of the axis for a scale of so many pixels a day.
const DAY = 86400000;
const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];

export const toDay = (iso) => Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY);
export const toIso = (day) => new Date(day * DAY).toISOString().slice(0, 10);
const date = (day) => new Date(day * DAY);
const first = (year, month) => Math.round(Date.UTC(year, month, 1) / DAY);
const monday = (day) => day - ((date(day).getUTCDay() + 6) % 7);

/** 10月31日, with the year when it is another one. */
export function say(day, year) {
  const at = date(day);
  const inYear = `${at.getUTCMonth() + 1}月${at.getUTCDate()}日`;
  return at.getUTCFullYear() === year ? inYear : `${at.getUTCFullYear()}年${inYear}`;
}

export const isWeekend = (day) => [0, 6].includes(date(day).getUTCDay());

function isoWeek(day) {
  const thursday = monday(day) + 3;
  return Math.floor((thursday - first(date(thursday).getUTCFullYear(), 0)) / 7) + 1;
}

function spans(from, to, start, next, label) {
  const parts = [];
  for (let at = start; at < to; ) {
    const end = next(at);
    if (end > from) {
      parts.push({ from: at, to: end, label: label(at, end) });
    }
    at = end;
  }
  return parts;
}

function months(from, to, step, label) {
  const at = date(from);
  const start = first(at.getUTCFullYear(), Math.floor(at.getUTCMonth() / step) * step);
  return spans(from, to, start, (day) => first(date(day).getUTCFullYear(), date(day).getUTCMonth() + step), label);
}

const year = (day) => date(day).getUTCFullYear();
const month = (day) => date(day).getUTCMonth() + 1;
const short = (day) => `${month(day)}/${date(day).getUTCDate()}`;

/** The upper and the lower line of the axis between two days, as far as they fit this scale. */
export function axis(from, to, pixelsPerDay) {
  if (pixelsPerDay < 1.2) {
    return [months(from, to, 12, (day) => `${year(day)}年`), months(from, to, 3, (day) => `${Math.ceil(month(day) / 3)}季度`)];
  }
  if (pixelsPerDay < 6.5) {
    return [months(from, to, 12, (day) => `${year(day)}年`), months(from, to, 1, (day) => `${month(day)}月`)];
  }
  if (pixelsPerDay < 26) {
    return [
      months(from, to, 1, (day) => `${year(day)}年${month(day)}月`),
      spans(from, to, monday(from), (day) => day + 7, (day) => (pixelsPerDay < 11 ? short(day) : `第${isoWeek(day)}周 ${short(day)}`)),
    ];
  }
  return [
    spans(from, to, monday(from), (day) => day + 7, (day) => `${year(day + 3)}年第${isoWeek(day)}周（${short(day)}–${short(day + 6)}）`),
    spans(from, to, from, (day) => day + 1, (day) => (pixelsPerDay < 44 ? `${date(day).getUTCDate()}` : `${short(day)} ${WEEKDAYS[date(day).getUTCDay()]}`)),
  ];
}
