// The tree of 分解台: targets, projects, nodes as rows that are edited with keys like a spreadsheet. Only the rows in view are in the page.
// It knows no rule: a text goes to the server with what the row said when the edit began, and the server answers with rows.
const ROW = 36;
const AHEAD = 8;

const COLUMNS = [
  ['NAME', '名称', 268], ['QUANTITY', '数量', 104], ['UNIT', '单位/分期', 76], ['STREET', '街道', 132], ['LEAD', '牵头科室', 112],
  ['OWNER', '责任人', 84], ['DUE', '计划完成', 104], ['DURATION', '工期', 56], ['WAITS', '前置节点', 140], ['LEADER', '责任领导', 84],
  ['CODE', '编码', 104],
];
const FIELDS = {
  TARGET: [['NAME', '指标名称', 3], ['UNIT', '单位,如 公顷', 1], ['QUANTITY', '年度目标', 1], ['LEAD', '牵头科室', 2], ['LEADER', '责任领导', 1]],
  PHASE: [['NAME', '项目名称', 3], ['STREET', '街道', 2], ['LEAD', '牵头科室', 2], ['OWNER', '责任人', 1], ['QUANTITY', '数量', 1], ['DUE', '计划完成', 1]],
  NODE: [['NAME', '节点名称', 3], ['DUE', '计划完成', 1], ['OWNER', '责任人', 1], ['QUANTITY', '数量', 1], ['DURATION', '工期', 1]],
};
const KINDS = { TARGET: '指标', PHASE: '项目', NODE: '节点' };

