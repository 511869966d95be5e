// Copies of the last jobs opened, as anybody may read them.
const MOST_JOBS = 20;
const DAY_MS = 864e5;
const isJob = (url) => /^\/loker\/[^/]+\/$/.test(url.pathname);

async function copyOf({ pathname }) {
  const kept = await caches.match(pathname, { cacheName: "jobs" });
  return kept && shown(kept, kept.headers.get("kept-at"));
}

// Marks a page as a copy from then (milliseconds) and gives it the colours that were chosen.
async function shown(kept, at) {
  const theme = (await store.get("meta", "here"))?.theme;
  const marks = `<html data-copy="${at}"${theme ? ` data-theme="${theme}"` : ""}`;
  return new Response((await kept.text()).replace(/<html( data-theme="\w+")?/, marks), { headers: kept.headers });
}

// What one person alone was shown (their CV, their names) is never kept: the page is asked for again, as for anybody.
async function keepJob({ pathname }, answer) {
  const jobs = await caches.open("jobs");
  if ([404, 410].includes(answer.status)) return jobs.delete(pathname);
  if (!answer.ok) return;
  let [source, html] = [answer, await answer.text()];
  if (/private|no-store/.test(answer.headers.get("cache-control")) || html.includes('class="toast')) {
    const known = await jobs.match(pathname);
    if (known && Date.now() - known.headers.get("kept-at") < DAY_MS) return;
    source = await fetch(`${pathname}?bahasa=${answer.headers.get("content-language")}`, { credentials: "omit" });
    if (!source.ok) return jobs.delete(pathname);
    html = await source.text();
  }
  const headers = new Headers(source.headers);
  headers.set("kept-at", Date.now());
  await jobs.delete(pathname);
  await jobs.put(pathname, new Response(html, { headers }));
  for (const old of (await jobs.keys()).slice(0, -MOST_JOBS)) await jobs.delete(old);
}
