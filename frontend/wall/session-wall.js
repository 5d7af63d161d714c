import './guatu-wall.js';

/**
 * The wall inside a signed-in session: when the line to the server is down, the picture is greyed, and once the server answers again the
 * page loads anew, because its session may be another one.
 */
const PROBE_MILLIS = 3000;
let probing = 0;

window.Vaadin?.connectionState?.addStateChangeListener((_before, now) => {
  const walls = document.querySelectorAll('guatu-wall');
  if (walls.length === 0) {
    return;
  }
  clearInterval(probing);
  if (now === 'connection-lost' || now === 'reconnecting') {
    walls.forEach((wall) => (wall.stale = 'line'));
    probing = setInterval(probe, PROBE_MILLIS);
  } else if (now === 'connected') {
    walls.forEach((wall) => (wall.stale = ''));
  }
});

async function probe() {
  try {
    if ((await fetch(location.href, { cache: 'no-store' })).ok) {
      location.reload();
    }
  } catch {
    // still away: the next probe asks again
  }
}
