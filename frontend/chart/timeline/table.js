// The same sheet as a table, for those who would rather read it or have it read to them.
import { toIso } from './days.js';

const safe = (text) => String(text ?? '').replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]);

export function tableOf(model) {
  const bodies = model.groups.map((group) => {
    const lines = group.rows.flatMap((row) =>
      row.nodes.map((node) => `<tr><td class="wrap">${safe(row.label)}</td><td>${safe(row.sub)}</td>
        <td><button data-row="${safe(row.id)}" data-node="${safe(node.id)}">${safe(node.label)}</button></td>
        <td>${node.baseline === null ? '' : toIso(node.baseline)}</td><td>${toIso(node.at)}</td>
        <td><guatu-light shape="${safe(node.shape)}" word="${safe(node.word)}"></guatu-light></td>
        <td>${node.critical ? '关键' : ''}</td><td class="wrap">${safe(node.note)} ${safe(node.title)}</td></tr>`));
    const head = group.label ? `<tr><th colspan="8" scope="rowgroup">${safe(group.label)} ${safe(group.note)}</th></tr>` : '';
    return `<tbody>${head}${lines.join('')}</tbody>`;
  });
  return `<table><thead><tr>${['项目', '责任', '节点', '基线', '当前', '灯', '关键', '说明'].map((word) => `<th scope="col">${word}</th>`).join('')}</tr></thead>${bodies.join('')}</table>`;
}