const STYLE = `
:host { display: flex; flex-direction: column; min-height: 0; min-width: 0; position: relative; background: var(--guatu-surface); border: 1px solid var(--guatu-line); border-radius: 8px; overflow: hidden; color: var(--guatu-text); font-size: 14px }
.scroll { flex: 1; min-height: 180px; overflow: auto; outline: none; position: relative }
.head, .row { display: flex; width: max-content; min-width: 100% }
.head { position: sticky; top: 0; z-index: 3; background: var(--guatu-ground); border-bottom: 1px solid var(--guatu-line); color: var(--guatu-text-secondary); font-size: 13px }
.head > div { padding: 0 8px; height: 34px; line-height: 34px; box-sizing: border-box; white-space: nowrap }
.row { position: absolute; left: 0; height: ${ROW}px; border-bottom: 1px solid color-mix(in srgb, var(--guatu-line) 60%, transparent); box-sizing: border-box; background: var(--guatu-surface) }
.row.target { font-weight: 600 }
.row.loose { color: var(--guatu-text-secondary) }
.row.node { color: var(--guatu-text) }
.row.on { background: color-mix(in srgb, var(--guatu-accent) 8%, var(--guatu-surface)) }
.row.drop { box-shadow: inset 0 -2px 0 var(--guatu-accent) }
.cell { padding: 0 8px; line-height: ${ROW - 1}px; box-sizing: border-box; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; cursor: default; font-variant-numeric: tabular-nums; flex: none }
.cell.first { position: sticky; left: 0; z-index: 2; background: inherit; display: flex; align-items: center; gap: 4px; flex: 1 0 auto; border-inline-end: 1px solid color-mix(in srgb, var(--guatu-line) 60%, transparent) }
.head .first { position: sticky; left: 0; z-index: 4; background: var(--guatu-ground); flex: 1 0 auto }
.end { text-align: end }
.cell.end { text-align: end }
.cell.at { box-shadow: inset 0 0 0 2px var(--guatu-accent); border-radius: 2px }
.cell.ro { color: var(--guatu-text-secondary) }
.cell.saving { color: var(--guatu-text-secondary); font-style: italic }
.cell .quiet { color: var(--guatu-text-secondary) }
.cell .unit { font-size: 12px; font-weight: 400; color: var(--guatu-text-secondary); margin-inline-start: 2px }
.cell .want { color: var(--guatu-light-supervised); font-weight: 400 }
.name { overflow: hidden; text-overflow: ellipsis }
.twist { width: 18px; height: 24px; flex: none; border: 0; background: none; color: var(--guatu-text-secondary); cursor: pointer; padding: 0; font-size: 11px; line-height: 24px }
.twist.none { visibility: hidden }
.kind { flex: none; font-size: 11px; line-height: 16px; padding: 0 4px; border-radius: 4px; border: 1px solid var(--guatu-line); color: var(--guatu-text-secondary); font-weight: 400 }
.flag { flex: none; font-size: 12px; line-height: 18px; padding: 0 6px; border-radius: 9px; font-weight: 400; color: var(--guatu-light-supervised); background: color-mix(in srgb, var(--guatu-light-supervised) 10%, transparent) }
.flag.good { color: var(--guatu-light-on-track); background: color-mix(in srgb, var(--guatu-light-on-track) 5%, transparent); box-shadow: inset 0 0 0 1px color-mix(in srgb, currentColor 30%, transparent) }
.here { flex: none; margin-inline-start: auto; font-size: 12px; line-height: 20px; padding: 0 8px; border-radius: 10px; color: #fff; font-weight: 400; max-width: 96px; overflow: hidden; text-overflow: ellipsis }
.here.busy::after { content: ' 编辑中' }
input { font: inherit; color: inherit; box-sizing: border-box }
.cell input { width: 100%; height: ${ROW - 4}px; border: 0; outline: 2px solid var(--guatu-accent); border-radius: 2px; padding: 0 6px; background: var(--guatu-surface); font-weight: 400 }
.cell.edit { padding: 1px 2px; overflow: visible }
.list { position: absolute; z-index: 10; min-width: 140px; max-height: 216px; overflow: auto; background: var(--guatu-surface); border: 1px solid var(--guatu-line); border-radius: 8px; box-shadow: 0 6px 20px rgb(20 30 45 / 16%); padding: 4px }
.list[hidden] { display: none }
.list > div { padding: 0 8px; line-height: 30px; border-radius: 4px; cursor: pointer; white-space: nowrap }
.list > div.at { background: color-mix(in srgb, var(--guatu-accent) 14%, transparent) }
.empty { padding: 40px 16px; text-align: center; color: var(--guatu-text-secondary) }
.add { flex: none; display: flex; align-items: center; gap: 6px; padding: 8px; border-top: 1px solid var(--guatu-line); background: var(--guatu-ground) }
.add[hidden] { display: none }
.add .what { display: flex; flex: none }
.add .what button { font: inherit; font-size: 13px; height: 32px; padding: 0 10px; border: 1px solid var(--guatu-line); background: var(--guatu-surface); color: var(--guatu-text); cursor: pointer; margin-inline-start: -1px }
.add .what button:first-child { border-radius: 8px 0 0 8px; margin: 0 }
.add .what button:last-child { border-radius: 0 8px 8px 0 }
.add .what button[aria-pressed=true] { background: var(--guatu-accent); border-color: var(--guatu-accent); color: #fff }
.add input { flex: 1 1 0; min-width: 56px; height: 32px; padding: 0 8px; border: 1px solid var(--guatu-line); border-radius: 6px; background: var(--guatu-surface) }
.add input:focus { outline: 2px solid var(--guatu-accent); outline-offset: -1px }
.add .go { flex: none; font: inherit; height: 32px; padding: 0 14px; border: 0; border-radius: 8px; background: var(--guatu-accent); color: #fff; cursor: pointer }
.said { flex: none; padding: 0 10px 6px; background: var(--guatu-ground); font-size: 13px; color: var(--guatu-text-secondary); line-height: 20px }
.said.bad { color: var(--guatu-light-red) }
`;

class GuatuBreakdown extends HTMLElement {
  #rows = [];
  #byKey = new Map();
  #parents = new Set();
  #collapsed = new Set();
  #shown = [];
  #at = { key: null, column: 0 };
  #anchor = null;
  #edit = null;
  #saving = new Map();
  #people = [];
  #options = { streets: [], leads: [], people: [], leaders: [] };
  #mode = 'PHASE';
  #where = null;
  #mayPlanAll = false;
  #mayAdd = false;
  #dragged = null;
  #frame = 0;

