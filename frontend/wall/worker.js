// Keeps the page of a screen, without a picture, and its script, so that a television that is switched on while the server is away shows its last picture.
// Each build has its own cache, filled whole before the build takes over; the page is asked from the server first.
const BUILD = '__BUILD__';
const CACHE = `guatu-screen-${BUILD}`;
const PAGE = `/screen/${BUILD}/wall/screen.html`;
const FILES = [PAGE, `/screen/${BUILD}/wall/screen.js`];

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches.open(CACHE).then((cache) => cache.addAll(FILES)).then(() => self.skipWaiting())
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches.keys().then((names) => Promise.all(names.filter((name) => name.startsWith('guatu-screen-') && name !== CACHE).map((name) => caches.delete(name)))).then(() => self.clients.claim())
  );
});

self.addEventListener('fetch', (event) => {
  const { pathname } = new URL(event.request.url);
  if (event.request.method !== 'GET') {
    return;
  }
  if (event.request.mode === 'navigate') {
    event.respondWith(page(event.request));
  } else if (pathname.startsWith(`/screen/${BUILD}/`) || pathname.startsWith('/screen/logo/')) {
    event.respondWith(kept(event.request));
  }
});

/** The server's page when it answers soon and well; else the one that is kept. */
async function page(request) {
  const cache = await caches.open(CACHE);
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(5000) });
    if (answer.ok) {
      return answer;
    }
  } catch {
    // the kept page follows
  }
  return (await cache.match(PAGE)) ?? Response.error();
}

async function kept(request) {
  const cache = await caches.open(CACHE);
  const known = await cache.match(request);
  if (known) {
    return known;
  }
  const answer = await fetch(request);
  if (answer.ok) {
    cache.put(request, answer.clone());
  }
  return answer;
}
