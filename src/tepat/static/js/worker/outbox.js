// What could not be sent waits here and is sent once: the form's key makes a repeat harmless, the server checks whose it is.
// A form may wait if it carries `outbox`: the tag of its account, then the words under which it is listed.
const MOST_BYTES = 5e6;
const MOST_TRIES = 6;

async function keepUnsent(url, page, data) {
  const mark = data?.get("outbox");
  // `more` only draws the form anew.
  if (!mark || data.has("more")) return { outcome: "gagal" };
  const fields = [...data].filter(([name]) => name !== "csrfmiddlewaretoken");
  if (fields.reduce((sum, [, value]) => sum + (value.size ?? value.length), 0) > MOST_BYTES) return { outcome: "besar" };
  const [account, words] = [mark.split(" ", 1)[0], mark.slice(mark.indexOf(" ") + 1)];
  const id = `${account} ${url} ${data.get("key") || crypto.randomUUID()}`;
  try {
    await store.put("outbox", { id, account, words, url, page, fields, at: Date.now(), tries: 0, state: "waiting" });
  } catch {
    return { outcome: "gagal" };
  }
  registration.sync?.register("outbox").catch(() => {});
  await tell();
  return { outcome: "menunggu", id };
}

async function tell() {
  for (const page of await clients.matchAll({ includeUncontrolled: true })) page.postMessage("outbox");
}

// One at a time, in their order, by one tab or the browser's own sync.
async function flush() {
  try {
    await navigator.locks.request("outbox", sendAll);
  } finally {
    await tell();
  }
}

async function sendAll() {
  const waiting = (await store.all("outbox")).filter((entry) => entry.state === "waiting");
  if (!waiting.length) return;
  const session = await (await fetch("/luring/sesi/", { cache: "no-store" })).json();
  for (const entry of waiting.filter((each) => each.account === session.account)) {
    const answer = await send(entry, session.csrf);
    if (answer.status === 401) return;
    if (answer.status === 429 || answer.status >= 500) {
      await store.put("outbox", { ...entry, tries: entry.tries + 1, state: entry.tries < MOST_TRIES ? "waiting" : "refused" });
      throw new Error(answer.statusText);
    }
    await settle(entry, answer);
  }
}

function send(entry, csrf) {
  const body = new FormData();
  for (const [name, value] of entry.fields) if (name !== "outbox") body.append(name, value);
  body.set("csrfmiddlewaretoken", csrf);
  const headers = { "Tepat-Outbox": entry.account };
  return fetch(entry.url, { method: "POST", body, headers, referrer: entry.page, referrerPolicy: "same-origin" });
}

// Done: its words stay until they were read. Refused: all that was typed stays, to be put right.
async function settle({ fields, ...entry }, answer) {
  const json = answer.headers.get("content-type")?.includes("json");
  const said = json ? await answer.json() : { fault: true };
  const done = answer.ok && !said.fault;
  const row = { ...entry, said: said.words, leadsTo: said.leads_to, state: done ? "sent" : "refused" };
  await store.put("outbox", done ? row : { ...row, fields });
}

// Takes back what waits, unless it is being sent; false if it is too late for that.
const undo = (id) => navigator.locks.request("outbox", async () => {
  const waits = (await store.get("outbox", id))?.state === "waiting";
  if (waits) await store.drop("outbox", id);
  await tell();
  return waits;
});

async function take(id) {
  const entry = await store.get("outbox", id);
  await store.drop("outbox", id);
  return entry;
}
