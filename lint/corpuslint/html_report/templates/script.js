"use strict";
// The page says all that matters without this file. Text of the corpus reaches the page as text nodes, or as markup
// that the report's own templates have escaped; nothing is fetched.
(() => {
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const list = byId("list").tBodies[0];
  const view = byId("records");
  const STEP = 100;
  let more = null; // what was packed, once it is open
  let rows = null; // numbers of the records that match, from 0
  let drawn = 0;

  root.classList.add("scripted");
  document.querySelector(".tools").hidden = false;

  // ---- colours
  const THEMES = ["auto", "light", "dark"];
  const remember = (name) => { try { localStorage.setItem("corpuslint-theme", name); } catch { /* a file may not */ } };
  const remembered = () => { try { return localStorage.getItem("corpuslint-theme"); } catch { return null; } };
  const setTheme = (name) => {
    if (name === "auto") delete root.dataset.theme; else root.dataset.theme = name;
    byId("theme").querySelector("span").textContent = name;
  };
  const nextTheme = () => {
    const name = THEMES[(THEMES.indexOf(root.dataset.theme || "auto") + 1) % THEMES.length];
    setTheme(name);
    remember(name);
  };
  setTheme(THEMES.includes(remembered()) ? remembered() : "auto");
  byId("theme").addEventListener("click", nextTheme);

  // ---- views: the hash says what is shown
  const asked = () => { try { return decodeURIComponent(location.hash.slice(1)); } catch { return ""; /* as of #% */ } };
  const show = () => {
    const id = asked() || "overview";
    const target = byId(id) || byId("overview");
    const section = target.closest(".view") || byId("overview");
    const article = target.closest(".reading article");
    document.querySelectorAll(".view").forEach((one) => one.classList.toggle("current", one === section));
    document.querySelectorAll(".reading article.current").forEach((one) => one.classList.remove("current"));
    view.classList.toggle("read", Boolean(article));
    if (article) article.classList.add("current");
    document.querySelectorAll("nav a").forEach((link) => {
      if (link.hash === `#${section.id}`) link.setAttribute("aria-current", "page"); else link.removeAttribute("aria-current");
    });
    for (let up = target; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
    if (target === section) window.scrollTo(0, 0); else target.scrollIntoView({ block: article === target ? "start" : "center" });
    if (location.hash) target.focus({ preventScroll: true });
  };
  window.addEventListener("hashchange", show);

  // ---- what is packed: the markup of further records, sources and pairs, and the columns of the index
  const unpack = async (text) => {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return JSON.parse(await new Response(stream).text());
  };
  const nodes = (markup, selector) => [...new DOMParser().parseFromString(markup, "text/html").querySelectorAll(selector)];
  const take = (packed) => {
    byId("reading").append(...nodes(packed.records, "article"));
    byId("pairs").append(...nodes(packed.pairs, "article"));
    document.querySelectorAll("button.rest").forEach((button) => {
      button.hidden = false;
      button.addEventListener("click", () => {
        byId(button.dataset.table).tBodies[0].append(...nodes(packed.sources[button.dataset.table], "tr"));
        button.remove();
      });
    });
    more = packed.index;
    option(byId("f-code"), more.codes);
    option(byId("f-source"), more.sources.filter(Boolean).sort());
    byId("filters").hidden = false;
  };
  const option = (select, names) => names.forEach((name) => select.append(element("option", name)));
  const element = (tag, text, name) => {
    const made = document.createElement(tag);
    if (text !== undefined) made.textContent = text;
    if (name) made.className = name;
    return made;
  };
  const number = (value) => value.toLocaleString("en-US");

  // ---- the list of records
  const match = () => {
    const [text, verdict, code, source] = ["text", "verdict", "code", "source"].map((name) => byId(`f-${name}`).value);
    const wanted = text.toLowerCase();
    const at = [more.codes.indexOf(code), more.sources.indexOf(source)];
    rows = more.places.map((_, row) => row).filter((row) =>
      (!verdict || more.verdicts[row] === verdict[0]) &&
      (!code || more.found[row].includes(at[0])) &&
      (!source || more.from[row] === at[1]) &&
      (!wanted || `${more.places[row]} ${more.ids[row]} ${more.sources[more.from[row]]}`.toLowerCase().includes(wanted)));
    list.replaceChildren();
    drawn = 0;
    draw();
  };
  const draw = () => {
    list.append(...rows.slice(drawn, drawn + STEP).map(line));
    drawn = Math.min(rows.length, drawn + STEP);
    byId("more").hidden = drawn === rows.length;
    const known = more.places.length < more.total ? `${number(more.places.length)} worst of ${number(more.total)}` : number(more.total);
    byId("matches").textContent = `${number(rows.length)} of the ${known} records match; showing ${number(drawn)}; ${number(more.readable)} can be read here`;
  };
  const line = (row) => {
    const made = element("tr");
    const place = element("th");
    place.scope = "row";
    const name = element("bdi", more.places[row]);
    name.dir = "auto";
    if (row < more.readable) {
      const link = element("a", undefined, "open");
      link.href = `#record-${row + 1}`;
      link.append(name);
      place.append(link);
    } else place.append(name);
    if (more.ids[row]) place.append(" ", element("bdi", more.ids[row], "soft"));
    const verdict = { k: "keep", r: "review", d: "drop" }[more.verdicts[row]];
    const said = element("td");
    said.append(element("span", verdict, `verdict ${verdict}`));
    const source = element("td");
    source.append(element("bdi", more.sources[more.from[row]]));
    const codes = element("td", undefined, "codes");
    more.found[row].forEach((at) => {
      const link = element("a", more.codes[at], "code");
      link.href = `#rule-${more.codes[at]}`;
      codes.append(link, " ");
    });
    made.append(element("td", number(row + 1), "n"), place, said, element("td", more.points[row], "n"), element("td", more.density[row], "n"),
      element("td", number(more.words[row]), "n"), source, codes);
    return made;
  };
  byId("filters").addEventListener("input", match);
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  byId("more").addEventListener("click", draw);

  // ---- tables that can be sorted
  document.querySelectorAll("table.sortable").forEach((table) => {
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      if (head.querySelector(".unseen")) return;
      const button = element("button", head.textContent);
      button.type = "button";
      head.replaceChildren(button);
      button.addEventListener("click", () => sort(table, head, column));
    });
  });
  const sort = (table, head, column) => {
    const down = head.getAttribute("aria-sort") ? head.getAttribute("aria-sort") === "ascending" : head.classList.contains("n");
    [...head.parentElement.cells].forEach((cell) => cell.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const value = (row) => {
      const cell = row.cells[column];
      if (!head.classList.contains("n")) return cell.textContent;
      return Number(cell.dataset.value ?? (cell.textContent.replace(/,/g, "").match(/^[-\d.]+/) || [-1])[0]);
    };
    const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
    const body = table.tBodies[0];
    const sorted = [...body.rows].map((row) => [value(row), row]).sort((a, b) => (down ? -1 : 1) * compare(a[0], b[0]));
    body.append(...sorted.map((pair) => pair[1]));
  };

  // ---- keys
  const go = (id) => { // at once: the event comes too late for the next key
    location.hash = id;
    show();
  };
  const step = (by) => {
    const articles = [...document.querySelectorAll(".view.current.read .reading article")];
    if (articles.length) {
      const next = articles[articles.findIndex((one) => one.classList.contains("current")) + by];
      if (next) go(next.id);
      return;
    }
    if (!view.classList.contains("current")) go("records");
    const links = [...list.querySelectorAll("a.open")];
    const at = links.indexOf(document.activeElement);
    links[Math.max(0, Math.min(links.length - 1, at + by))]?.focus();
  };
  const stepFinding = (by) => {
    const labels = [...document.querySelectorAll(".view.current.read article.current .text .label")];
    if (!labels.length) return;
    const at = labels.findIndex((label) => `#${label.id}` === location.hash);
    go(labels[at < 0 ? (by > 0 ? 0 : labels.length - 1) : (at + by + labels.length) % labels.length].id);
  };
  const keys = {
    j: () => step(1), k: () => step(-1), n: () => stepFinding(1), p: () => stepFinding(-1), t: nextTheme,
    u: () => go("records"),
    "?": () => byId("help").showModal(),
    "/": () => { go("records"); byId("f-text").focus(); },
  };
  byId("help-button").addEventListener("click", keys["?"]);
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, select, textarea, dialog");
    if (event.ctrlKey || event.metaKey || event.altKey || typing || !(event.key in keys)) return;
    event.preventDefault();
    keys[event.key]();
  });

  // ---- begin
  const packed = byId("packed");
  show();
  if (!packed) return;
  unpack(packed.textContent).then((opened) => { take(opened); match(); packed.remove(); show(); }, () => {
    root.classList.add("unpacked-not");
    byId("matches").append("; this browser cannot unpack the others");
  });
})();