  constructor() {
    super();
    this.attachShadow({ mode: 'open' });
    this.shadowRoot.innerHTML = `<style>${STYLE}</style><div class="scroll" tabindex="0" role="treegrid" aria-label="分解台"><div class="head" role="row"></div><div class="body"></div></div>
      <div class="add" hidden><div class="what"></div><span class="fields" style="display:contents"></span><button class="go" type="button">新增</button></div><div class="said" aria-live="polite" hidden></div><div class="list" role="listbox" hidden></div>`;
    this.scroller = this.shadowRoot.querySelector('.scroll');
    this.body = this.shadowRoot.querySelector('.body');
    this.list = this.shadowRoot.querySelector('.list');
    this.addBar = this.shadowRoot.querySelector('.add');
    this.said = this.shadowRoot.querySelector('.said');
    this.body.style.position = 'relative';
    const head = this.shadowRoot.querySelector('.head');
    COLUMNS.forEach(([code, label, width], i) => {
      const cell = document.createElement('div');
      cell.textContent = label;
      cell.setAttribute('role', 'columnheader');
      cell.style.width = width + 'px';
      if (i === 0) cell.className = 'first';
      if (code === 'QUANTITY' || code === 'DURATION') cell.classList.add('end');
      head.append(cell);
    });
    this.scroller.addEventListener('scroll', () => this.#draw());
    this.scroller.addEventListener('keydown', (e) => this.#key(e));
    this.scroller.addEventListener('copy', (e) => this.#copy(e));
    this.scroller.addEventListener('paste', (e) => this.#paste(e));
    this.body.addEventListener('mousedown', (e) => this.#down(e));
    this.body.addEventListener('dblclick', (e) => this.#open(e));
    this.body.addEventListener('dragstart', (e) => this.#dragStart(e));
    this.body.addEventListener('dragover', (e) => this.#dragOver(e));
    this.body.addEventListener('drop', (e) => this.#drop(e));
    this.body.addEventListener('dragend', () => this.#dragEnd());
    this.addBar.querySelector('.go').addEventListener('click', () => this.#add());
    this.resized = new ResizeObserver(() => this.#draw());
  }

  connectedCallback() {
    this.resized.observe(this.scroller);
    this.#bar();
  }

  disconnectedCallback() {
    this.resized.disconnect();
  }

  // ---- what the server says

  /** What people may choose from and may do. */
  setUp(options, mayPlanAll, mayAdd) {
    this.#options = JSON.parse(options);
    this.#mayPlanAll = mayPlanAll;
    this.#mayAdd = mayAdd;
    this.addBar.hidden = !mayAdd;
    if (!mayPlanAll && this.#mode === 'TARGET') this.#mode = 'PHASE';
    this.#bar();
  }

  /** Rows that are new or differ, and the order of all of them. */
  patch(json) {
    const { order, rows } = JSON.parse(json);
    rows.forEach((row) => this.#byKey.set(row.key, row));
    if (order) {
      this.#rows = order.map((key) => this.#byKey.get(key));
      const kept = new Set(order);
      [...this.#byKey.keys()].forEach((key) => kept.has(key) || this.#byKey.delete(key));
    } else {
      this.#rows = this.#rows.map((row) => this.#byKey.get(row.key));
    }
    this.#parents = new Set(this.#rows.map((row) => row.parent));
    if (!this.#byKey.has(this.#at.key)) {
      const next = this.#rows[Math.min(this.#index ?? 0, this.#rows.length - 1)];
      this.#at.key = next ? next.key : null;
    }
    if (this.#rows.length === 0 && this.#mayPlanAll) this.#mode = 'TARGET';
    this.#fold();
    this.#bar();
  }

  /** An edit was answered: what the row says counts again. */
  settled(key, column) {
    this.#saving.delete(key + '/' + column);
    this.#draw();
  }

  /** Who else is here. */
  present(json) {
    this.#people = JSON.parse(json);
    this.#draw();
  }

  /** Puts the cursor on a row and shows it. */
  reveal(key) {
    for (let row = this.#byKey.get(key); row; row = this.#byKey.get(row.parent)) {
      if (row.key !== key) this.#collapsed.delete(row.key);
    }
    if (this.#byKey.has(key)) {
      this.#at.key = key;
      this.#anchor = null;
      this.#fold();
      this.#intoView();
      this.scroller.focus();
      this.#tell();
    }
  }

  /** Answers a quick addition; the fields are emptied when it went well. */
  added(well, sentence) {
    this.#say(sentence, !well);
    const inputs = [...this.addBar.querySelectorAll('input')];
    if (well) {
      inputs.forEach((input) => {
        if (!input.dataset.keep) input.value = '';
      });
      inputs[0]?.focus();
    }
  }

  // ---- drawing

  #fold() {
    this.#shown = this.#rows.filter((row) => {
      for (let above = this.#byKey.get(row.parent); above; above = this.#byKey.get(above.parent)) {
        if (this.#collapsed.has(above.key)) return false;
      }
      return true;
    });
    this.#index = this.#shown.findIndex((row) => row.key === this.#at.key);
    this.#draw();
  }

  #index = -1;

  #draw() {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#drawNow());
  }

  #drawNow() {
    if (this.#edit) {
      this.#drawOthers();
      return;
    }
    this.body.style.height = this.#shown.length * ROW + 'px';
    const first = Math.max(0, Math.floor((this.scroller.scrollTop - 34) / ROW) - AHEAD);
    const last = Math.min(this.#shown.length, first + Math.ceil(this.scroller.clientHeight / ROW) + 2 * AHEAD);
    const drawn = document.createDocumentFragment();
    for (let i = first; i < last; i++) drawn.append(this.#row(this.#shown[i], i));
    if (this.#shown.length === 0) {
      const empty = document.createElement('div');
      empty.className = 'empty';
      empty.textContent = this.#mayAdd ? '还没有指标。在下方填写指标名称、单位和年度目标,按回车新增;也可以从表格复制几行,按 Ctrl+V 粘贴。' : '您的范围内还没有指标和项目。';
      drawn.append(empty);
      this.body.style.height = '';
    }
    this.body.replaceChildren(drawn);
  }

  // While a cell is edited its row stays as it is; the others follow what colleagues do.
  #drawOthers() {
    this.body.querySelectorAll('.row').forEach((drawn) => {
      const i = this.#shown.findIndex((row) => row.key === drawn.dataset.key);
      if (i < 0) {
        drawn.dataset.key !== this.#edit.key && drawn.remove();
      } else if (drawn.dataset.key !== this.#edit.key) {
        drawn.replaceWith(this.#row(this.#shown[i], i));
      } else {
        drawn.style.transform = `translateY(${i * ROW}px)`;
      }
    });
    this.body.style.height = this.#shown.length * ROW + 'px';
  }

  #row(row, i) {
    const drawn = document.createElement('div');
    drawn.className = 'row ' + row.kind.toLowerCase() + (this.#selected(row.key) ? ' on' : '');
    drawn.dataset.key = row.key;
    drawn.style.transform = `translateY(${i * ROW}px)`;
    drawn.setAttribute('role', 'row');
    drawn.setAttribute('aria-level', row.level + 1);
    drawn.draggable = !row.ro && row.kind !== 'LOOSE';
    COLUMNS.forEach(([code, , width], c) => drawn.append(this.#cell(row, code, width, c)));
    return drawn;
  }

  #code(row, code) {
    return code === 'UNIT' && row.kind !== 'TARGET' ? 'PHASE' : code;
  }

  #cell(row, code, width, c) {
    const cell = document.createElement('div');
    cell.setAttribute('role', 'gridcell');
    cell.dataset.column = c;
    cell.style.width = width + 'px';
    cell.className = 'cell' + (c === 0 ? ' first' : '') + (code === 'QUANTITY' || code === 'DURATION' ? ' end' : '');
    if (this.#at.key === row.key && this.#at.column === c) cell.classList.add('at');
    const field = this.#code(row, code);
    const waiting = this.#saving.get(row.key + '/' + field);
    const text = waiting ?? row.cells[field] ?? '';
    if (waiting !== undefined) cell.classList.add('saving');
    if (c === 0) {
      this.#first(cell, row, text);
      return cell;
    }
    if (text) {
      cell.textContent = text;
      cell.title = text;
      if (code === 'QUANTITY' && row.unit) cell.append(this.#span('unit', '\u2009' + row.unit));
    } else if (row.quiet?.[field]) {
      cell.append(this.#span('quiet', row.quiet[field]));
    } else if (row.want?.[field]) {
      cell.append(this.#span('want', row.want[field]));
    }
    return cell;
  }

  #first(cell, row, text) {
    cell.style.paddingInlineStart = 4 + row.level * 18 + 'px';
    const twist = document.createElement('button');
    twist.className = 'twist' + (this.#parents.has(row.key) ? '' : ' none');
    twist.tabIndex = -1;
    twist.textContent = this.#collapsed.has(row.key) ? '▶' : '▼';
    twist.setAttribute('aria-label', this.#collapsed.has(row.key) ? '展开' : '收起');
    const name = this.#span('name', text);
    name.title = text;
    cell.append(twist);
    if (row.kind === 'TARGET') cell.append(this.#span('kind', row.tag || '指标'));
    cell.append(name);
    if (row.flag) cell.append(this.#span('flag' + (row.good ? ' good' : ''), row.flag));
    this.#people.filter((each) => each.row === row.key).forEach((each) => {
      const here = this.#span('here' + (each.editing ? ' busy' : ''), each.name);
      here.style.background = each.colour;
      cell.append(here);
    });
  }

  #span(kind, text) {
    const span = document.createElement('span');
    span.className = kind;
    span.textContent = text;
    return span;
  }

  #say(sentence, bad) {
    this.said.hidden = !sentence;
    this.said.textContent = sentence;
    this.said.className = 'said' + (bad ? ' bad' : '');
  }

  // ---- moving and choosing

  get #current() {
    return this.#byKey.get(this.#at.key);
  }

  #range() {
    const to = this.#index;
    const from = this.#anchor === null ? to : this.#shown.findIndex((row) => row.key === this.#anchor);
    if (to < 0) return [];
    return this.#shown.slice(Math.min(from < 0 ? to : from, to), Math.max(from, to) + 1);
  }

  #selected(key) {
    return this.#range().some((row) => row.key === key);
  }

  #keys() {
    return this.#range().map((row) => row.key).join('\n');
  }

  #move(rows, columns, extend) {
    if (this.#shown.length === 0) return;
    if (extend && this.#anchor === null) this.#anchor = this.#at.key;
    if (!extend) this.#anchor = null;
    this.#index = Math.max(0, Math.min(this.#shown.length - 1, this.#index + rows));
    this.#at = {
      key: this.#shown[this.#index].key,
      column: Math.max(0, Math.min(COLUMNS.length - 1, this.#at.column + columns)),
    };
    this.#intoView();
    this.#draw();
    if (rows) this.#tell();
  }

  #intoView() {
    const top = this.#index * ROW;
    if (top < this.scroller.scrollTop) this.scroller.scrollTop = top;
    const height = this.scroller.clientHeight - 34;
    if (top + ROW > this.scroller.scrollTop + height) this.scroller.scrollTop = top + ROW - height;
    const left = COLUMNS.slice(1, this.#at.column).reduce((sum, column) => sum + column[2], 0);
    const room = this.scroller.clientWidth - COLUMNS[0][2];
    if (this.#at.column > 0) {
      if (left < this.scroller.scrollLeft) this.scroller.scrollLeft = left;
      const right = left + COLUMNS[this.#at.column][2];
      if (right > this.scroller.scrollLeft + room) this.scroller.scrollLeft = right - room;
    }
  }

  #told = null;

  #tell(editing = false) {
    const now = (this.#at.key ?? '') + editing;
    if (this.#told !== now) {
      this.#told = now;
      this.$server?.at(this.#at.key ?? '', editing);
      this.#bar();
    }
  }

  #down(e) {
    const row = e.target.closest('.row');
    if (!row || e.target.closest('input')) return;
    if (this.#edit) this.#commit();
    const cell = e.target.closest('.cell');
    if (e.shiftKey) {
      this.#anchor ??= this.#at.key;
    } else {
      this.#anchor = null;
    }
    this.#at = { key: row.dataset.key, column: Number(cell?.dataset.column ?? 0) };
    if (e.target.closest('.twist')) this.#toggle(row.dataset.key);
    this.#fold();
    this.#tell();
    this.scroller.focus({ preventScroll: true });
  }

  #open(e) {
    if (e.target.closest('.cell') && !e.target.closest('.twist')) this.#begin();
  }

  #toggle(key) {
    if (!this.#collapsed.delete(key)) this.#collapsed.add(key);
  }

  #key(e) {
    if (this.#edit || e.target !== this.scroller) return;
    const command = e.ctrlKey || e.metaKey;
    const row = this.#current;
    const hasParts = row && this.#parents.has(row.key);
    const page = Math.max(1, Math.floor(this.scroller.clientHeight / ROW) - 2);
    const acts = {
      ArrowDown: () => this.#move(1, 0, e.shiftKey),
      ArrowUp: () => this.#move(-1, 0, e.shiftKey),
      PageDown: () => this.#move(page, 0, e.shiftKey),
      PageUp: () => this.#move(-page, 0, e.shiftKey),
      Home: () => this.#move(command ? -1e6 : 0, -99),
      End: () => this.#move(command ? 1e6 : 0, command ? 0 : 99),
      ArrowLeft: () => {
        if (this.#at.column === 0 && hasParts && !this.#collapsed.has(row.key)) {
          this.#toggle(row.key);
          this.#fold();
        } else this.#move(0, -1);
      },
      ArrowRight: () => {
        if (this.#at.column === 0 && hasParts && this.#collapsed.has(row.key)) {
          this.#toggle(row.key);
          this.#fold();
        } else this.#move(0, 1);
      },
      Tab: () => this.#tab(e.shiftKey),
      Enter: () => this.#begin(),
      F2: () => this.#begin(),
      Insert: () => this.#focusAdd(),
      Escape: () => {
        this.#anchor = null;
        this.#draw();
      },
      Delete: () => this.#delete(),
      Backspace: () => this.#begin(''),
    };
    if (command && !e.altKey) {
      const key = e.key.toLowerCase();
      const commands = {
        z: () => (e.shiftKey ? this.$server?.redo() : this.$server?.undo()),
        y: () => this.$server?.redo(),
        d: () => this.#at.key && this.$server?.duplicate(this.#keys()),
        b: () => this.#at.key && this.$server?.bulk(this.#keys()),
        a: () => {
          this.#anchor = this.#shown[0]?.key ?? null;
          this.#move(1e6, 0, true);
        },
        home: acts.Home,
        end: acts.End,
      };
      if (commands[key]) {
        e.preventDefault();
        commands[key]();
      }
      return;
    }
    if (acts[e.key]) {
      if (e.key === 'Tab' && !row) return;
      e.preventDefault();
      acts[e.key]();
    } else if (e.key.length === 1 && !e.altKey && row) {
      e.preventDefault();
      this.#begin(e.key === ' ' ? undefined : e.key);
    } else if (e.key === 'Process' && row) {
      // An input method begins to compose: it goes on in the field.
      this.#begin('');
    }
  }

  #tab(back) {
    const column = this.#at.column + (back ? -1 : 1);
    if (column < 0) this.#move(-1, COLUMNS.length);
    else if (column >= COLUMNS.length) this.#move(1, -COLUMNS.length);
    else this.#move(0, back ? -1 : 1);
  }

  #delete() {
    if (!this.#at.key) return;
    const row = this.#current;
    if (this.#at.column === 0 || this.#range().length > 1) this.$server?.remove(this.#keys());
    else if (!row.ro) this.#send(row, this.#code(row, COLUMNS[this.#at.column][0]), '');
  }

  // ---- editing

  #begin(text) {
    const row = this.#current;
    if (!row || row.kind === 'LOOSE') return;
    const code = this.#code(row, COLUMNS[this.#at.column][0]);
    if (row.ro || !row.edit.includes(code)) {
      this.#say(row.ro ? '您只能修改本科室牵头的项目和节点。' : `这一行没有“${COLUMNS[this.#at.column][1]}”可改。`, true);
      return;
    }
    this.#say('', false);
    this.#drawNow();
    const cell = this.body.querySelector(`.row[data-key="${CSS.escape(row.key)}"] .cell[data-column="${this.#at.column}"]`);
    if (!cell) return;
    const input = document.createElement('input');
    input.value = text ?? row.cells[code] ?? '';
    input.setAttribute('aria-label', COLUMNS[this.#at.column][1]);
    cell.className = cell.className + ' edit';
    cell.replaceChildren(input);
    this.#edit = { key: row.key, code, input, base: JSON.stringify(row.cells) };
    input.focus();
    if (text === undefined) input.select();
    this.#suggest(input, code);
    input.addEventListener('keydown', (e) => this.#editKey(e));
    input.addEventListener('blur', () => queueMicrotask(() => this.#edit?.input === input && !input.matches(':focus') && this.#commit()));
    this.#tell(true);
  }

  #editKey(e) {
    e.stopPropagation();
    if (e.isComposing) return;
    if (this.#choose(e)) return;
    if (e.key === 'Escape') {
      e.preventDefault();
      this.#finish();
    } else if (e.key === 'Enter' || e.key === 'Tab') {
      e.preventDefault();
      this.#commit();
      if (e.key === 'Tab') this.#tab(e.shiftKey);
      else this.#move(e.shiftKey ? -1 : 1, 0);
    }
  }

  #commit() {
    const edit = this.#edit;
    if (!edit) return;
    const row = this.#byKey.get(edit.key);
    const text = edit.input.value.trim();
    const base = edit.base;
    this.#finish();
    if (text !== (JSON.parse(base)[edit.code] ?? '')) this.#send(row ?? { key: edit.key }, edit.code, text, base);
  }

  #send(row, code, text, base = JSON.stringify(row.cells)) {
    this.#saving.set(row.key + '/' + code, text);
    this.$server?.edited(row.key, code, text, base);
    this.#draw();
  }

  #finish() {
    this.#edit = null;
    this.list.hidden = true;
    this.#drawNow();
    this.scroller.focus({ preventScroll: true });
    this.#tell(false);
  }

  // ---- suggestions, for a cell and for the quick-add line

  #suggest(input, code) {
    const source = { STREET: 'streets', LEAD: 'leads', OWNER: 'people', LEADER: 'leaders' }[code];
    if (!source) return;
    input.suggests = this.#options[source];
    input.setAttribute('autocomplete', 'off');
    const show = () => {
      const typed = input.value.split(/[;；、,，]/).pop().trim();
      const found = typed ? input.suggests.filter((each) => each.includes(typed) && each !== typed).slice(0, 30) : [];
      this.list.hidden = found.length === 0;
      this.list.replaceChildren(
        ...found.map((each, i) => {
          const item = document.createElement('div');
          item.textContent = each;
          item.setAttribute('role', 'option');
          if (i === 0) item.className = 'at';
          item.addEventListener('mousedown', (e) => {
            e.preventDefault();
            this.#take(input, each);
          });
          return item;
        }),
      );
      if (found.length === 0) return;
      const box = input.getBoundingClientRect();
      const own = this.getBoundingClientRect();
      this.list.style.left = Math.min(box.left - own.left, own.width - 160) + 'px';
      const below = own.bottom - box.bottom > 120;
      this.list.style.top = below ? box.bottom - own.top + 2 + 'px' : 'auto';
      this.list.style.bottom = below ? 'auto' : own.bottom - box.top + 2 + 'px';
    };
    input.addEventListener('input', show);
    input.addEventListener('blur', () => (this.list.hidden = true));
  }

  #take(input, word) {
    const before = input.value.match(/^(.*[;；、,，])?/)[0] ?? '';
    input.value = before + word;
    this.list.hidden = true;
  }

  /** Whether the key was for the list of suggestions. */
  #choose(e) {
    if (this.list.hidden) return false;
    const items = [...this.list.children];
    const at = items.findIndex((item) => item.className === 'at');
    if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
      e.preventDefault();
      items[at].className = '';
      const next = items[(at + (e.key === 'ArrowDown' ? 1 : items.length - 1)) % items.length];
      next.className = 'at';
      next.scrollIntoView({ block: 'nearest' });
      return true;
    }
    if (e.key === 'Enter' || e.key === 'Tab') {
      this.#take(e.target, items[at].textContent);
      return false;
    }
    if (e.key === 'Escape') {
      this.list.hidden = true;
      e.preventDefault();
      return true;
    }
    return false;
  }

  // ---- adding

  #bar() {
    const row = this.#current;
    const where = !row || row.kind === 'LOOSE' ? null : row;
    const kinds = [this.#mayPlanAll && 'TARGET', this.#rows.length && 'PHASE', where && where.kind !== 'TARGET' && 'NODE'].filter(Boolean);
    const mode = kinds.includes(this.#mode) ? this.#mode : kinds.includes('PHASE') ? 'PHASE' : 'TARGET';
    const state = kinds.join() + mode + (where?.key ?? '');
    if (this.#where === state) return;
    this.#where = state;
    const what = this.addBar.querySelector('.what');
    what.replaceChildren(
      ...kinds.map((kind) => {
        const button = document.createElement('button');
        button.type = 'button';
        button.textContent = KINDS[kind];
        button.setAttribute('aria-pressed', kind === mode);
        button.addEventListener('click', () => {
          this.#mode = kind;
          this.#where = null;
          this.#bar();
          this.addBar.querySelector('input')?.focus();
        });
        return button;
      }),
    );
    const fields = this.addBar.querySelector('.fields');
    if (fields.dataset.mode !== mode) {
      fields.dataset.mode = mode;
      fields.replaceChildren(
        ...FIELDS[mode].map(([code, label, grow]) => {
          const input = document.createElement('input');
          input.placeholder = label;
          input.setAttribute('aria-label', '新增' + label);
          input.dataset.code = code;
          input.style.flexGrow = grow;
          this.#suggest(input, code);
          input.addEventListener('keydown', (e) => this.#addKey(e));
          return input;
        }),
      );
    }
    const name = fields.querySelector('input');
    name.placeholder = this.#placeholder(mode, where);
    this.shownMode = mode;
  }

  #placeholder(mode, where) {
    if (mode === 'TARGET') return '指标名称';
    if (mode === 'PHASE') {
      const target = this.#above(where, 'TARGET');
      return target ? `在“${target.cells.NAME}”下新增项目` : '项目名称';
    }
    const phase = this.#above(where, 'PHASE');
    return phase ? `在“${phase.cells.NAME}”下新增节点` : '节点名称';
  }

  #above(row, kind) {
    for (let at = row; at; at = this.#byKey.get(at.parent)) if (at.kind === kind) return at;
    return null;
  }

  #focusAdd() {
    const row = this.#current;
    this.#mode = !row ? 'TARGET' : row.kind === 'TARGET' || row.kind === 'LOOSE' ? 'PHASE' : 'NODE';
    this.#where = null;
    this.#bar();
    this.addBar.querySelector('input')?.focus();
  }

  #addKey(e) {
    e.stopPropagation();
    if (e.isComposing) return;
    if (this.#choose(e)) return;
    if (e.key === 'Enter') {
      e.preventDefault();
      this.#add();
    } else if (e.key === 'Escape') {
      this.scroller.focus();
    }
  }

  #add() {
    const texts = {};
    this.addBar.querySelectorAll('input').forEach((input) => (texts[input.dataset.code] = input.value));
    this.$server?.add(this.shownMode, this.#at.key ?? '', JSON.stringify(texts));
  }

  // ---- copy, paste, drag

  #copy(e) {
    if (this.#edit || !this.#at.key) return;
    const rows = this.#range();
    const row = this.#current;
    if (rows.length === 1 && this.#at.column > 0) {
      e.clipboardData.setData('text/plain', row.cells[this.#code(row, COLUMNS[this.#at.column][0])] ?? '');
    } else {
      const columns = COLUMNS.filter(([code]) => code !== 'UNIT' && code !== 'CODE');
      const quoted = (text) => (/[\t\n"]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text);
      const lines = [columns.map((column) => column[1])];
      rows.forEach((each) => lines.push(columns.map(([code]) => quoted(each.cells[code] ?? ''))));
      e.clipboardData.setData('text/plain', lines.map((line) => line.join('\t')).join('\n'));
      this.#say(`已复制 ${rows.length} 行,可粘贴到表格或本页。`, false);
    }
    e.preventDefault();
  }

  #paste(e) {
    if (this.#edit) return;
    const text = e.clipboardData.getData('text/plain');
    e.preventDefault();
    const trimmed = text.replace(/\r?\n$/, '');
    const row = this.#current;
    if (row && this.#at.column > 0 && !/[\t\n]/.test(trimmed)) {
      const code = this.#code(row, COLUMNS[this.#at.column][0]);
      if (!row.ro && row.edit.includes(code)) this.#send(row, code, trimmed.trim());
    } else if (trimmed) {
      this.$server?.paste(this.#at.key ?? '', trimmed);
    }
  }

  #dragStart(e) {
    this.#dragged = e.target.closest('.row')?.dataset.key ?? null;
    e.dataTransfer.effectAllowed = 'move';
    e.dataTransfer.setData('text/plain', this.#byKey.get(this.#dragged)?.cells.NAME ?? '');
  }

  #dragOver(e) {
    const row = e.target.closest('.row');
    this.body.querySelectorAll('.drop').forEach((each) => each.classList.remove('drop'));
    if (this.#dragged && row && row.dataset.key !== this.#dragged) {
      e.preventDefault();
      row.classList.add('drop');
    }
  }

  #drop(e) {
    const onto = e.target.closest('.row')?.dataset.key;
    e.preventDefault();
    if (this.#dragged && onto) this.$server?.move(this.#dragged, onto);
    this.#dragEnd();
  }

  #dragEnd() {
    this.#dragged = null;
    this.body.querySelectorAll('.drop').forEach((each) => each.classList.remove('drop'));
  }
}

customElements.get('guatu-breakdown') ?? customElements.define('guatu-breakdown', GuatuBreakdown);
