// One video from its start to its end: scenes, texts by zone, speech. The first three seconds, the hook, are marked.
const HOOK = 3;

function scenesOf(video) {
  if (videos.length === 1 && report.scenes.length > 0) {
    return report.scenes.map(([start, end, transition], i) => ({ index: i + 1, start, end, transition }));
  }
  const starts = video.starts ?? [];
  return starts.map((start, i) => ({ index: i + 1, start, end: starts[i + 1] ?? starts[0] + (video.duration ?? 0) }));
}

function timeline(video) {
  const scenes = scenesOf(video);
  const shown = (video.shown ?? []).map(([start, end, text, zone]) => ({ start, end, text, row: `Text ${zone.toLowerCase()}` }));
  const said = (video.said ?? []).map(([start, end, text]) => ({ start, end, text, row: "Speech" }));
  const rows = ["Scenes", "Text top", "Text middle", "Text bottom", "Speech"]
    .filter(row => row === "Scenes" ? scenes.length > 0 : [...shown, ...said].some(part => part.row === row));
  if (rows.length === 0) {
    return null;
  }
  return figure({
    title: "Timeline",
    summary: [scenes.length > 0 && counted(scenes.length, "scene"), shown.length > 0 && counted(shown.length, "text"), said.length > 0 && counted(said.length, "segment of speech", "segments of speech")].filter(Boolean).join(", ") + ". The shaded part is the hook, the first three seconds.",
    draw: width => drawTimeline(video, scenes, [...shown, ...said], rows, width),
  });
}

function drawTimeline(video, scenes, parts, rows, width) {
  const end = Math.max(video.duration ?? 0, d3.max([...scenes, ...parts], part => part.end) ?? 0) || 1;
  const length = part => `${time(part.start)} to ${time(part.end)}`;
  const words = part => part.text.length > 90 ? `${part.text.slice(0, 90)}…` : part.text;
  const bars = [
    ...scenes.map(scene => ({ ...scene, row: "Scenes", fill: scene.index % 2 ? "var(--c0)" : "var(--c4)", title: `Scene ${scene.index}\n${length(scene)}${scene.transition && scene.index > 1 ? `\n${plainTransition(scene.transition)}` : ""}` })),
    ...parts.map(part => ({ ...part, fill: part.row === "Speech" ? "var(--c2)" : "var(--c1)", title: `${words(part)}\n${length(part)}` })),
  ];
  return plotOf(width, {
    height: rows.length * 38 + 44,
    marginLeft: 82, marginRight: 14, marginTop: 4, marginBottom: 38,
    x: { domain: [0, end], tickFormat: value => end < 60 ? String(value) : clock(value), ticks: Math.max(3, Math.floor(width / 110)), label: end < 60 ? "seconds" : "time", labelAnchor: "center", labelArrow: "none" },
    y: { type: "band", domain: rows, padding: 0.22 },
    marks: [
      Plot.rectX([{ x1: 0, x2: Math.min(HOOK, end) }], { x1: "x1", x2: "x2", fill: "var(--hook)" }),
      Plot.axisY({ tickSize: 0, label: null }),
      Plot.barX(bars, { x1: "start", x2: "end", y: "row", fill: "fill", fillOpacity: 0.85, insetLeft: 0.5, insetRight: 0.5, rx: 2 }),
      Plot.tip(bars, Plot.pointer({ x1: "start", x2: "end", y: "row", title: "title", lineWidth: 24 })),
    ],
  });
}

function plainTransition(name) {
  return name.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
}

// Every scene a piece of a bar: the rhythm of a video at a glance, beside its picture.
function barcode(video) {
  const scenes = scenesOf(video);
  const end = video.duration || scenes.at(-1)?.end;
  if (!end || scenes.length === 0) {
    return null;
  }
  return s("svg", { class: "barcode", viewBox: "0 0 100 6", preserveAspectRatio: "none", role: "img", "aria-label": counted(scenes.length, "scene") },
    scenes.map((scene, i) => s("rect", { x: (scene.start - scenes[0].start) / end * 100, y: 0, height: 6, width: Math.max(0.15, (scene.end - scene.start) / end * 100 - 0.35), class: i % 2 ? "odd" : "even" })));
}
