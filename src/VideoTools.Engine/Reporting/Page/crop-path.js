// A crop as it will be: its window over frames of the video, at any moment, and the candidates side by side.
function windowDrawing(href, [width, height], [x, y, w, h_], label) {
  return s("svg", { class: "window", viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": label },
    href ? s("image", { href, width, height, preserveAspectRatio: "none" }) : s("rect", { width, height, class: "blank" }),
    s("path", { class: "shade", "fill-rule": "evenodd", d: `M0 0H${width}V${height}H0ZM${x} ${y}h${w}v${h_}h${-w}Z` }),
    s("rect", { class: "edge", x, y, width: w, height: h_ }));
}

function pictureOf(video, item) {
  return item.picture[0] > 0 ? item.picture : [video.width ?? 16, video.height ?? 9];
}

function jpeg(data) {
  return data && `data:image/jpeg;base64,${data}`;
}

// Between two keys a window moves evenly.
function windowAt(shot, time) {
  const [x, y, w, h_] = shot.box;
  const after = shot.path.findIndex(([at]) => time < at);
  if (shot.path.length === 0) {
    return [x, y, w, h_];
  }
  if (after <= 0) {
    const [, left, top] = after === 0 ? shot.path[0] : shot.path.at(-1);
    return [left, top, w, h_];
  }
  const [from, to] = [shot.path[after - 1], shot.path[after]];
  const share = (time - from[0]) / Math.max(1e-9, to[0] - from[0]);
  return [from[1] + (to[1] - from[1]) * share, from[2] + (to[2] - from[2]) * share, w, h_];
}

function shotAt(time) {
  return report.shots.find(shot => time < shot.end) ?? report.shots.at(-1);
}

// The frame that is nearest, of the same scene where there is one.
function frameAt(video, shot, time) {
  const own = report.frames.filter(([at]) => at >= shot.start && at < shot.end);
  const nearest = d3.least(own.length > 0 ? own : report.frames, ([at]) => Math.abs(at - time));
  return nearest ? jpeg(nearest[1]) : jpeg(video.still);
}

function cropPath(video) {
  if (report.shots.length === 0 && report.candidates.length === 0) {
    return null;
  }
  return section("crop-path", "The crop", report.shots.length > 0 ? "What the finished video shows is bright; drag to see it over time." : null,
    report.shots.length > 0 && cropOverTime(video), report.candidates.length > 0 && candidates(video));
}

function cropOverTime(video) {
  const [first, last] = [report.shots[0].start, report.shots.at(-1).end || video.duration || 0];
  const stage = h("div", { class: "stage" });
  const words = h("p", { class: "seen", "aria-live": "polite" });
  const slider = h("input", { type: "range", id: "crop-time", min: first, max: last, step: 0.1, value: first, "aria-label": "Moment in seconds" });
  const render = () => {
    const moment = Number(slider.value);
    const shot = shotAt(moment);
    const box = windowAt(shot, moment);
    stage.replaceChildren(windowDrawing(frameAt(video, shot, moment), pictureOf(video, shot), box, `The crop at ${time(moment)}`));
    words.textContent = `${time(moment)}: ${shot.scene > 0 ? `scene ${shot.scene}, ` : ""}${plainTransition(shot.mode)}, ${Math.round(box[2])} × ${Math.round(box[3])} at ${Math.round(box[0])}, ${Math.round(box[1])}. ${shot.reason}`;
  };
  slider.addEventListener("input", render);
  render();
  return h("figure", { class: "chart-card crop-time" },
    h("figcaption", null, h("h3", null, `${report.shots[0].aspect} over time`)), stage, slider, words,
    h("details", { class: "numbers" }, h("summary", null, "Numbers", h("span", { class: "quiet" }, " of the crop over time")),
      dataTable("Windows", [{ text: "Scene", number: true }, { text: "From", number: true }, { text: "To", number: true }, "Mode", "Fit", "Crop", "Why"],
        report.shots.map(shot => [String(shot.scene), time(shot.start), time(shot.end), plainTransition(shot.mode), shot.fit.toLowerCase(), shot.box.join(", "), shot.reason]))));
}

function candidates(video) {
  const rows = d3.sort(report.candidates, item => item.number);
  return h("figure", { class: "chart-card" },
    h("figcaption", null, h("h3", null, counted(rows.length, "candidate"))),
    h("div", { class: "cards" }, rows.map(item => h("div", { class: "candidate" },
      windowDrawing(jpeg(video.still), pictureOf(video, item), item.box, `Candidate ${item.number}`),
      h("p", { class: "seen" }, `${item.number}. ${item.strategy}, score ${number(item.score)}`)))),
    dataTable("Candidates", [{ text: "Number", number: true }, { text: "Score", number: true }, "Strategy", ...["X", "Y", "Width", "Height", ...CROP_MEASURES.map(([, title]) => title)].map(text => ({ text, number: true })), "Why"],
      rows.map(item => [String(item.number), number(item.score), item.strategy, ...item.box.map(String), ...CROP_MEASURES.map(([key]) => number(item[key], 2)), item.reason])));
}
