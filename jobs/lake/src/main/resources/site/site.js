/* Everything here is a comfort: each page says its numbers without it. No fetch and no modules, which browsers block on file:. */
"use strict";
(function () {
  const html = document.documentElement;
  const root = html.dataset.root || "";
  const korean = html.lang === "ko";
  const say = function (ko, en) { return korean ? ko : en; };

  /* Data files are scripts that call hub.put with their name; hub.load runs each once. */
  const waiting = new Map(), held = new Map();
  window.hub = {
    put: function (name, value) {
      held.set(name, value);
      for (const then of waiting.get(name) || []) then(value);
      waiting.delete(name);
    }
  };
  function load(name, then, failed) {
    if (held.has(name)) return then(held.get(name));
    if (waiting.has(name)) return void waiting.get(name).push(then);
    waiting.set(name, [then]);
    const script = document.createElement("script");
    script.src = root + "data/" + name + ".js";
    script.onerror = function () { waiting.delete(name); if (failed) failed(); };
    document.head.append(script);
  }
  function element(tag, attributes, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) made.setAttribute(name, value);
    made.append(...children);
    return made;
  }

  /* Tables sort by data-v where a cell has it, else by its text; numbers as numbers, – as the nothing that it says. */
  const collator = new Intl.Collator(html.lang, { numeric: true });
  function cellValue(row, i) {
    const cell = row.cells[i];
    if (cell.dataset.v !== undefined) return cell.dataset.v;
    const text = cell.textContent.trim();
    return text === "–" ? "" : text.replace(/,/g, "").replace(/^−/, "-");
  }
  function sort(table, th) {
    const i = th.cellIndex;
    const down = th.getAttribute("aria-sort") === "ascending";
    for (const other of th.parentNode.cells) other.removeAttribute("aria-sort");
    th.setAttribute("aria-sort", down ? "descending" : "ascending");
    const rows = Array.from(table.tBodies[0].rows);
    rows.sort(function (a, b) {
      const x = cellValue(a, i), y = cellValue(b, i);
      if (x === "" || y === "") return x === y ? 0 : x === "" ? 1 : -1; /* empty stays at the end either way */
      const nx = Number(x), ny = Number(y);
      const order = isNaN(nx) || isNaN(ny) ? collator.compare(x, y) : nx - ny;
      return down ? -order : order;
    });
    table.tBodies[0].append(...rows);
  }
  for (const table of document.querySelectorAll("table.sortable")) {
    for (const th of table.tHead.rows[0].cells) {
      const button = element("button", { type: "button" }, ...Array.from(th.childNodes));
      th.append(button);
      button.addEventListener("click", function () { sort(table, th); });
    }
  }

  /* The day picker leads to the nearest day that has data, and says so there. Who types a date is led on by Enter: it is
     a date, and another one, after each key. */
  const pick = document.querySelector(".pick");
  const MISSED = "snapshot-hub-missed-day";
  const remember = function (day) { try { sessionStorage.setItem(MISSED, day); } catch (e) { /* a browser may forbid it */ } };
  const tell = function () {
    try {
      const missed = sessionStorage.getItem(MISSED);
      sessionStorage.removeItem(MISSED);
      if (!missed) return;
      document.querySelectorAll(".missed").forEach(function (old) { old.remove(); });
      document.querySelector(".days").after(element("p", { "class": "notice missed", role: "status" },
        say(missed + "에는 자료가 없어 가장 가까운 날을 보입니다.", "There are no data of " + missed + "; this is the nearest day that has some.")));
    } catch (e) { /* a browser may forbid it */ }
  };
  if (pick) tell();
  if (pick) load("days", function (days) {
    const input = pick.querySelector("input");
    input.min = days[0];
    input.max = days[days.length - 1];
    pick.hidden = false;
    const go = function () {
      if (!input.value) return;
      const wanted = Date.parse(input.value);
      const nearest = days.reduce(function (a, b) {
        return Math.abs(Date.parse(b) - wanted) < Math.abs(Date.parse(a) - wanted) ? b : a;
      });
      if (nearest !== input.value) remember(input.value);
      if (nearest !== pick.dataset.day) location.href = pick.dataset.days + nearest + ".html";
      else tell();
    };
    let isTyped = false;
    input.addEventListener("keydown", function (event) {
      isTyped = event.key !== "Enter";
      if (!isTyped) go();
    });
    input.addEventListener("pointerdown", function () { isTyped = false; });
    input.addEventListener("change", function () { if (!isTyped) go(); });
  });

  /* Provinces of the map: choosing one, there or by its button, dims the others and filters the table of stations. */
  for (const bar of document.querySelectorAll(".provinces")) {
    const map = bar.parentNode.querySelector("svg");
    const stations = Array.from(map.querySelectorAll(".station"));
    const areas = Array.from(map.querySelectorAll(".area"));
    const rows = Array.from(document.querySelectorAll("table.stations tbody tr"));
    const names = new Map(stations.map(function (s) { return [s.dataset.region, s.dataset.name]; }));
    const buttons = [];
    const page = element("a", { "class": "province" });
    let chosen = "";
    const choose = function (region) {
      chosen = region;
      for (const s of stations) s.classList.toggle("off", region !== "" && s.dataset.region !== region);
      for (const a of areas) a.classList.toggle("chosen", a.dataset.region === region);
      for (const row of rows) row.hidden = region !== "" && row.dataset.region !== region;
      for (const b of buttons) b.setAttribute("aria-pressed", String(b.value === region));
      page.hidden = region === "";
      page.href = bar.dataset.pages + region + ".html";
      page.textContent = say(names.get(region) + " 자세히 →", names.get(region) + " in detail →");
    };
    for (const [region, name] of [["", bar.dataset.all]].concat(Array.from(names).sort())) {
      const button = element("button", { type: "button", value: region }, name);
      button.addEventListener("click", function () { choose(region); });
      buttons.push(button);
    }
    bar.append(...buttons, page);
    map.addEventListener("click", function (event) {
      const hit = event.target.closest("[data-region]");
      const region = hit ? hit.dataset.region : "";
      choose(region !== chosen && names.has(region) ? region : "");
    });
    map.classList.add("answers");
    choose("");
    bar.hidden = stations.length === 0;
    const named = function () { /* a link to #KR-45 chooses that province */
      const region = location.hash.slice(1);
      if (!names.has(region)) return;
      choose(region);
      document.getElementById(region).scrollIntoView({ block: "center" });
    };
    window.addEventListener("hashchange", named);
    named();
  }

  /* A chart wider than a phone begins with its newest days. */
  for (const across of document.querySelectorAll(".across")) across.scrollLeft = across.scrollWidth;

  /* From a station's number to its readings, and from a reading to the page it was read on. */
  function link(url) {
    if (!/^https?:\/\//.test(url)) return url;
    return element("a", { href: url, rel: "noreferrer nofollow" }, url);
  }
  /* Days and hours are those of Korea on every page; the archive says the moment in UTC. */
  function moment(utc) {
    const korea = new Date(Date.parse(utc) + 9 * 3600 * 1000);
    return korea.toISOString().slice(0, 19).replace("T", " ") + " KST (" + utc + ")";
  }
  function range(page) {
    if (!page.length) return page.offset;
    return page.offset + "–" + (Number(page.offset) + Number(page.length) - 1) + " (" + page.length + say("바이트", " bytes") + ")";
  }
  function source(page, extractor) {
    const list = element("dl");
    const line = function (label, value) {
      if (value !== undefined && value !== null && value !== "") list.append(element("dt", {}, label), element("dd", {}, value));
    };
    line(say("페이지", "Page"), element("code", {}, page.id));
    line("URL", page.url ? link(page.url) : say("알 수 없음", "unknown"));
    line(say("수집 시각", "Captured"), page.time ? moment(page.time) : say("알 수 없음", "unknown"));
    line(say("원본", "Archive"), page.archive);
    line(say("바이트 범위", "Byte range"), page.offset === undefined ? say("파일 전체", "the whole file") : range(page));
    line(say("문자 집합", "Charset"), page.charset && page.charset + (page.charsetSource ? " (" + page.charsetSource + ")" : ""));
    line(say("추출기", "Extractor"), extractor);
    return list;
  }
  function trace(table, row, button) {
    const open = document.getElementById("readings");
    const close = function () {
      document.getElementById("readings").remove();
      button.setAttribute("aria-expanded", "false");
      button.focus();
    };
    if (open && open.dataset.station === row.dataset.station) return close();
    if (open) open.remove();
    for (const b of table.querySelectorAll("button.trace")) b.setAttribute("aria-expanded", String(b === button));
    load("readings/" + table.dataset.day, function (day) {
      const readings = day.readings.filter(function (r) { return String(r[0]) === row.dataset.station; });
      const body = element("tbody");
      const pages = new Map();
      for (const r of readings) {
        const word = function (i) { return day.words[r[i]]; };
        pages.set(r[7], word(9));
        body.append(element("tr", {},
          element("td", {}, r[1] === null ? say("시각 모름", "hour unknown") : r[1] + say("시", ":00")),
          element("td", { "class": "num mean" + (r[4] ? " inferred" : "") }, r[2].replace("-", "−")),
          element("td", {}, word(3) || ""),
          element("td", {}, r[4] ? say("순서로 추정", "inferred from order") : say("이름", "by name")),
          element("td", { "class": "num" }, String(r[6])),
          element("td", {}, element("code", {}, r[8]), r[5] ? " " + say("다른 페이지와 엇갈림", "conflicts with another page") : "")));
      }
      const head = element("tr");
      for (const [label, style] of [[say("시각", "Hour"), ""], ["℃", "num"], [say("하늘", "Sky"), ""],
        [say("확인", "Identified"), ""], [say("페이지 n", "Pages n"), "num"], [say("인쇄된 그대로", "As printed"), ""]]) {
        head.append(element("th", { scope: "col", "class": style }, label));
      }
      const panel = element("section", { id: "readings", "class": "readings", tabindex: "-1", "data-station": row.dataset.station },
        element("h3", {}, row.cells[1].textContent + " · " + table.dataset.day + " · n=" + readings.length),
        element("div", { "class": "scroll" }, element("table", {}, element("thead", {}, head), body)));
      for (const [place, extractor] of pages) panel.append(source(day.pages[place], extractor));
      const closing = element("button", { type: "button", "class": "close" }, say("닫기", "Close"));
      closing.addEventListener("click", close);
      panel.append(closing);
      const old = document.getElementById("readings");
      if (old) old.remove();
      table.parentNode.after(panel);
      panel.focus({ preventScroll: true });
      panel.scrollIntoView({ block: "nearest" });
    }, function () { button.disabled = true; });
  }
  for (const table of document.querySelectorAll("table.stations")) {
    for (const row of table.tBodies[0].rows) {
      const cell = row.querySelector(".readings-of");
      const button = element("button", { type: "button", "class": "trace", "aria-expanded": "false",
        "aria-label": row.cells[1].textContent + " " + say("관측값과 출처", "readings and sources") }, cell.textContent);
      cell.replaceChildren(button);
      button.addEventListener("click", function () { trace(table, row, button); });
    }
  }

  /* The list of cases: the page holds the newest, the rest comes when someone searches. */
  const find = document.getElementById("find");
  if (find) {
    const list = document.querySelector("#list .cases");
    const first = Array.from(list.children);
    const firstOf = document.getElementById("first");
    const pieces = Number(find.dataset.pieces);
    const shownAtOnce = 50;
    const item = function (c) {
      const bdi = function (text) { return element("bdi", { lang: "ko" }, text); };
      const facts = element("p", { "class": "facts" },
        element("span", { "class": "tag " + c.statusCss }, c.status), element("span", { "class": "tag topic" }, c.topic));
      if (c.organisation) facts.append(element("span", {}, say("기관 ", "By "), bdi(c.organisation)));
      if (c.region) facts.append(element("span", {}, say("적용 지역 ", "Where ") + c.region));
      facts.append(element("span", {}, say("규칙 확신도 ", "rule confidence ") + c.confidence));
      const origin = element("p", { "class": "source" });
      if (c.article) origin.append(element("cite", {}, bdi(c.article)));
      if (c.outlets) origin.append(element("span", {}, c.outlets));
      origin.append(element("span", c.date && !c.inexact ? {} : { "class": "unknown" }, c.date || say("날짜 확인 안 됨", "date not certain")));
      for (const [url, safe] of c.links) {
        origin.append(safe ? element("a", { href: url, rel: "noreferrer nofollow" }, say("원문", "source")) : element("code", {}, url));
      }
      if (!c.links.length) origin.append(element("span", { "class": "unknown" }, say("주소 없음", "no address")));
      return element("li", {}, element("h3", {}, bdi(c.title)), facts, element("blockquote", {}, bdi(c.evidence)), origin);
    };
    /* One form for what looks alike: a Mac may send letters in parts, and Koreans part words as they like. */
    const plain = function (text) { return text.normalize("NFKC").toLowerCase().replace(/\s+/g, ""); };
    const show = function (all) {
      const words = find.elements.q.value.split(/\s+/).map(plain).filter(Boolean);
      const topic = find.elements.topic.value;
      const hits = all.filter(function (c) {
        if (topic && c.topic !== topic) return false;
        c.plain = c.plain || [c.title, c.evidence, c.organisation, c.region, c.article, c.topic, c.status, c.outlets, c.date].map(plain).join("\n");
        return words.every(function (w) { return c.plain.includes(w); });
      });
      list.replaceChildren(...hits.slice(0, shownAtOnce).map(item));
      find.elements.found.textContent = hits.length + "/" + all.length
        + (hits.length > shownAtOnce ? say(" · 처음 ", " · first ") + shownAtOnce : "");
    };
    const search = function () {
      const isAsked = Boolean(find.elements.q.value.trim() || find.elements.topic.value);
      if (firstOf) firstOf.hidden = isAsked;
      if (!isAsked) {
        list.replaceChildren(...first);
        find.elements.found.textContent = "";
        return;
      }
      const loaded = new Array(pieces);
      let missing = pieces;
      for (let i = 0; i < pieces; i++) {
        load("cases-" + html.lang + "/" + i, function (rows) {
          loaded[i] = rows;
          if (--missing === 0) show(loaded.flat());
        }, function () { find.elements.found.textContent = say("목록 파일을 읽지 못했습니다.", "The list could not be loaded."); });
      }
    };
    let pause;
    find.addEventListener("input", function () { clearTimeout(pause); pause = setTimeout(search, 150); });
    find.addEventListener("submit", function (event) { event.preventDefault(); search(); });
    find.hidden = false;
  }
})();
