// Where text stands: a picture of 6 x 6 cells a group, each as strong as the share of the time with text in it.
const CELLS = 6;
const ZONES = ["top", "middle", "bottom"];

function zones(groups) {
  const rows = groups.map(group => ({ group, ...heatOf(group.members) })).filter(row => row.n > 0);
  if (rows.length === 0) {
    return null;
  }
  const top = d3.max(rows, row => d3.max(row.heat)) || 1;
  return section("zones", "Where text stands",
    "The picture in 6 by 6 cells. A full cell has text most often; all pictures have the same scale. Above each: the zone that leads, and in how many videos.",
    h("div", { class: "grid many" }, rows.map(row => heatFigure(row, top))));
}

// Videos that were read and have no text count with nothing in any cell.
function heatOf(members) {
  const read = members.filter(video => video.heat || video.texts === 0);
  const heat = d3.range(CELLS * CELLS).map(i => d3.mean(read, video => video.heat?.[i] ?? 0) ?? 0);
  const leading = ZONES.map(zone => [zone, members.filter(video => video.zone?.toLowerCase() === zone).length]).filter(([, n]) => n > 0);
  return { n: read.length, heat, leading: leading.sort((a, b) => b[1] - a[1]), shape: median(members.filter(video => video.width > 0).map(video => video.height / video.width)) ?? 9 / 16 };
}

function heatFigure(row, top) {
  const most = row.leading[0]?.[1];
  const first = row.leading.filter(([, count]) => count === most).map(([zone]) => zone);
  return figure({
    title: row.group.long,
    className: "heat",
    summary: first.length === 0 ? `No text in ${counted(row.n, "video")}.`
      : row.n === 1 ? `Mostly ${first[0]}.`
      : `${first.length > 1 ? "Alike" : "Mostly"} ${first.join(", ")} (${most} of ${counted(row.n, "video")}${first.length > 1 ? " each" : ""}).`,
    draw: width => drawHeat(row, top, width),
    table: heatTable(row.group.long, row.heat),
  });
}

function drawHeat(row, top, width) {
  // Portrait pictures are narrower, so that a row of them is not a wall.
  const across = Math.min(width, row.shape > 1 ? 150 : 240);
  const cells = row.heat.map((share, i) => ({ share, x: i % CELLS, y: Math.floor(i / CELLS) }));
  return plotOf(across, {
    height: Math.round(across * Math.min(row.shape, 1.78)), margin: 1,
    x: { axis: null, domain: d3.range(CELLS), padding: 0.06 }, y: { axis: null, domain: d3.range(CELLS), padding: 0.06 },
    marks: [
      Plot.frame({ stroke: "var(--line)", rx: 6 }),
      Plot.cell(cells, { x: "x", y: "y", fill: () => row.group.colour, fillOpacity: cell => 0.05 + 0.95 * cell.share / top, rx: 2 }),
      Plot.tip(cells, Plot.pointer({ x: "x", y: "y", title: cell => `${percent(cell.share, cell.share < 0.1 ? 1 : 0)} of the time` })),
    ],
  });
}

function heatTable(title, heat) {
  return dataTable(`Share of the time with text: ${title}`, ["Row", ...d3.range(CELLS).map(i => ({ text: `Column ${i + 1}`, number: true }))],
    d3.range(CELLS).map(row => [`${row + 1}${row === 0 ? " (top)" : row === CELLS - 1 ? " (bottom)" : ""}`, ...heat.slice(row * CELLS, row * CELLS + CELLS).map(share => percent(share, 1))]));
}
