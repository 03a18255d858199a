// Shows what the server of this page says, and sends it what was chosen. Texts only ever become text nodes, never markup.
"use strict";

const WORDS = {
  initializing: "Starting", analyzing: "Looking at the video", generating_previews: "Making pictures", candidates_ready: "Choose a crop",
  analyzing_temporal: "Finding windows over time", encoding: "Encoding", complete: "Done", failed: "This video cannot be worked on",
};
const POLL = 400;
const byId = id => document.getElementById(id);
let shown = "";
let isOver = false;

function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

function clock(seconds) {
  const minutes = Math.floor(seconds / 60);
  return `${minutes}:${(seconds - minutes * 60).toFixed(1).padStart(4, "0")}`;
}

function size(bytes) {
  return bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e3).toFixed(1)} kB`;
}

function candidate(item, isFirst) {
  const radio = element("input", { type: "radio", name: "candidate", value: String(item.index), checked: isFirst });
  const picture = element("img", { src: `preview/${item.index}`, alt: `Candidate ${item.index}` });
  return element("label", { className: "candidate" }, radio, picture,
    element("strong", {}, `${item.index}. ${item.strategy}`),
    element("span", {}, `score ${item.score} · ${item.width}×${item.height} at ${item.x}, ${item.y}`), element("br"),
    element("span", { className: "quiet reason", title: item.reason }, item.reason),
    element("span", { className: "quiet" }, `motion ${item.motion} · detail ${item.detail} · edges ${item.edges} · colour ${item.saturation}`));
}

function scene(item, highest) {
  const speed = element("input", { type: "number", min: "1", max: String(highest), step: "0.25", value: String(item.speed) });
  speed.dataset.index = item.index;
  speed.dataset.suggested = item.suggested_speed;
  speed.setAttribute("aria-label", `Speed of stretch ${item.index}`);
  const silent = item.silent > 0.5 ? ", silent" : "";
  return element("tr", { className: item.dull ? "dull" : "" },
    element("td", {}, element("img", { src: `scene/${item.index}`, alt: "", loading: "lazy" })),
    element("td", {}, String(item.index)),
    element("td", {}, `${clock(item.start_time)} – ${clock(item.end_time)}`),
    element("td", {}, `${item.metric_value} ${item.metric.toLowerCase()}${item.dull ? ", dull" : ""}${silent}`),
    element("td", {}, speed));
}

function fillChoices(state) {
  const key = state.candidates.map(item => item.index).join();
  if (key === shown || !state.candidates.every(item => item.has_preview)) {
    return;
  }
  shown = key;
  byId("candidates").replaceChildren(...state.candidates.map((item, i) => candidate(item, i === 0)));
  byId("scenes").replaceChildren(...state.scenes.map(item => scene(item, state.maximum_speed)));
  byId("speeds").hidden = state.scenes.length === 0;
  byId("encode").hidden = !state.can_encode;
  byId("mode").value = state.mode;
  byId("fit").disabled = state.mode === "Static";
}

function show(state) {
  document.title = `${WORDS[state.status]} – ${state.name}`;
  byId("name").textContent = state.name;
  const percent = state.progress >= 0 ? ` ${state.progress}%` : "";
  const speed = state.speed > 0 ? `, ${state.speed}×` : "";
  byId("status").textContent = WORDS[state.status] + percent + speed;
  const isWaiting = state.status === "candidates_ready";
  const progress = byId("progress");
  progress.hidden = isWaiting || state.status === "complete" || state.status === "failed";
  if (state.progress >= 0) {
    progress.value = state.progress;
  } else {
    progress.removeAttribute("value");
  }
  byId("problem").hidden = state.problem === "";
  byId("problem").textContent = state.problem;
  if (isWaiting) {
    fillChoices(state);
  }
  byId("choice").hidden = shown === "" || state.status === "complete" || state.status === "failed";
  for (const button of document.querySelectorAll("button")) {
    button.disabled = !isWaiting;
  }
  byId("left").textContent = isWaiting ? `The first candidate is taken in ${state.seconds_left} s, unless you change something here.` : "";
  if (state.status === "complete") {
    finish(state);
  }
  isOver = state.status === "complete" || state.status === "failed";
  document.documentElement.dataset.status = state.status;
}

function finish(state) {
  const file = state.result;
  byId("result").hidden = false;
  byId("result-title").textContent = file ? file.name : `Candidate ${state.selected_index} is taken`;
  byId("result-text").textContent = file
    ? `${size(file.bytes)}, ${file.width}×${file.height}, ${clock(file.duration)} long: ${file.path}`
    : "You may close this page.";
}

async function send(encode) {
  const speeds = {};
  for (const input of document.querySelectorAll("#scenes input")) {
    if (!input.reportValidity()) {
      return;
    }
    if (Number(input.value) !== 1) {
      speeds[input.dataset.index] = Number(input.value);
    }
  }
  const chosen = document.querySelector("input[name=candidate]:checked");
  const order = { candidate: Number(chosen.value), mode: byId("mode").value, fit: byId("fit").value || null, speeds, encode };
  const answer = await fetch("select", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(order) });
  if (!answer.ok) {
    byId("problem").hidden = false;
    byId("problem").textContent = await answer.text();
  }
}

function setSpeeds(of) {
  for (const input of document.querySelectorAll("#scenes input")) {
    input.value = of(input);
  }
  stay();
}

function stay() {
  fetch("stay", { method: "POST" }).catch(() => {});
}

async function poll() {
  try {
    const answer = await fetch("status");
    show(await answer.json());
  } catch {
    byId("status").textContent = "The program that served this page has ended.";
    isOver = true;
  }
  if (!isOver) {
    setTimeout(poll, POLL);
  }
}

byId("choice").addEventListener("submit", event => {
  event.preventDefault();
  send(false);
});
byId("encode").addEventListener("click", () => send(true));
byId("suggest").addEventListener("click", () => setSpeeds(input => input.dataset.suggested));
byId("reset").addEventListener("click", () => setSpeeds(() => "1"));
byId("mode").addEventListener("change", () => {
  byId("fit").disabled = byId("mode").value === "Static";
});
byId("choice").addEventListener("input", stay);
poll();
