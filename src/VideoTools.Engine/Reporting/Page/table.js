// Every video: searched, filtered by niche, sorted by any column. Rows come in portions, so that a thousand videos open at once.
const PORTION = 50;
const COLUMNS = [
  { title: "Video", value: video => video.name },
  { title: "Niche", value: video => longGroup(groupAt(video, 2)) },
  { title: "Length", value: video => video.duration, text: time },
  { title: "Scenes", value: video => video.scenes, text: value => number(value, 0) },
  { title: "Cuts/min", value: video => video.cuts, text: number },
  { title: "Scene", value: video => video.meanScene, text: time },
  { title: "With text", value: video => video.coverage, text: value => value === undefined ? NONE : `${number(value, 0)}%` },
  { title: "Words/min", value: video => video.pace, text: value => number(value, 0) },
  { title: "Language", value: video => video.language, text: language },
  { title: "Views", value: video => video.views, text: value => number(value, 0) },
  { title: "Certainty", value: video => video.confidence, text: percent },
];

function videoTable(groups) {
  const columns = COLUMNS.filter(column => videos.some(video => column.value(video) !== undefined));
  const state = { words: [], group: "", column: null, down: false, rows: PORTION };
  const body = h("tbody");
  const count = h("p", { class: "quiet", role: "status", id: "table-count" });
  const more = h("button", { type: "button", class: "more", onclick: () => { state.rows += PORTION; render(); } }, "Show more");
  const heads = columns.map(column => h("th", { scope: "col", class: column.text && "number", "aria-sort": "none" },
    h("button", { type: "button", onclick: () => sort(column) }, column.title, h("span", { class: "arrow", "aria-hidden": "true" }))));

  function sort(column) {
    state.down = state.column === column ? !state.down : Boolean(column.text) && column.title !== "Language";
    state.column = column;
    state.rows = PORTION;
    render();
  }

  function render() {
    const found = videos.filter(video => (state.group === "" || groups[Number(state.group)].members.includes(video)) && state.words.every(word => video.search.includes(word)));
    if (state.column) {
      // What is not known comes last in both directions.
      const value = state.column.value;
      found.sort((a, b) => (value(a) === undefined) - (value(b) === undefined)
        || (state.down ? d3.descending(value(a), value(b)) : d3.ascending(value(a), value(b))) || a.index - b.index);
    }
    body.replaceChildren(...found.slice(0, state.rows).map(videoRow));
    count.textContent = `${counted(found.length, "video")}${found.length < videos.length ? ` of ${videos.length.toLocaleString("en-US")}` : ""}${found.length > state.rows ? `, the first ${state.rows} shown` : ""}`;
    more.hidden = found.length <= state.rows;
    for (const [i, head] of heads.entries()) {
      head.setAttribute("aria-sort", state.column !== columns[i] ? "none" : state.down ? "descending" : "ascending");
    }
  }

  function videoRow(video) {
    return h("tr", null, columns.map((column, i) => {
      const text = column.text ? column.text(column.value(video)) : column.value(video);
      return i === 0
        ? h("th", { scope: "row" }, h("button", { type: "button", class: "link", onclick: () => openVideo(video) }, text))
        : h("td", { class: column.text && column.title !== "Language" && "number" }, text);
    }));
  }

  render();
  return section("videos", "All videos", "Search in names, niches, texts and speech. A click on a heading sorts, a click on a name shows the video.",
    h("div", { class: "chart-card" },
      h("div", { class: "controls" },
        h("label", { class: "field" }, h("span", null, "Search"), h("input", { type: "search", id: "table-search", placeholder: "name, niche, words …", autocomplete: "off", oninput: event => { state.words = event.target.value.toLowerCase().split(/\s+/).filter(Boolean); state.rows = PORTION; render(); } })),
        groups.length > 1 && h("label", { class: "field" }, h("span", null, "Niche"), h("select", { id: "table-niche", onchange: event => { state.group = event.target.value; state.rows = PORTION; render(); } },
          h("option", { value: "" }, "all"), groups.map((group, i) => h("option", { value: i }, group.long))))),
      count,
      h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "All videos" },
        h("table", { class: "videos", "aria-describedby": "table-count" }, h("thead", null, h("tr", null, heads)), body)),
      more));
}
