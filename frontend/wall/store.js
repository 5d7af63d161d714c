/** The last good picture of this screen, kept over a power cycle. Every failure is "nothing kept": a wall works without it. */
const NAME = 'guatu-screen';
const KEY = 'last';

function open() {
  return new Promise((found, failed) => {
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore('pictures');
    asked.onsuccess = () => found(asked.result);
    asked.onerror = () => failed(asked.error);
  });
}

async function work(mode, action) {
  const db = await open();
  try {
    return await new Promise((found, failed) => {
      // strict: the power may go any moment
      const tx = db.transaction('pictures', mode, { durability: 'strict' });
      const asked = action(tx.objectStore('pictures'));
      tx.oncomplete = () => found(asked.result);
      tx.onerror = tx.onabort = () => failed(tx.error);
    });
  } finally {
    db.close();
  }
}

export const lastPicture = () => work('readonly', (store) => store.get(KEY)).catch(() => undefined);
export const keepPicture = (envelope) => work('readwrite', (store) => store.put(envelope, KEY)).catch(() => {});
export const forgetPicture = () => work('readwrite', (store) => store.delete(KEY)).catch(() => {});
