// Choose from a timeline by chapter, kind and words. Without script it is the plain list.
"use strict";

for (const list of document.querySelectorAll("dl.fact-timeline")) {
  const events = [...list.querySelectorAll(":scope > dt")].map((date) => {
    const text = date.nextElementSibling;
    const link = text.querySelector(".fact-where a");
    return {
      parts: [date, text],
      chapter: (link?.getAttribute("href") || "").split("#")[0],
      kind: text.querySelector(".fact-kind")?.textContent || "",
      words: `${date.textContent} ${text.textContent}`.toLowerCase(),
    };
  });
  if (events.length < 8) continue; // a short one is seen at a glance

  const titles = new Map();
  for (const link of document.querySelectorAll(".web-contents a")) {
    titles.set(link.getAttribute("href").split("#")[0], link.textContent);
  }
  const choice = document.createElement("form");
  choice.className = "timeline-choice";
  choice.setAttribute("role", "search");
  choice.setAttribute("aria-label", "Choose events");

  function field(label, control) {
    const made = document.createElement("label");
    made.append(label, control);
    choice.append(made);
    control.addEventListener("input", show);
    return control;
  }

  function select(values, name) {
    const made = document.createElement("select");
    made.append(new Option("All", ""), ...values.map((value) => new Option(name(value), value)));
    return made;
  }

  const inOrder = (name) => [...new Set(events.map((event) => event[name]))].filter(Boolean);
  const contents = [...titles.keys()];
  const chapters = inOrder("chapter").sort((one, other) => contents.indexOf(one) - contents.indexOf(other));
  const kinds = inOrder("kind").sort((one, other) => one.localeCompare(other));
  const chapter = field("Chapter", select(chapters, (value) => titles.get(value) || value));
  const kind = field("Kind", select(kinds, (value) => value));
  const words = field("Words", Object.assign(document.createElement("input"), { type: "search" }));
  const told = document.createElement("p");
  told.setAttribute("role", "status");
  choice.append(told);
  choice.addEventListener("submit", (event) => event.preventDefault());

  function show() {
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const event of events) {
      const fits =
        (!chapter.value || event.chapter === chapter.value) &&
        (!kind.value || event.kind === kind.value) &&
        wanted.every((word) => event.words.includes(word));
      for (const part of event.parts) part.hidden = !fits;
      shown += fits;
    }
    told.textContent = `${shown} of ${events.length} events`;
  }

  list.before(choice);
  show();
}
