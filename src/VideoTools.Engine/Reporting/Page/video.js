// All about one video: on a page of its own when the report has only one, otherwise in a dialog.
function facts(video) {
  const pairs = [
    ["Length", time(video.duration)],
    ["Picture", video.width ? `${video.width} × ${video.height}` : undefined],
    ["Scenes", video.scenes],
    ["Cuts a minute", video.cuts !== undefined && number(video.cuts)],
    ["Scene length", video.meanScene !== undefined && `${time(video.meanScene)} mean, ${time(video.medianScene)} median`],
    ["Hook (first 3 s)", hookText(video)],
    ["Text", video.texts !== undefined && (video.texts === 0 ? "none" : `${counted(video.texts, "text")}, ${number(video.coverage, 0)}% of the time${video.zone ? `, mostly ${video.zone.toLowerCase()}` : ""}`)],
    ["Speech", video.speaks === false ? "none" : video.speaks && `${number(video.pace, 0)} words a minute, ${percent(video.share)} of the video, ${language(video.language)}`],
    ["Faces", video.faces !== undefined && (video.faces === 0 ? "none" : `${counted(video.people ?? video.faces, video.people === undefined ? "face" : "person", "people")}, ${percent(video.faceShare)} of the time, at most ${video.faces} at once`)],
    ["Views", video.views !== undefined && video.views.toLocaleString("en-US")],
    ["Certainty of the niche", video.confidence !== undefined && percent(video.confidence)],
    ["State of the file", video.status],
  ].filter(([, value]) => value !== undefined && value !== false && value !== NONE);
  return h("dl", { class: "facts" }, pairs.map(([name, value]) => h("div", null, h("dt", null, name), h("dd", null, String(value)))),
    colours(video) && h("div", null, h("dt", null, "Colour"), h("dd", null, colours(video))));
}

function hookText(video) {
  const parts = [[video.hookCuts, "cut"], [video.hookTexts, "text"], [video.hookWords === undefined ? undefined : Math.round(video.hookWords), "word"]]
    .filter(([count]) => count !== undefined).map(([count, word]) => counted(count, word));
  return parts.length > 0 && parts.join(", ");
}

function colours(video) {
  const found = [[video.color, "most frequent"], [video.meanColor, "mean"]].filter(([colour]) => /^#[0-9a-f]{6}$/i.test(colour ?? ""));
  return found.length > 0 && found.map(([colour, what]) => h("span", { class: "tone" }, swatch(colour), `${colour} ${what}`));
}

function picture(video, className = "still") {
  const portrait = video.height > video.width ? " portrait" : "";
  return video.still
    ? h("img", { class: className + portrait, src: `data:image/jpeg;base64,${video.still}`, alt: `A picture of ${video.name}` })
    : h("div", { class: `${className} none${portrait}`, "aria-hidden": "true", style: /^#[0-9a-f]{6}$/i.test(video.meanColor ?? "") ? { background: video.meanColor } : {} });
}

function lists(video) {
  const parts = [];
  if (video.shown) {
    parts.push(h("details", { class: "list" }, h("summary", null, `Texts on screen (${video.shown.length})`),
      dataTable("Texts on screen", [{ text: "From", number: true }, { text: "To", number: true }, "Text", "Zone"], video.shown.map(([start, end, text, zone]) => [time(start), time(end), text, zone.toLowerCase()]))));
  }
  if (video.said) {
    parts.push(h("details", { class: "list" }, h("summary", null, `What is said (${counted(video.said.length, "segment")})`),
      dataTable("What is said", [{ text: "From", number: true }, { text: "To", number: true }, "Words"], video.said.map(([start, end, text]) => [time(start), time(end), text]))));
  } else if (video.transcript) {
    parts.push(h("details", { class: "list" }, h("summary", null, "What is said"), h("p", { class: "words" }, video.transcript)));
  }
  const scenes = scenesOf(video);
  if (scenes.length > 0) {
    parts.push(h("details", { class: "list" }, h("summary", null, `Scenes (${scenes.length})`),
      dataTable("Scenes", [{ text: "Scene", number: true }, { text: "From", number: true }, { text: "To", number: true }, { text: "Length", number: true }, "Begins with"],
        scenes.map(scene => [String(scene.index), time(scene.start), time(scene.end), time(scene.end - scene.start), scene.index === 1 ? "start" : scene.transition ? plainTransition(scene.transition) : NONE]))));
  }
  return parts;
}

function singleVideo(video) {
  const heat = video.heat && d3.max(video.heat) > 0 && { group: { long: "Text on the picture", colour: "var(--c1)" }, ...heatOf([video]) };
  return [
    section("video", "The video", null, h("div", { class: "hero" }, picture(video), facts(video))),
    section("timeline", "From start to end", null, timeline(video) ?? h("p", { class: "empty" }, "Nothing is known about its scenes."), lists(video)),
    heat && section("zones", "Where text stands", "The picture in 6 by 6 cells, each as strong as the share of the time with text in it.", h("div", { class: "grid many" }, heatFigure(heat, d3.max(heat.heat)))),
    people(video),
    frameSheet(),
    cropPath(video),
    crop(video),
  ].filter(Boolean);
}

function openVideo(video) {
  const close = () => dialog.close();
  const dialog = h("dialog", { "aria-labelledby": "dialog-title", onclose: () => dialog.remove(), onclick: event => event.target === dialog && close() },
    h("div", { class: "sheet" },
      h("div", { class: "sheet-head" }, h("h2", { id: "dialog-title" }, video.name), h("button", { type: "button", class: "close", onclick: close }, "Close")),
      h("p", { class: "lead" }, longGroup(groupAt(video, 2))),
      h("div", { class: "hero" }, picture(video), facts(video)),
      timeline(video), lists(video)));
  document.body.append(dialog);
  dialog.showModal();
}
