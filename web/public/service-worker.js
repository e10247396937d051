// Makes the product installable and lets its frame open without a network. Network first: what is shown is what the
// server has. Data is never kept: nothing under /api is touched here, no form for the public, nor anything that is not a plain GET.
const FRAME = "hengke-frame-1";

self.addEventListener("install", event => {
  event.waitUntil(caches.open(FRAME).then(cache => cache.add("/")));
  self.skipWaiting();
});

self.addEventListener("activate", event => {
  event.waitUntil(
    caches
      .keys()
      .then(names => Promise.all(names.filter(name => name !== FRAME).map(name => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("fetch", event => {
  const { request } = event;
  const url = new URL(request.url);
  const ours = url.origin === location.origin && !/^\/(api|f)\//.test(url.pathname);
  if (request.method !== "GET" || !ours) return;
  event.respondWith(request.mode === "navigate" ? page(request) : part(request));
});

/** Every address of the product is the same document. */
async function page(request) {
  try {
    const answer = await fetch(request);
    if (answer.ok) await keep("/", answer.clone());
    return answer;
  } catch (failure) {
    const kept = await caches.match("/");
    if (kept) return kept;
    throw failure;
  }
}

/** Built files carry a hash in their name, so that a kept one is never stale. */
async function part(request) {
  const hashed = new URL(request.url).pathname.startsWith("/assets/");
  const kept = hashed ? await caches.match(request) : undefined;
  if (kept) return kept;
  try {
    const answer = await fetch(request);
    if (answer.ok && answer.type === "basic") await keep(request, answer.clone());
    return answer;
  } catch (failure) {
    const old = await caches.match(request);
    if (old) return old;
    throw failure;
  }
}

async function keep(request, answer) {
  const cache = await caches.open(FRAME);
  await cache.put(request, answer);
}
