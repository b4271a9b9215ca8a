// Pop-ups that explain terms, people, events and cited works when a link to them is hovered, focused or tapped.
// WCAG 1.4.13: Escape closes one, the pointer may go into it, and it stays until pointer and focus have left.
// Without script the link leads there all the same.
"use strict";

const LINGER = 250; // milliseconds until one opens under the pointer, and until it closes behind it
const explained = JSON.parse(document.getElementById("explained")?.textContent || "{}");
const note = document.createElement("div");
note.className = "web-note";
note.id = "web-note";
note.setAttribute("role", "tooltip");
note.hidden = true;
document.body.append(note);

let owner = null; // the link whose pop-up is open
let timer = 0;

function paragraph(name, text) {
  const made = document.createElement("p");
  made.className = `web-note-${name}`;
  made.textContent = text;
  return made;
}

function open(link, byTouch) {
  clearTimeout(timer);
  close();
  const [kind, title, text, place] = explained[link.getAttribute("href")];
  note.replaceChildren(paragraph("kind", kind));
  if (title) {
    const strong = document.createElement("strong");
    strong.textContent = title;
    const heading = paragraph("title", "");
    heading.append(strong);
    note.append(heading);
  }
  note.append(paragraph("text", text));
  const where = byTouch ? `Tap again to go ${place ? `to ${place}` : "there"}` : place;
  if (where) note.append(paragraph("place", where));
  note.hidden = false;
  owner = link;
  link.setAttribute("aria-describedby", note.id);
  const at = link.getClientRects()[0] || link.getBoundingClientRect();
  const room = document.documentElement.clientWidth - note.offsetWidth - 16;
  note.style.left = `${window.scrollX + Math.max(16, Math.min(at.left, room))}px`;
  const above = at.bottom + note.offsetHeight > window.innerHeight && at.top > note.offsetHeight;
  note.style.top = `${window.scrollY + (above ? at.top - note.offsetHeight : at.bottom)}px`;
}

function close() {
  clearTimeout(timer);
  owner?.removeAttribute("aria-describedby");
  owner = null;
  note.hidden = true;
}

function later(task) {
  clearTimeout(timer);
  timer = setTimeout(task, LINGER);
}

for (const link of document.querySelectorAll("#main a[href]:not(.fact-page, .headerlink)")) {
  if (!Object.hasOwn(explained, link.getAttribute("href"))) continue;
  let touched = false;
  link.removeAttribute("title"); // the pop-up says more
  link.addEventListener("pointerenter", (event) => { if (event.pointerType === "mouse") later(() => open(link, false)); });
  link.addEventListener("pointerleave", (event) => { if (event.pointerType === "mouse") later(close); });
  link.addEventListener("pointerdown", (event) => { touched = event.pointerType !== "mouse"; });
  link.addEventListener("focus", () => { if (!touched) open(link, false); });
  link.addEventListener("blur", () => { if (!note.matches(":hover")) close(); });
  link.addEventListener("click", (event) => {
    if (touched && owner !== link) {
      event.preventDefault();
      open(link, true);
    }
    touched = false;
  });
}

note.addEventListener("pointerenter", () => clearTimeout(timer));
note.addEventListener("pointerleave", () => { if (document.activeElement !== owner) later(close); });
document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
document.addEventListener("pointerdown", (event) => {
  if (owner && !note.contains(event.target) && !owner.contains(event.target)) close();
});
