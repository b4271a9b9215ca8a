// "Check yourself": a place to answer each question before its key is opened. What is written stays in this browser.
// Without script the question and its key are there, to be answered on paper; answers kept before are not touched.
"use strict";

const place = `textbook-answer:${location.pathname.split("/").pop()}#`;

function kept(id) {
  try { return localStorage.getItem(place + id) || ""; } catch { return ""; }
}

function keep(id, text) {
  try {
    if (text) localStorage.setItem(place + id, text);
    else localStorage.removeItem(place + id);
    return true;
  } catch {
    return false;
  }
}

for (const question of document.querySelectorAll(".ap-check-yourself .fact-question[id]")) {
  const key = question.querySelector("details") || question.nextElementSibling;
  if (!key || key.tagName !== "DETAILS") continue;
  const label = document.createElement("label");
  const field = document.createElement("textarea");
  const told = document.createElement("span");
  label.className = "answer-here";
  field.rows = 2;
  field.value = kept(question.id);
  told.setAttribute("role", "status");
  label.append("Your answer", field);
  const grow = () => { field.rows = Math.max(2, field.value.split("\n").length, Math.ceil(field.value.length / 60)); };
  field.addEventListener("input", () => {
    grow();
    told.textContent = keep(question.id, field.value) ? "" : "This browser keeps nothing: copy your answer before you leave the page.";
  });
  grow();
  key.before(label, told);
}
