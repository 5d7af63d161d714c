import './guatu-wall.js';
import './guatu-pairing.js';
import { forgetPicture, keepPicture, lastPicture } from './store.js';

/**
 * A television that nobody touches: shows the last good picture at once, asks for the one of now, follows the line of news, and comes
 * back by itself from whatever happens. Its state is one of: pairing, live, waiting for the next try.
 */
const SILENCE_MILLIS = 40_000; // the server speaks every 15 seconds
const ASK_MILLIS = 15_000;
const TRIES = [1, 2, 3, 5, 8, 10].map((s) => s * 1000);
const UPDATE_MILLIS = 3_600_000;
const IDLE = { timeout: 500 };
const build = document.documentElement.dataset.build;

const wall = document.createElement('guatu-wall');
let pairing = null;
let line = null;
let tries = 0;
let timer = 0;
let silence = 0;
let keeping = 0;

start();

async function start() {
  document.body.append(wall);
  const given = written();
  if (given) {
    show(given);
    listen();
  } else {
    connect();
  }
  requestIdleCallback(worker);
  window.addEventListener('online', () => again(0));
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && (stayAwake(), line || again(0)));
  document.addEventListener('pointermove', touched);
  document.addEventListener('pointerdown', fullScreen);
  document.addEventListener('keydown', (e) => (e.key === 'f' || e.key === 'Enter' ? fullScreen() : e.key === 'ArrowRight' ? wall.turn(1) : e.key === 'ArrowLeft' ? wall.turn(-1) : 0));
  stayAwake();
  const kept = given ? undefined : await lastPicture();
  // the server may have answered meanwhile, or have said that this screen is nobody's
  if (kept && !wall.envelope && !pairing) {
    wall.stale = 'line';
    wall.note = '';
    wall.envelope = { ...kept, live: false };
  }
}

/** What the server wrote into the page: the picture of now. Nothing in the page that the worker kept, and for a screen that nobody knows. */
function written() {
  const place = document.getElementById('picture');
  place.remove();
  try {
    return JSON.parse(place.textContent);
  } catch {
    return undefined;
  }
}

async function connect() {
  clearTimeout(timer);
  try {
    const answer = await fetch('/screen/picture', { cache: 'no-store', signal: AbortSignal.timeout(ASK_MILLIS) });
    if (answer.status === 401) {
      const { reason } = await answer.json();
      return pair(reason);
    }
    if (!answer.ok) {
      throw new Error(`status ${answer.status}`);
    }
    show(await answer.json());
    newBuild(answer.headers.get('Guatu-Build'));
    listen();
  } catch (problem) {
    lost(problem);
  }
}

function listen() {
  line?.close();
  line = new EventSource(`/screen/events?canvas=${innerWidth}x${innerHeight}&has=${wall.envelope?.version ?? ''}`);
  const on = (name, work) =>
    line.addEventListener(name, (event) => {
      heard();
      work(JSON.parse(event.data));
    });
  on('picture', show);
  on('news', put);
  on('stands', (m) => {
    wall.heard(m.now, m.readAt);
    fresh();
  });
  on('ping', (m) => wall.heard(m.now));
  on('failing', () => (wall.stale = 'failing'));
  on('build', (m) => newBuild(m.build));
  on('revoked', () => pair('REVOKED'));
  line.onopen = () => {
    tries = 0;
    heard();
  };
  line.onerror = () => lost('line');
}

function show(envelope) {
  pairing?.remove();
  pairing = null;
  wall.hidden = false;
  wall.note = '';
  wall.envelope = envelope;
  fresh();
  // seen first, kept then
  cancelIdleCallback(keeping);
  keeping = requestIdleCallback(() => keepPicture(envelope), IDLE);
}

/** News are put on the picture that they were written for; a screen that missed one asks for the whole. */
function put(news) {
  const last = wall.envelope;
  if (last?.version !== news.before) {
    return again(0);
  }
  const { version, readAt, now, change } = news;
  show({ version, readAt, now, document: changed(last.document, change) });
}

/** `[x]`: x in its place; else the members, or the places of a list, that change. What stays is the same object as before. */
function changed(value, change) {
  if (Array.isArray(change)) {
    return change[0];
  }
  const copy = Array.isArray(value) ? [...value] : { ...value };
  for (const [name, how] of Object.entries(change)) {
    copy[name] = changed(value[name], how);
  }
  return copy;
}

function fresh() {
  wall.stale = '';
}

function heard() {
  clearTimeout(silence);
  silence = setTimeout(() => lost('silence'), SILENCE_MILLIS);
}

function lost() {
  line?.close();
  line = null;
  clearTimeout(silence);
  if (wall.envelope) {
    wall.stale = 'line';
  } else {
    wall.note = '正在连接服务器…';
  }
  again(TRIES[Math.min(tries++, TRIES.length - 1)] * (0.8 + 0.4 * Math.random()));
}

function again(millis) {
  clearTimeout(timer);
  timer = setTimeout(connect, millis);
}

/** Nobody knows this screen (any more): it forgets what it showed, shows a code, and waits for an administrator. */
function pair(reason) {
  line?.close();
  line = null;
  clearTimeout(silence);
  clearTimeout(timer);
  cancelIdleCallback(keeping);
  forgetPicture();
  wall.envelope = undefined;
  wall.hidden = true;
  if (!pairing) {
    pairing = document.createElement('guatu-pairing');
    pairing.reason = reason;
    pairing.addEventListener('paired', () => connect());
    document.body.append(pairing);
  }
}

/** The worker keeps the page for when the server is away; browsers allow it over https and on the machine itself. */
async function worker() {
  if (!('serviceWorker' in navigator)) {
    return;
  }
  try {
    const registration = await navigator.serviceWorker.register('/screen/worker.js', { scope: '/screen', updateViaCache: 'none' });
    setInterval(() => registration.update().catch(() => {}), UPDATE_MILLIS);
  } catch (problem) {
    console.warn('worker', problem);
  }
}

/** Another build is on the server: fetch it, and start anew once it is all there. */
async function newBuild(other) {
  if (!other || other === build || sessionStorage.getItem('tried') === other) {
    return;
  }
  sessionStorage.setItem('tried', other);
  const registration = await navigator.serviceWorker?.getRegistration('/screen');
  if (registration) {
    await registration.update().catch(() => {});
    const coming = registration.installing ?? registration.waiting;
    coming?.addEventListener('statechange', () => coming.state === 'activated' && location.reload());
    if (!coming) {
      location.reload();
    }
  } else {
    location.reload();
  }
}

let resting = 0;
function touched() {
  wall.setAttribute('touched', '');
  clearTimeout(resting);
  resting = setTimeout(() => wall.removeAttribute('touched'), 3000);
}

function fullScreen() {
  if (!document.fullscreenElement) {
    document.documentElement.requestFullscreen?.().catch(() => {});
  }
}

function stayAwake() {
  navigator.wakeLock?.request('screen').catch(() => {});
}
