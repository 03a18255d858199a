// The videos that stand for their group: nearest to its medians.
function gallery(groups, level) {
  const rows = groups.map(group => ({ group, list: typicalOf(group, level) })).filter(row => row.list.length > 0);
  return section("typical", "Typical videos", "The videos nearest to the medians of their niche. The bar under each picture has a piece for every scene.",
    rows.map(({ group, list }) => h("div", { class: "shelf" },
      h("h3", null, swatch(group.colour), group.long, h("span", { class: "quiet" }, ` ${counted(group.members.length, "video")}`)),
      h("div", { class: "cards" }, list.map(video => card(video))))));
}

function card(video) {
  const line = [time(video.duration), video.cuts !== undefined && `${number(video.cuts)} cuts/min`, video.pace > 0 && `${number(video.pace, 0)} wpm`, video.coverage > 0 && `${number(video.coverage, 0)}% text`];
  return h("button", { type: "button", class: "video-card", onclick: () => openVideo(video) },
    picture(video), barcode(video), h("span", { class: "name" }, video.name), h("span", { class: "quiet" }, line.filter(Boolean).join(" · ")));
}
