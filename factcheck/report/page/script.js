"use strict";
(() => {
  const PAGE = 25;
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const cards = all(".card");
  const groups = all(".group");
  const form = one("#filters form");
  const whole = new Set(); // groups that are shown whole
  const searched = new Map(); // what a card says, folded, for the search
  const make = (name, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  // -- filters ------------------------------------------------------------------------------------------------------

  const said = (card) => {
    if (!searched.has(card)) searched.set(card, card.textContent.toLowerCase());
    return searched.get(card);
  };

  const fits = (card, wanted) =>
    Object.entries(wanted).every(([name, value]) =>
      name === "words"
        ? value.toLowerCase().split(/\s+/).every((word) => said(card).includes(word))
        : card.dataset[name].split(" ").includes(value));

  const wishes = () =>
    Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value));

  const counted = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;

  const show = () => {
    const wanted = wishes();
    let shown = 0;
    for (const group of groups) {
      const fitting = all(".card", group).filter((card) => {
        const fit = fits(card, wanted);
        card.hidden = !fit;
        return fit;
      });
      const rest = one(".rest", group);
      const limit = whole.has(group) ? fitting.length : PAGE;
      fitting.slice(limit).forEach((card) => { card.hidden = true; });
      rest.hidden = fitting.length <= limit;
      rest.textContent = `Show ${counted(fitting.length - limit, "more finding")}`;
      group.hidden = !fitting.length;
      const count = one(".count", group);
      const total = count.dataset.total;
      count.textContent = fitting.length === Number(total) ? total : `${fitting.length} of ${total}`;
      shown += fitting.length;
    }
    one("#none").hidden = shown > 0;
    one("#shown").textContent = shown === cards.length ? counted(shown, "finding") : `${shown} of ${counted(cards.length, "finding")}`;
    return wanted;
  };

  const keep = (wanted) => {
    const hash = new URLSearchParams(wanted).toString();
    history.replaceState(null, "", hash ? `#?${hash}` : location.href.split("#")[0]);
  };

  const restore = () => {
    const kept = new URLSearchParams(location.hash.slice(2));
    for (const [name, value] of kept) {
      if (form.elements[name]) form.elements[name].value = value;
    }
  };

  if (form) {
    const filters = one("#filters");
    filters.hidden = false;
    filters.open = matchMedia("(min-width: 66rem)").matches;
    if (location.hash.startsWith("#?")) restore();
    show();
    ["input", "change"].forEach((event) => form.addEventListener(event, () => keep(show())));
    form.addEventListener("reset", () => setTimeout(() => keep(show())));
    form.addEventListener("submit", (event) => event.preventDefault());
    groups.forEach((group) => one(".rest", group).addEventListener("click", () => {
      const first = all(".card", group).find((card) => card.hidden && fits(card, wishes()));
      whole.add(group);
      show();
      one("summary", first).focus();
    }));
    const fold = one("#fold");
    fold.addEventListener("click", () => {
      const open = fold.textContent === "Unfold all";
      cards.filter((card) => !card.hidden).forEach((card) => { card.open = open; });
      fold.textContent = open ? "Fold all" : "Unfold all";
    });
  }

  // -- links to what is folded or filtered away -----------------------------------------------------------------------

  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!target) return;
    const card = target.closest(".card");
    if (card && card.hidden) {
      form.reset();
      whole.add(card.closest(".group"));
      show();
    }
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    target.scrollIntoView({ block: card ? "start" : "center" });
    const focused = target.matches("details") ? one("summary", target) : target;
    focused.focus({ preventScroll: true });
  };
  addEventListener("hashchange", reveal);
  reveal();

  // -- two articles side by side --------------------------------------------------------------------------------------

  const dialog = one("#compare");

  // The passages of a finding in order of its values: where each stands, and how to name it.
  const passages = (card) =>
    all(".side", card).flatMap((side) => {
      const value = one("h5", side).firstChild.textContent.trim();
      return all("a.place", side).map((place) => ({
        anchor: place.hash.slice(1), article: place.dataset.article, label: `${value} · ${place.textContent}`, side,
      }));
    });

  const text = (passage, number) => {
    const source = one(`#a${passage.article} > .text`);
    if (!source) return make("p", { textContent: "The page does not hold this article's text." });
    const copy = source.cloneNode(true);
    copy.tabIndex = 0;
    for (const mark of all("mark", copy)) {
      const key = mark.dataset.f.split(" ").find((one) => one.startsWith(`${number}.`));
      if (key) mark.className = `on c${key.split(".")[1]}`;
      if (mark.id === passage.anchor) mark.classList.add("here");
      mark.removeAttribute("id");
    }
    return copy;
  };

  const pane = (choices, chosen, number) => {
    const menu = make("select", { ariaLabel: "Passage" }, ...choices.map((choice, index) => new Option(choice.label, index)));
    const head = make("header", {}, menu);
    const element = make("section", { className: "pane" }, head);
    const fill = () => {
      const passage = choices[menu.value];
      const article = one(`#a${passage.article}`);
      const title = make("b", { textContent: one("h3", article).textContent });
      const meta = make("span", { className: "meta", textContent: one(".meta", article).textContent });
      head.replaceChildren(menu, title, meta);
      const copy = text(passage, number);
      element.replaceChildren(head, copy);
      const here = one(".here", copy);
      if (here) copy.scrollTop = here.offsetTop - copy.clientHeight / 3;
    };
    menu.value = chosen;
    menu.addEventListener("change", fill);
    return { element, fill };
  };

  const compare = (card) => {
    const choices = passages(card);
    const odd = all(".side", card)[card.dataset.odd];
    const right = Math.max(0, choices.findIndex((choice) => choice.side === odd));
    const elsewhere = (choice) => choice.side !== odd && choice.article !== choices[right].article;
    const left = [elsewhere, (choice) => choice.side !== odd, (choice, at) => at !== right, () => true]
      .map((wanted) => choices.findIndex(wanted)).find((at) => at >= 0);
    const panes = [left, right].map((chosen) => pane(choices, chosen, card.dataset.number));
    one("#compare-heading").textContent = one("h4", card).textContent;
    one(".panes", dialog).replaceChildren(...panes.map((made) => made.element));
    dialog.showModal();
    panes.forEach((made) => made.fill());
  };

  for (const button of all(".compare")) {
    const card = button.closest(".card");
    button.hidden = !one("a.place", card);
    button.addEventListener("click", () => compare(card));
  }
  one(".close", dialog).addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });

  // -- light and dark, and paper --------------------------------------------------------------------------------------

  const theme = one("#theme");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (document.documentElement.dataset.theme || (dark.matches ? "dark" : "light")) === "dark";
  const name = () => { theme.textContent = isDark() ? "Light colours" : "Dark colours"; };
  theme.hidden = false;
  theme.addEventListener("click", () => {
    document.documentElement.dataset.theme = isDark() ? "light" : "dark";
    name();
  });
  dark.addEventListener("change", name);
  name();

  let folded = [];
  addEventListener("beforeprint", () => {
    folded = all("details:not([open])").filter((fold) => !fold.hidden && !fold.matches(".filters, .article"));
    folded.forEach((fold) => { fold.open = true; });
  });
  addEventListener("afterprint", () => folded.forEach((fold) => { fold.open = false; }));
})();
