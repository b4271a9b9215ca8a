// A page opened from a folder may not read other pages, so no lines of their text are shown below the results there.
if (window.location.protocol === "file:") DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false;
