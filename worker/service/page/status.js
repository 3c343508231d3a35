// Asks this server how it is and draws it.  Whatever comes from outside goes in as text; the
// articles come as a document that the server has written, in which no script can run.
"use strict";

const PERIOD_MS = 2000;
const SPAN_MS = 5 * 60 * 1000;
const WIDTH = 300;
const HEIGHT = 100;
const SVG = "http://www.w3.org/2000/svg";

const byId = (id) => document.getElementById(id);

function element(name, classes, text) {
  const made = document.createElement(name);
  if (classes) made.className = classes;
  if (text !== undefined) made.textContent = text;
  return made;
}

function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

// As many digits as a glance takes in.
function wording(value) {
  if (value === null) return "–";
  if (value >= 10000) return new Intl.NumberFormat("en", { notation: "compact", maximumSignificantDigits: 3 }).format(value);
  const digits = value === 0 || value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return new Intl.NumberFormat("en", { maximumFractionDigits: digits }).format(value);
}

// What happened between two samples; null where nothing did that could be measured.
const ratio = (part, whole, scale) => (whole > 0 ? (part / whole) * scale : null);
const perSecond = (name) => (a, b) => ratio(b[name] - a[name], b.at_ms - a.at_ms, 1000);

const CHARTS = [
  {
    title: "Throughput",
    lines: [
      { unit: "articles/s", value: perSecond("articles") },
      { unit: "meetings/s", value: perSecond("events") },
    ],
  },
  { title: "Behind the end of the topic", lines: [{ unit: "articles", value: (a, b) => b.behind, last: true }] },
  {
    title: "Latency",
    lines: [
      { unit: "s from article to events", value: (a, b) => ratio(b.delay_us - a.delay_us, b.delays - a.delays, 1e-6) },
      { unit: "s to commit a batch", value: (a, b) => ratio(b.deliver_us - a.deliver_us, b.batches - a.batches, 1e-6) },
    ],
  },
  { title: "Dead letters", lines: [{ unit: "in five minutes", value: (a, b) => b.dead_letters - a.dead_letters, sum: true }] },
];

function chartMake(chart) {
  const figure = element("figure", "chart");
  const now = element("div", "now");
  chart.lines.forEach((line, i) => {
    const key = i === 0 ? "a" : "b";
    line.figure = element("span", "", "–");
    const whole = element("span", "figure " + key + (chart.lines.length > 1 ? " key" : ""));
    whole.append(line.figure, element("span", "unit", line.unit));
    now.append(whole);
  });
  chart.svg = document.createElementNS(SVG, "svg");
  chart.svg.setAttribute("viewBox", `0 0 ${WIDTH} ${HEIGHT}`);
  chart.svg.setAttribute("preserveAspectRatio", "none");
  chart.svg.setAttribute("role", "img");
  chart.paths = {};
  for (const name of ["grid", "fill", "b", "a"]) {
    chart.paths[name] = document.createElementNS(SVG, "path");
    chart.paths[name].setAttribute("class", name);
    chart.svg.append(chart.paths[name]);
  }
  chart.paths.grid.setAttribute("d", `M0 0H${WIDTH}M0 ${HEIGHT / 2}H${WIDTH}M0 ${HEIGHT}H${WIDTH}`);
  chart.top = element("span");
  const scale = element("p", "scale");
  scale.append(element("span", "", "5 min ago"), chart.top, element("span", "", "now"));
  figure.append(element("figcaption", "", chart.title), now, chart.svg, scale);
  byId("charts").append(figure);
}

// The least of 1, 2, 5, 10 … that is no less than value.
function ceiling(value) {
  const power = 10 ** Math.floor(Math.log10(value || 1));
  return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= value) || 10 * power;
}

function pathOf(points, top) {
  let path = "";
  let pen = false;
  for (const [x, value] of points) {
    if (value === null) continue; // an idle second tells nothing: the line goes on to the next
    path += `${pen ? "L" : "M"}${x.toFixed(1)} ${(HEIGHT * (1 - value / top)).toFixed(1)}`;
    pen = true;
  }
  return pen && !path.includes("L") ? `${path}h0` : path; // one second told anything: a dot
}

function pointsOf(line, samples) {
  const end = samples.length ? samples[samples.length - 1].at_ms : 0;
  const points = [];
  for (let i = 1; i < samples.length; i++) {
    const x = WIDTH * (1 - (end - samples[i].at_ms) / SPAN_MS);
    points.push([x, line.value(samples[i - 1], samples[i])]);
  }
  return points;
}

// The figure beside the line: its sum, its last value, or the mean of its last seconds.
function figureOf(line, points) {
  const told = points.map((point) => point[1]).filter((value) => value !== null);
  if (told.length === 0) return null;
  if (line.sum) return told.reduce((sum, value) => sum + value, 0);
  const last = told.slice(line.last ? -1 : -10);
  return last.reduce((sum, value) => sum + value, 0) / last.length;
}

