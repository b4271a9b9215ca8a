// A page opened from a folder may not read other pages, so no lines of their text are shown below the results there.
if (window.location.protocol === "file:") DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false;

// Sphinx writes names of facts into its index as HTML and then shows them as text: "Cohen&#x27;s". They become text here.
const setIndex = Search.setIndex;
Search.setIndex = (index) => {
  const reader = document.createElement("textarea");
  const plain = (name) => { reader.innerHTML = name; return reader.value; };
  for (const facts of Object.values(index.objects)) for (const fact of facts) fact[4] = plain(fact[4]);
  setIndex(index);
};
