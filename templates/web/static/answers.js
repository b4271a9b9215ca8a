// "Check yourself": what a reader writes or chooses before the key is opened stays in this browser.
// The fields are part of the page: without script they can be filled in all the same, but are empty at the next visit.
"use strict";

const place = `textbook-answer:${location.pathname.split("/").pop()}#`;

function kept(name) {
  try { return localStorage.getItem(place + name) || ""; } catch { return ""; }
}

function keep(name, text) {
  try {
    if (text) localStorage.setItem(place + name, text);
    else localStorage.removeItem(place + name);
    return true;
  } catch {
    return false;
  }
}

for (const field of document.querySelectorAll("[data-answer]")) {
  const name = field.dataset.answer;
  if (field.type === "radio") {
    field.checked = kept(name) === field.value;
    field.addEventListener("change", () => keep(name, field.value));
    continue;
  }
  const told = document.createElement("span");
  told.setAttribute("role", "status");
  field.after(told);
  const least = field.rows;
  const grow = () => { field.rows = Math.max(least, field.value.split("\n").length, Math.ceil(field.value.length / 60)); };
  field.value = kept(name);
  field.addEventListener("input", () => {
    grow();
    told.textContent = keep(name, field.value) ? "" : "This browser keeps nothing: copy your answer before you leave the page.";
  });
  grow();
}
