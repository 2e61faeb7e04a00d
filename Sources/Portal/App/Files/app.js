// What pages do more where scripts run: register the worker of the app, and on the page about this device
// let the reader choose. Every page works without it.
"use strict";

if ("serviceWorker" in navigator) {
  navigator.serviceWorker.register("/sw.js").catch((refused) => {
    console.info("Peil: without an app on this browser", refused.name);
  });
}

let installing = null;

addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  installing = event;
  show("app-installeren");
});

// Installed, the list is kept from the start: who puts the box on a home screen has a device of their own.
addEventListener("appinstalled", () => tellWorker("bewaar-lijst"));

addEventListener("DOMContentLoaded", () => {
  if (document.getElementById("dit-apparaat")) startDevicePage();
});

function show(id) {
  const part = document.getElementById(id);
  if (part) part.hidden = false;
  return part;
}

function hide(id) {
  const part = document.getElementById(id);
  if (part) part.hidden = true;
}

async function tellWorker(word) {
  const registration = await navigator.serviceWorker.ready;
  registration.active.postMessage(word);
}

async function startDevicePage() {
  onClick("app-installeren", () => installing && installing.prompt());
  if (!("serviceWorker" in navigator)) return show("melding-niet-mogelijk");
  await startListChoice();
  if (!("PushManager" in window) || !("Notification" in window)) return show("melding-niet-mogelijk");
  if (Notification.permission === "denied") return show("melding-geweigerd");
  await startPushChoice();
}

function onClick(id, act) {
  document.getElementById(id).querySelector("button").addEventListener("click", act);
}

async function startListChoice() {
  const isKept = await caches.has("peil-keuze");
  show(isKept ? "lijst-uit" : "lijst-aan");
  onClick("lijst-aan", () => chooseList("bewaar-lijst", "lijst-uit", "lijst-aan"));
  onClick("lijst-uit", () => chooseList("verwijder-lijst", "lijst-aan", "lijst-uit"));
}

async function chooseList(word, shown, hidden) {
  await tellWorker(word);
  hide(hidden);
  const part = show(shown);
  part.querySelector("button").focus();
}

async function startPushChoice() {
  const registration = await navigator.serviceWorker.ready;
  const subscription = await registration.pushManager.getSubscription();
  const mark = subscription && (await fingerprint(subscription.endpoint));
  const here = mark && document.querySelector(`[data-device="${mark}"]`);
  if (here) {
    here.querySelector(".device-list__here").hidden = false;
    here.addEventListener("submit", () => subscription.unsubscribe());
    return;
  }
  const form = show("melding-aan");
  form.addEventListener("submit", (event) => subscribe(event, form, registration));
}

async function subscribe(event, form, registration) {
  event.preventDefault();
  hide("melding-mislukt");
  if ((await Notification.requestPermission()) !== "granted") {
    hide("melding-aan");
    return show("melding-geweigerd");
  }
  try {
    const subscription = await registration.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: form.elements.sleutel.value,
    });
    const { endpoint, keys } = subscription.toJSON();
    form.elements.adres.value = endpoint;
    form.elements.p256dh.value = keys.p256dh;
    form.elements.auth.value = keys.auth;
    form.submit();
  } catch (unreachable) {
    show("melding-mislukt");
  }
}

// As the server has it: the SHA-256 of the address, in hexadecimal digits.
async function fingerprint(address) {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(address));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
