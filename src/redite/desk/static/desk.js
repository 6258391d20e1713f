// The keys: j and k walk through a list, Enter opens, u takes the last correction back, / searches;
// a button with data-key has a key of its own (c confirms a verdict).
// Without this file every page works by links and forms.
"use strict";
(() => {
  const rows = () => [...document.querySelectorAll("[data-list] [data-open]")];
  let at = -1;

  function go(step) {
    const all = rows();
    if (!all.length) return;
    if (at >= 0 && all[at]) all[at].classList.remove("at");
    at = Math.max(0, Math.min(all.length - 1, at + step));
    const row = all[at];
    row.classList.add("at");
    const link = row.querySelector("a.open");
    if (link) link.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
  }

  function typing(target) {
    return target instanceof Element && target.closest("input, textarea, select, [contenteditable]");
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape" && typing(event.target)) {
      event.target.blur();
      return;
    }
    if (typing(event.target)) return;
    if (event.key === "j") go(1);
    else if (event.key === "k") go(-1);
    else if (event.key === "Enter") {
      const row = rows()[at];
      if (!row || event.target.closest("a, button, summary")) return;
      window.location.assign(row.dataset.open);
    } else if (event.key === "/") document.getElementById("find").focus();
    else if (event.key === "u") document.getElementById("undo-last").requestSubmit();
    else {
      const button = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
      if (!button) return;
      button.click();
    }
    event.preventDefault();
  });

  // On a narrow screen the filters begin folded.
  if (window.matchMedia("(max-width: 60rem)").matches) {
    for (const folded of document.querySelectorAll("details[data-narrow-closed]")) folded.open = false;
  }

  // A second click on what was opened in place closes it.
  document.addEventListener("htmx:beforeRequest", (event) => {
    const link = event.detail.elt;
    if (!link.matches("[data-toggle]")) return;
    const place = document.getElementById(link.getAttribute("aria-controls"));
    if (place && place.childElementCount) {
      place.replaceChildren();
      event.preventDefault();
    }
  });

  for (const zone of document.querySelectorAll("[data-drop]")) {
    const input = document.getElementById(zone.htmlFor);
    zone.addEventListener("dragover", (event) => {
      event.preventDefault();
      zone.classList.add("over");
    });
    zone.addEventListener("dragleave", () => zone.classList.remove("over"));
    zone.addEventListener("drop", (event) => {
      event.preventDefault();
      zone.classList.remove("over");
      input.files = event.dataTransfer.files;
    });
  }

  // A token that an older start of the desk gave is worth nothing: say so instead of doing nothing.
  document.addEventListener("htmx:responseError", (event) => {
    if (event.detail.xhr.status === 403) window.location.reload();
  });
})();
