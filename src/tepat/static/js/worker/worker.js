// The service worker. Pages come from the network; only where that fails does the device answer, and it says so.
// Kept are the shell, copies of the last jobs opened as everybody may read them, what could not be sent, and drafts.
const SHELL_CACHE = `shell-${VERSION}`;
const PATIENCE_MS = 10_000;
const OFFLINE = "/luring/";

self.addEventListener("install", (event) => event.waitUntil((async () => {
  await (await caches.open(SHELL_CACHE)).addAll(SHELL);
  await keepWords((await store.get("meta", "here"))?.language);
  await skipWaiting();
})()));

// The page for being offline, in the one language that is read here.
async function keepWords(language) {
  const cache = await caches.open(SHELL_CACHE);
  const path = `${OFFLINE}?bahasa=${language}`;
  if (language && !(await cache.match(path))) await cache.add(new Request(path, { credentials: "omit" }));
}

self.addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name !== "jobs" && name !== SHELL_CACHE) await caches.delete(name);
  await registration.navigationPreload?.enable();
  await clients.claim();
})()));

self.addEventListener("sync", (event) => event.waitUntil(flush()));

const acts = {
  here: async ({ account, language, theme }) => { await here({ account, language, theme }); flush().catch(() => {}); await keepWords(language).catch(() => {}); },
  list: async ({ account }) => { const mine = await whose(account); return (await store.all("outbox")).filter((e) => e.account === mine).map(({ fields, ...e }) => e); },
  flush: () => flush().catch(() => {}),
  take: ({ id }) => take(id),
  undo: ({ id }) => undo(id),
  drop: ({ id }) => store.drop("outbox", id),
  draft: ({ draft }) => (draft.fields ? store.put("drafts", { ...draft, at: Date.now() }) : store.drop("drafts", draft.id)),
  drafts: async ({ account }) => (await store.all("drafts")).filter((draft) => draft.account === account),
};
self.addEventListener("message", (event) => {
  event.waitUntil(acts[event.data.act](event.data).then((answer) => event.ports[0].postMessage(answer)));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method === "POST") {
    if (mayWait(request, url)) event.respondWith(post(request, url));
  } else if (url.pathname === OFFLINE) event.respondWith(offline(url));
  else if (request.mode === "navigate") event.respondWith(page(event, url));
  else if (url.pathname.startsWith("/static/")) event.respondWith(asset(request));
});

// Ways in and secrets never wait; piles of files of the recruiters have their own way.
function mayWait(request, { pathname }) {
  if (pathname === "/akun/logout/") return true;
  if (/^\/(akun|masuk|daftar|undangan)\//.test(pathname)) return false;
  return !request.headers.get("content-type")?.startsWith("multipart/") || /^\/(saya|loker)\//.test(pathname);
}

async function post(request, url) {
  if (url.pathname === "/akun/logout/") await forget();
  const typed = request.clone().formData().catch(() => null);
  const answer = await fetch(request).catch(() => null);
  if (answer && answer.status < 500) return answer;
  const { outcome, id } = await keepUnsent(url.href, request.referrer, await typed);
  if (request.mode !== "navigate") return id ? new Response(null, { status: 204, headers: { "Tepat-Kept": id } }) : answer ?? Response.error();
  return answer && outcome === "gagal" ? answer : Response.redirect(`${OFFLINE}#${outcome}`, 303);
}

async function page(event, url) {
  const copy = isJob(url) && await copyOf(url);
  const asked = Promise.resolve(event.preloadResponse).then((early) => early ?? fetch(event.request));
  const late = new Promise((_, fail) => { if (copy) setTimeout(fail, PATIENCE_MS); });
  try {
    const answer = await Promise.race([asked, late]);
    if (isJob(url)) event.waitUntil(keepJob(url, answer.clone()).catch(() => {}));
    return answer;
  } catch {
    return copy || offline(url);
  }
}

async function offline(url) {
  const chosen = new URLSearchParams(url.search).get("bahasa") ?? (await store.get("meta", "here"))?.language ?? "id";
  const path = `${OFFLINE}?bahasa=${chosen}`;
  const kept = await caches.match(path) ?? await fetch(path).catch(() => caches.match(OFFLINE, { ignoreSearch: true }));
  return kept ? shown(kept, "") : Response.error();
}

async function asset(request) {
  const kept = await caches.match(request);
  if (kept && /\.[0-9a-f]{12}\./.test(request.url)) return kept;
  return fetch(request).catch(() => kept ?? Response.error());
}
