// Light or dark, the contents on a small screen, and which section one is in. The book can be read without it.
"use strict";

const LOOKS = { auto: "Colours: automatic", light: "Colours: light", dark: "Colours: dark" };
const root = document.documentElement;

function remember(look) {
  try { localStorage.setItem("textbook-look", look); } catch { /* a reader may forbid it */ }
}

const switcher = document.querySelector(".web-look");
if (switcher) {
  const order = Object.keys(LOOKS);
  const show = (look) => { root.dataset.look = look; switcher.textContent = LOOKS[look]; };
  show(LOOKS[root.dataset.look] ? root.dataset.look : "auto");
  switcher.hidden = false;
  switcher.addEventListener("click", () => {
    const next = order[(order.indexOf(root.dataset.look) + 1) % order.length];
    show(next);
    remember(next);
  });
}

// On a small screen the contents lie over the page while they are the target: Escape closes them.
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && location.hash === "#contents") {
    location.hash = "#main";
    document.querySelector(".web-open")?.focus();
  }
});

// Marks in the contents the section that is being read.
const links = new Map();
for (const link of document.querySelectorAll(".web-contents .current a[href^='#']")) {
  const section = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (section) links.set(section, link);
}
if (links.size && "IntersectionObserver" in window) {
  const seen = new Set();
  const watch = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) seen.add(target);
      else seen.delete(target);
    }
    const here = [...links.keys()].find((section) => seen.has(section));
    for (const [section, link] of links) link.classList.toggle("here", section === here);
  }, { rootMargin: "-10% 0px -60% 0px" });
  for (const section of links.keys()) watch.observe(section);
}

// A table that is wider than the screen can be scrolled by the keyboard too.
function seeToTable(box) {
  const wider = box.scrollWidth > box.clientWidth + 1;
  for (const [name, value] of [["tabindex", "0"], ["role", "group"], ["aria-label", "Table, scrolls sideways"]]) {
    if (wider) box.setAttribute(name, value);
    else box.removeAttribute(name);
  }
}
const boxes = document.querySelectorAll(".table-box");
for (const box of boxes) seeToTable(box);
window.addEventListener("resize", () => boxes.forEach(seeToTable));
