/**
 * Starts the interface in a browser while the hub is away: keeps the files of one build and gives them out when the
 * hub cannot. The build puts two lines before this file: `version`, which changes with every file, and `files`, the
 * paths to keep. Documents and records are not kept here; the page has its own sealed places for them.
 *
 * - Pages come from the hub if it answers soon, so that a new build shows at the next load; else from here.
 * - Files whose names carry their hash come from here first, since they never change.
 * - Other files come from the hub first: another build may mean another file by the same name.
 * - Everything else (the hub's own addresses, anything that is not a plain GET) is left alone.
 */

/* global version, files */

const cacheName = `shell-${version}`;
const kept = new Set(files);
const page = '/index.html';

/** Addresses that the hub answers with the page; see its `surfacePath`. */
const pagePath = /^\/(?:chair|clerk|screen|seat(?:\/[A-Za-z]{1,2}[0-9]{2})?)?\/?$/;
const hashedName = /^\/assets\/.+-[A-Za-z0-9_-]{8}\.[a-z0-9]+$/;

/** A hub that has not answered for so long is away, and is not asked again for a while. In milliseconds. */
const patienceMs = 2_500;
const awayMs = 15_000;
let awayUntil = 0;

self.addEventListener('install', (event) => {
  event.waitUntil(keepAll());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropFormerBuilds());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    if (pagePath.test(url.pathname)) event.respondWith(hubFirst(request, page));
  } else if (kept.has(url.pathname)) {
    event.respondWith(
      hashedName.test(url.pathname) ? keptFirst(request, url.pathname) : hubFirst(request, url.pathname),
    );
  }
});

async function keepAll() {
  const cache = await caches.open(cacheName);
  // Whatever of it the browser already has from the same build need not travel again.
  await cache.addAll(
    files.map((path) => new Request(path, { cache: hashedName.test(path) ? 'default' : 'no-cache' })),
  );
}

async function dropFormerBuilds() {
  const names = await caches.keys();
  const former = names.filter((name) => name.startsWith('shell-') && name !== cacheName);
  await Promise.all(former.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function hubFirst(request, path) {
  const fromHere = () => caches.open(cacheName).then((cache) => cache.match(path));
  if (Date.now() < awayUntil) return (await fromHere()) ?? fetch(request);
  try {
    return await fetch(request, { signal: AbortSignal.timeout(patienceMs) });
  } catch (reason) {
    awayUntil = Date.now() + awayMs;
    const answer = await fromHere();
    if (answer === undefined) throw reason;
    return answer;
  }
}

async function keptFirst(request, path) {
  const cache = await caches.open(cacheName);
  return (await cache.match(path)) ?? fetch(request);
}