function chartDraw(chart, samples) {
  const drawn = chart.lines.map((line) => pointsOf(line, samples));
  const most = Math.max(0, ...drawn.flat().map((point) => point[1] || 0));
  const top = ceiling(most);
  const words = [];
  chart.lines.forEach((line, i) => {
    const figure = wording(figureOf(line, drawn[i]));
    setText(line.figure, figure);
    words.push(`${figure} ${line.unit}`);
    chart.paths[i === 0 ? "a" : "b"].setAttribute("d", pathOf(drawn[i], top));
  });
  const told = drawn[0].filter((point) => point[1] !== null);
  const area = told.length ? `${pathOf(told, top)}V${HEIGHT}H${told[0][0].toFixed(1)}Z` : "";
  chart.paths.fill.setAttribute("d", area);
  setText(chart.top, `top ${wording(top)}`);
  chart.svg.setAttribute("aria-label", `${chart.title}: ${words.join(", ")}; at most ${wording(most)} in the last five minutes`);
}

function lettersDraw(letters) {
  const key = (letter) => `${letter.topic} [${letter.partition}] @ ${letter.offset}`;
  const shown = letters.map(key).join("\n");
  byId("no-letters").hidden = letters.length > 0;
  if (byId("letters").dataset.shown === shown) return;
  byId("letters").dataset.shown = shown;
  byId("letters").replaceChildren(
    ...letters.map((letter) => {
      const item = element("li");
      const from = element("span", "from", `${key(letter)}, `);
      const time = element("time", "", new Date(letter.at_ms).toLocaleTimeString());
      time.dateTime = new Date(letter.at_ms).toISOString();
      from.append(time);
      item.append(element("span", "reason", letter.reason), element("span", "", letter.text), from);
      return item;
    })
  );
}

function stateDraw(status) {
  setText(byId("instance"), status.instance);
  setText(byId("topic"), status.topic);
  setText(byId("group"), status.group);
  setText(byId("partitions"), String(status.partitions));
  setText(byId("version"), status.version);
  setText(byId("commit"), status.last_commit_ms ? new Date(status.last_commit_ms).toLocaleTimeString() : "none yet");
  stateSay(status.ready ? "good" : "bad", status.reason);
  document.title = `${status.ready ? "●" : "○"} meetingd ${status.instance}`;
}

function stateSay(kind, text) {
  byId("state").className = `state ${kind}`;
  setText(byId("state"), text);
}

function samplesOf(status) {
  return status.samples.map((row) => Object.fromEntries(status.columns.map((name, i) => [name, row[i]])));
}

// Headings go one level down: here they stand under that of their section.
function headingsLower(story) {
  for (const [from, to] of [["h3", "h4"], ["h2", "h3"]]) {
    for (const heading of story.querySelectorAll(from)) {
      const lower = element(to);
      for (const attribute of heading.attributes) lower.setAttribute(attribute.name, attribute.value);
      lower.append(...heading.childNodes);
      heading.replaceWith(lower);
    }
  }
  return story;
}

// New articles come on top and the oldest go; those that stay are left alone, and so is a reader.
function recentDraw(page) {
  const stories = [...page.querySelectorAll("article.story")];
  const list = byId("recent");
  byId("no-recent").hidden = stories.length > 0;
  if (list.matches(":hover, :focus-within")) return;
  const wanted = new Set(stories.map((story) => story.id));
  for (const story of [...list.children]) if (!wanted.has(story.id)) story.remove();
  for (const story of stories.reverse()) {
    if (!document.getElementById(story.id)) list.prepend(headingsLower(document.importNode(story, true)));
  }
}

function recentAsk() {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("GET", "/recent");
    request.responseType = "document";
    request.onload = () => (request.response ? resolve(request.response) : reject(new Error("no page")));
    request.onerror = () => reject(new Error("no answer"));
    request.send();
  });
}

let paused = false;
let answered = new Date();

async function look() {
  try {
    const response = await fetch("/status.json");
    const status = await response.json();
    const page = await recentAsk();
    if (!paused) {
      stateDraw(status);
      const samples = samplesOf(status);
      for (const chart of CHARTS) chartDraw(chart, samples);
      lettersDraw(status.letters);
      recentDraw(page);
    }
    answered = new Date();
  } catch {
    stateSay("bad", `no answer since ${answered.toLocaleTimeString()}`);
    document.title = "○ meetingd";
  }
  setTimeout(look, PERIOD_MS);
}

byId("pause").addEventListener("click", () => {
  paused = !paused;
  byId("pause").setAttribute("aria-pressed", String(paused));
});

CHARTS.forEach(chartMake);
look();
