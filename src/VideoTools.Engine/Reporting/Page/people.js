// Who is in the video and what it looks like: the best picture of each person, and the chosen frames in order.
function faceDrawing(video, person) {
  const [width, height] = [video.width ?? 16, video.height ?? 9];
  const [x, y, w, h_] = person.box;
  const side = Math.min(width, height, Math.max(w, h_) * 1.6);
  const left = Math.min(Math.max(0, x + w / 2 - side / 2), width - side);
  const top = Math.min(Math.max(0, y + h_ / 2 - side / 2), height - side);
  return s("svg", { class: "window", viewBox: `${left} ${top} ${side} ${side}`, role: "img", "aria-label": `Person ${person.number}` },
    s("image", { href: jpeg(person.still), width, height, preserveAspectRatio: "none" }));
}

function people(video) {
  if (report.people.length === 0) {
    return null;
  }
  const rows = report.people;
  return section("people", "People", "Told apart by their faces; the one that is seen longest comes first.",
    h("figure", { class: "chart-card" },
      h("figcaption", null, h("h3", null, counted(rows.length, "person", "people"))),
      h("div", { class: "cards" }, rows.filter(person => person.still).map(person => h("div", { class: "candidate" },
        faceDrawing(video, person), h("p", { class: "seen" }, `${person.number}. ${time(person.screen)} on screen`)))),
      dataTable("People", [{ text: "Person", number: true }, { text: "On screen", number: true }, { text: "Faces", number: true }, { text: "Alone", number: true }, { text: "First", number: true }, { text: "Last", number: true }, { text: "Best at", number: true }],
        rows.map(person => [String(person.number), time(person.screen), String(person.faces), percent(person.solo), time(person.first), time(person.last), time(person.at)]))));
}

function frameSheet() {
  const rows = report.sheet.filter(frame => frame.still);
  return rows.length === 0 ? null : section("frames", "Frames", "Good and different frames, in order of time.",
    h("figure", { class: "chart-card" },
      h("figcaption", null, h("h3", null, counted(rows.length, "frame"))),
      h("div", { class: "cards" }, rows.map(frame => h("div", { class: "candidate" },
        h("img", { class: "still", src: jpeg(frame.still), alt: `The frame at ${time(frame.at)}` }),
        h("p", { class: "seen" }, `${time(frame.at)}${frame.scene > 0 ? `, scene ${frame.scene}` : ""}`))))));
}
