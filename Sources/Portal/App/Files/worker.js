// The worker of the installable app. The server puts a line before this one: `const peil = {…};`, with the
// addresses of the shell, the names of pages and the words.
//
// It keeps two things: the shell (style, pictures, the page for when there is no connection), which says
// nothing of anybody, and, where the reader chose so on this device, one page with the list of messages,
// without their texts. That page belongs to one session: any page that comes in for another session, or
// for nobody, removes it.
"use strict";

const SHELL = "peil-schil-" + peil.version;
const LIST = "peil-lijst";
const CHOICE = "peil-keuze";

// Higher each time the list is removed: a list that was being fetched meanwhile is not kept.
let removals = 0;

self.addEventListener("install", (event) => {
  event.waitUntil(fillShell().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(removeOldShells().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const request = event.request;
  const address = new URL(request.url);
  if (address.origin !== self.location.origin) return;
  if (request.mode === "navigate" && request.method === "GET") {
    event.respondWith(page(event));
  } else if (request.mode === "navigate") {
    if (address.pathname === peil.signOut) event.waitUntil(removeList());
  } else if (request.method === "GET" && peil.shell.includes(address.pathname)) {
    event.respondWith(fromShell(request));
  }
});

self.addEventListener("message", (event) => {
  if (event.data === "bewaar-lijst") event.waitUntil(keepList());
  if (event.data === "verwijder-lijst") event.waitUntil(dropChoice());
});

self.addEventListener("push", (event) => {
  event.waitUntil(tell(wordOf(event)));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(openBox());
});

async function fillShell() {
  const cache = await caches.open(SHELL);
  await cache.addAll(peil.shell.map((path) => new Request(path, { credentials: "omit", cache: "no-cache" })));
}

async function removeOldShells() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith("peil-") && ![SHELL, LIST, CHOICE].includes(name));
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function fromShell(request) {
  const kept = await caches.match(request, { cacheName: SHELL });
  return kept || fetch(request);
}

async function page(event) {
  let answer;
  try {
    answer = await fetch(event.request);
  } catch (noConnection) {
    return withoutConnection();
  }
  // An answer that leads elsewhere tells nothing: the browser comes back for that page.
  if (answer.type === "basic") event.waitUntil(follow(new URL(event.request.url).pathname, answer));
  return answer;
}

// What a page that came in means for the list: the list of another session goes, and a look at the box
// renews it.
async function follow(path, answer) {
  const session = answer.headers.get("Peil-Sessie");
  const kept = await keptList();
  if (kept && kept.headers.get("Peil-Sessie") !== session) await removeList();
  if (session && path === peil.box && (await caches.has(CHOICE))) await renewList(session);
}

async function renewList(session) {
  const before = removals;
  const answer = await fetch(peil.list, { credentials: "same-origin", redirect: "error", cache: "no-store" });
  const isOurs = answer.ok && (!session || answer.headers.get("Peil-Sessie") === session);
  const cache = await caches.open(LIST);
  if (isOurs && before === removals) await cache.put(peil.list, answer);
}

function keptList() {
  return caches.match(peil.list, { cacheName: LIST });
}

async function removeList() {
  removals += 1;
  await caches.delete(LIST);
}

async function keepList() {
  await caches.open(CHOICE);
  await renewList(null);
}

async function dropChoice() {
  await caches.delete(CHOICE);
  await removeList();
}

async function withoutConnection() {
  const kept = await keptList();
  if (kept) {
    // The session in which it was made is over by then, with or without a connection.
    if (Date.parse(kept.headers.get("Peil-Bewaren-Tot")) > Date.now()) return kept;
    await removeList();
  }
  return caches.match(peil.offline, { cacheName: SHELL });
}

// A push message that holds nothing readable still shows one line: browsers ask that, and something did come.
function wordOf(event) {
  try {
    const word = event.data.json();
    return typeof word === "object" && word !== null ? word : {};
  } catch (unreadable) {
    return {};
  }
}

function tell(word) {
  const text = (name) => (typeof word[name] === "string" && word[name] !== "" ? word[name] : peil.word[name]);
  return self.registration.showNotification(text("titel"), {
    body: text("tekst"),
    lang: text("taal"),
    tag: text("kenmerk"),
    icon: peil.icon,
    badge: peil.badge,
  });
}

// Who is not signed in any more gets the page to sign in from the box itself.
async function openBox() {
  const windows = await self.clients.matchAll({ type: "window" });
  for (const one of windows) {
    if ("navigate" in one) {
      await one.focus();
      return one.navigate(peil.box);
    }
  }
  return self.clients.openWindow(peil.box);
}
