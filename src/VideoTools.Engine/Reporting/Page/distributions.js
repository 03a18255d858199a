// Points of a row are spread over lanes, in the same order in every drawing, so that equal values do not hide each other.
const LANES = [0, -7, 5, -3, 8, -5, 3];

// One drawing a measure, one row a group: every video a dot, the middle half a bar, the median a line.
function distributions(groups) {
  const shown = MEASURES.filter(measure => known(videos, measure.key).length > 0);
  return section("distributions", "How the videos compare",
    "Every dot is a video, the bar holds the middle half of its group, the line is the median. Point at a dot to see which video it is.",
    h("div", { class: "grid two" }, shown.map(measure => distribution(measure, groups))));
}

function distribution(measure, groups) {
  const rows = groups.map(group => {
    const values = known(group.members, measure.key);
    return { group, n: values.length, low: d3.quantile(values, 0.25), mid: median(values), high: d3.quantile(values, 0.75), min: d3.min(values), max: d3.max(values) };
  });
  const filled = rows.filter(row => row.n > 0);
  return figure({
    title: measure.title,
    summary: comparison(measure, filled),
    draw: width => drawDistribution(measure, groups, filled, width),
    table: dataTable(measure.title, ["Niche", { text: "Videos", number: true }, { text: "Lowest", number: true }, { text: "Quarter", number: true },
      { text: "Median", number: true }, { text: "Three quarters", number: true }, { text: "Highest", number: true }],
      rows.map(row => [row.group.long, String(row.n), ...[row.min, row.low, row.mid, row.high, row.max].map(value => value === undefined ? NONE : measure.text(value))])),
  });
}

function comparison(measure, all) {
  // What fits nowhere is no niche to compare with.
  const named = all.filter(row => row.group.key !== "unknown");
  const rows = named.length > 1 ? named : all;
  if (rows.length < 2) {
    return rows.length === 1 ? `Median ${measure.text(rows[0].mid)}.` : "Not measured.";
  }
  const most = d3.greatest(rows, row => row.mid);
  const least = d3.least(rows, row => row.mid);
  return most.mid === least.mid
    ? `The same in all groups: ${measure.text(most.mid)}.`
    : `${most.group.label}: ${measure.high} (median ${measure.text(most.mid)}); ${least.group.label}: ${measure.low} (${measure.text(least.mid)}).`;
}

function drawDistribution(measure, groups, rows, width) {
  const room = labelRoom(groups.map(group => group.label), width);
  const height = 26;
  const points = rows.flatMap(({ group }) => group.members.filter(video => video[measure.key] !== undefined)
    .map((video, i) => ({ video, group, value: video[measure.key], lane: LANES[i % LANES.length] })));
  const top = d3.max(points, point => point.value);

  // A few very long videos would press all others against the axis.
  const skewed = top > 6 * (median(points.map(point => point.value)) || top);
  const many = points.length > 150;
  const steps = Math.max(3, Math.floor((width - room) / 80));
  const dots = LANES.map(lane => Plot.dot(points.filter(point => point.lane === lane),
    { x: "value", y: point => point.group.label, dy: lane, r: many ? 1.7 : 2.6, fill: point => point.group.colour, fillOpacity: many ? 0.45 : 0.75 }));
  const middle = [
    Plot.tickX(rows, { x: "mid", y: row => row.group.label, stroke: "var(--surface)", strokeWidth: 7 }),
    Plot.tickX(rows, { x: "mid", y: row => row.group.label, stroke: "var(--ink)", strokeWidth: 2.5 }),
  ];
  return plotOf(width, {
    height: rows.length * (height + 6) + 44,
    marginLeft: room, marginRight: 18, marginTop: 6, marginBottom: 36,
    x: { type: skewed ? "sqrt" : "linear", domain: [0, top > 0 ? top : 1], nice: true, ticks: skewed ? rootTicks(top, steps) : steps, label: skewed ? `${measure.unit} (square-root scale)` : measure.unit, labelAnchor: "center", labelArrow: "none" },
    y: { type: "band", domain: rows.map(row => row.group.label), padding: 0.18 },
    marks: [
      Plot.gridX({ stroke: "var(--line)", strokeOpacity: 1, ticks: skewed ? rootTicks(top, steps) : steps }),
      groupAxis({ room }),
      Plot.barX(rows.filter(row => row.n > 1), { x1: "low", x2: "high", y: row => row.group.label, fill: row => row.group.colour, fillOpacity: 0.22, rx: 3 }),
      // Few dots lie over the line of the median; many would hide it.
      many ? [dots, middle] : [middle, dots],
      Plot.tip(points, Plot.pointer({ x: "value", y: point => point.group.label, title: point => `${point.video.name}\n${point.group.long}\n${measure.text(point.value)}` })),
    ],
  });
}

// Round numbers at about even distances of a square-root scale.
function rootTicks(top, steps) {
  const places = d3.range(steps + 1).map(i => (i / steps) ** 2 * top);
  return [...new Set(places.map(place => place === 0 ? 0 : Number(place.toPrecision(1))))];
}
