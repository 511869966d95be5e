// What the worker keeps: `meta` (who was here last), `outbox` (what could not be sent), `drafts`. Nothing else opens it.
const settled = (request) => new Promise((done, fail) => {
  request.onsuccess = () => done(request.result);
  request.onerror = () => fail(request.error);
});

async function drawer(name, act, mode = "readwrite") {
  const asked = indexedDB.open("tepat", 1);
  asked.onupgradeneeded = () => {
    for (const each of ["meta", "outbox", "drafts"]) asked.result.createObjectStore(each, { keyPath: "id" });
  };
  const base = await settled(asked);
  try {
    return await settled(act(base.transaction(name, mode).objectStore(name)));
  } finally {
    base.close();
  }
}

const WEEK_MS = 7 * 864e5;
const store = {
  get: (name, id) => drawer(name, (rows) => rows.get(id), "readonly"),
  put: (name, row) => drawer(name, (rows) => rows.put(row)),
  drop: (name, id) => drawer(name, (rows) => rows.delete(id)),
  clear: (name) => drawer(name, (rows) => rows.clear()),
  // In the order in which they came; what is older than a week is forgotten.
  async all(name) {
    const rows = await drawer(name, (found) => found.getAll(), "readonly");
    for (const row of rows) if (Date.now() - row.at > WEEK_MS) await this.drop(name, row.id);
    return rows.filter((row) => Date.now() - row.at <= WEEK_MS).sort((a, b) => a.at - b.at);
  },
};

// Who was here last. Another account's things go the moment somebody else signs in.
async function here(next) {
  const last = await store.get("meta", "here");
  await store.put("meta", { ...last, ...next, id: "here", at: Date.now() });
  if (next.account === NOBODY) return;
  for (const name of ["outbox", "drafts"]) {
    for (const row of await store.all(name)) if (![NOBODY, next.account].includes(row.account)) await store.drop(name, row.id);
  }
}

const NOBODY = "0";
const whose = async (account) => account ?? (await store.get("meta", "here"))?.account ?? NOBODY;

async function forget() {
  for (const name of ["meta", "outbox", "drafts"]) await store.clear(name);
  await caches.delete("jobs");
}
