// Where a smaller picture would lie best: every position that was measured, as strong as its value, over a picture of the video.
const CROP_MEASURES = [["motion", "Motion"], ["detail", "Detail"], ["edges", "Edges"], ["saturation", "Colour"]];

function crop(video) {
  const aspects = d3.groups(report.crops, position => position.aspect);
  if (aspects.length === 0) {
    return null;
  }
  const state = { aspect: aspects[0][0], measure: "motion" };
  const body = h("div");
  const render = () => body.replaceChildren(cropFigure(video, aspects.find(([aspect]) => aspect === state.aspect)[1], state));
  const controls = h("div", { class: "controls" },
    aspects.length > 1 && choice("Crop", "crop-aspect", aspects.map(([aspect]) => [aspect, aspect]), state.aspect, value => { state.aspect = value; render(); }),
    choice("Show", "crop-measure", CROP_MEASURES, state.measure, value => { state.measure = value; render(); }));
  render();
  return section("crop", "Where to crop", "The strength of each cell is what a crop around it would hold. The frame is the position that is best in balance.", controls, body);
}

function cropFigure(video, positions, { aspect, measure }) {
  const name = CROP_MEASURES.find(([key]) => key === measure)[1].toLowerCase();
  const best = d3.least(positions, position => position.rank || Infinity) ?? positions[0];
  const top = d3.greatest(positions, position => position[measure]);
  return figure({
    title: `${counted(positions.length, "crop position")} of ${aspect}`,
    className: "crop",
    summary: `Best in balance: ${best.box[2]} × ${best.box[3]} at ${best.box[0]}, ${best.box[1]}. Most ${name} at ${top.box[0]}, ${top.box[1]}.`,
    draw: width => drawCrop(video, positions, best, measure, width),
    table: dataTable("Crop positions", [{ text: "Rank", number: true }, ...["X", "Y", "Width", "Height", ...CROP_MEASURES.map(([, title]) => title)].map(text => ({ text, number: true }))],
      d3.sort(positions, position => position.rank).map(position => [String(position.rank), ...position.box.map(String), ...CROP_MEASURES.map(([key]) => number(position[key], 2))])),
  });
}

function drawCrop(video, positions, best, measure, width) {
  const [pictureWidth, pictureHeight] = best.picture;
  const across = Math.min(width, pictureHeight > pictureWidth ? 360 : 860);
  const values = positions.map(position => position[measure]);
  const [low, high] = [d3.min(values), d3.max(values)];
  const columns = d3.sort(new Set(positions.map(position => position.box[0])));
  const rows = d3.sort(new Set(positions.map(position => position.box[1])));
  const cells = positions.map(position => {
    const [x, y] = [columns.indexOf(position.box[0]), rows.indexOf(position.box[1])];
    return {
      position,
      x1: x / columns.length * pictureWidth, x2: (x + 1) / columns.length * pictureWidth,
      y1: y / rows.length * pictureHeight, y2: (y + 1) / rows.length * pictureHeight,
      share: high > low ? (position[measure] - low) / (high - low) : 1,
    };
  });
  const [x, y, w, h_] = best.box;
  return plotOf(across, {
    height: Math.round(across * pictureHeight / pictureWidth), margin: 0,
    x: { axis: null, domain: [0, pictureWidth] }, y: { axis: null, domain: [pictureHeight, 0] },
    marks: [
      video.still ? Plot.image([0], { src: () => `data:image/jpeg;base64,${video.still}`, x: () => pictureWidth / 2, y: () => pictureHeight / 2, width: across, height: Math.round(across * pictureHeight / pictureWidth), preserveAspectRatio: "none" }) : Plot.frame({ fill: "var(--sunken)" }),
      Plot.rect(cells, { x1: "x1", x2: "x2", y1: "y1", y2: "y2", fill: () => "var(--heat)", fillOpacity: cell => 0.03 + 0.55 * cell.share, inset: 0.5 }),
      Plot.rect([0], { x1: () => x, x2: () => x + w, y1: () => y, y2: () => y + h_, fill: "none", stroke: "#000", strokeOpacity: 0.55, strokeWidth: 5, inset: 2 }),
      Plot.rect([0], { x1: () => x, x2: () => x + w, y1: () => y, y2: () => y + h_, fill: "none", stroke: "#fff", strokeWidth: 2.5, inset: 2 }),
      Plot.tip(cells, Plot.pointer({ x1: "x1", x2: "x2", y1: "y1", y2: "y2", title: ({ position }) => `Rank ${position.rank}\nat ${position.box[0]}, ${position.box[1]}\n${measure} ${number(position[measure], 2)}` })),
    ],
  });
}
