// A secret that never leaves this browser: an HMAC key of WebCrypto that cannot be exported, one per profile, in IndexedDB.

const DATABASE = "device";
const STORE = "keys";

// 32 bytes made from `salt`; the same for the same profile and salt, and only here.
export async function deviceSecret(profile, salt) {
  const database = await open();
  try {
    let key = await ask(database.transaction(STORE).objectStore(STORE).get(profile));
    if (!key) {
      key = await crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
      const writing = database.transaction(STORE, "readwrite", { durability: "strict" });
      writing.objectStore(STORE).add(key, profile);
      await done(writing);
    }
    return new Uint8Array(await crypto.subtle.sign("HMAC", key, salt));
  } finally {
    database.close();
  }
}

function open() {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  return ask(opening);
}

function ask(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function done(transaction) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}
