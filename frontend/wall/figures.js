/** How figures are written on the wall: one decimal, signs, 未报 for what was not reported. Rates come as fractions. */

const MINUS = '−';

/** "61.2", or null when there is no rate. Rounds half up on the decimal digits, as the desk does. */
export function percent(rate) {
  return rate === null || rate === undefined ? null : fixed1(rate * 100);
}

/** "+12.9", "−22.1", or "—" when there is no deviation. */
export function points(deviation) {
  if (deviation === null || deviation === undefined) {
    return '—';
  }
  const text = fixed1(Math.abs(deviation) * 100);
  return (deviation < 0 && text !== '0.0' ? MINUS : '+') + text;
}

/** A quantity without trailing zeros, with thousands separators. */
export function quantity(value) {
  return value === null || value === undefined
    ? '—'
    : new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 4 }).format(value);
}

/** Units as a wall writes them: 万㎡ has room where 万平方米 has none. */
export function shortUnit(unit) {
  return unit.replace('平方米', '㎡');
}

/** "10月31日"; with the year when it is not the given one. */
export function day(iso, year) {
  const [y, m, d] = iso.split('-').map(Number);
  return (y === year ? '' : `${y}年`) + `${m}月${d}日`;
}

function fixed1(value) {
  const rounded = Math.sign(value) * Math.round(Number((Math.abs(value) * 10).toPrecision(12))) / 10;
  return (Object.is(rounded, -0) ? 0 : rounded).toFixed(1);
}
