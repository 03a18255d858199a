// Cuts a minute in each tenth of a video, averaged over the videos of a group: does it open fast, does it slow down?
const TENTHS = 10;

function rhythm(groups) {
  const rows = groups.map(group => ({ group, rates: group.members.filter(video => video.rate).map(video => video.rate) }))
    .filter(row => row.rates.length > 0)
    .map(({ group, rates }) => ({ group, n: rates.length, mean: d3.range(TENTHS).map(i => d3.mean(rates, rate => rate[i])) }));
  if (rows.length === 0) {
    return null;
  }
  return section("rhythm", "Cut rate along the video",
    "From the first tenth of a video to its last: cuts a minute, the mean of the group; the dot is its peak. All rows have the same scale.",
    figure({
      title: "Cut-rate timelines",
      summary: rows.map(row => `${row.group.label}: ${shape(row.mean)}`).slice(0, 6).join("; ") + ".",
      draw: width => drawRhythm(rows, width),
      table: dataTable("Cuts a minute by tenth of the video", ["Niche", { text: "Videos", number: true }, ...d3.range(TENTHS).map(i => ({ text: `${i * 10}–${i * 10 + 10}%`, number: true }))],
        rows.map(row => [row.group.long, String(row.n), ...row.mean.map(value => number(value))])),
    }));
}

function shape(mean) {
  const first = d3.mean(mean.slice(0, 3));
  const last = d3.mean(mean.slice(-3));
  const most = Math.max(first, last);
  return most === 0 || Math.abs(first - last) < most * 0.2 ? "even pace" : first > last ? "opens fast" : "gets faster";
}

function drawRhythm(rows, width) {
  const room = labelRoom(rows.map(row => row.group.label), width);
  const points = rows.flatMap(({ group, mean }) => [
    ...mean.map((value, i) => ({ group, value, at: (i + 0.5) / TENTHS, tenth: i })),
    { group, value: mean[0], at: 0 }, { group, value: mean.at(-1), at: 1 },
  ]).sort((a, b) => a.at - b.at);
  const peaks = rows.flatMap(({ group }) => d3.greatest(points.filter(point => point.group === group && point.tenth !== undefined), point => point.value) ?? [])
    .filter(point => point.value > 0);
  const top = d3.max(points, point => point.value) || 1;
  return plotOf(width, {
    height: rows.length * 74 + 50,
    marginLeft: room, marginRight: 22, marginTop: 12, marginBottom: 38,
    x: { domain: [0, 1], tickFormat: value => `${Math.round(value * 100)}%`, ticks: width < 520 ? 3 : 5, label: "position in the video", labelAnchor: "center", labelArrow: "none" },
    y: { domain: [0, top], axis: null },
    fy: { domain: rows.map(row => row.group.label), axis: null, padding: 0.3 },
    marks: [
      Plot.axisFy({ anchor: "left", label: null, tickSize: 0, textAnchor: "end", frameAnchor: "left", dx: -8, textOverflow: "ellipsis", lineWidth: Math.max(5, (room - 14) / 12) }),
      Plot.ruleY([0], { stroke: "var(--line)" }),
      Plot.areaY(points, { x: "at", y: "value", fy: point => point.group.label, fill: point => point.group.colour, fillOpacity: 0.2, curve: "monotone-x" }),
      Plot.lineY(points, { x: "at", y: "value", fy: point => point.group.label, stroke: point => point.group.colour, strokeWidth: 2, curve: "monotone-x" }),
      Plot.dot(peaks, { x: "at", y: "value", fy: point => point.group.label, fill: point => point.group.colour, r: 3 }),
      Plot.text(peaks, { x: "at", y: "value", fy: point => point.group.label, text: point => `${number(point.value)}/min`, dy: -9, fontWeight: 600, stroke: "var(--surface)", strokeWidth: 3, fill: "currentColor" }),
      Plot.tip(points.filter(point => point.tenth !== undefined), Plot.pointerX({ x: "at", y: "value", fy: point => point.group.label, title: point => `${point.group.long}\n${point.tenth * 10}–${point.tenth * 10 + 10}% of the video\n${number(point.value)} cuts/min` })),
    ],
  });
}
