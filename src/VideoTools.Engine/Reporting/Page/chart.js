// A chart is a figure: a heading, one sentence that says what is to be seen, the drawing (redrawn when its width changes), and the same
// numbers as a table for whoever can't see it or wants them exactly. Colours are the page's variables, so that themes need no redrawing.
function figure({ title, summary, draw, table, after, className = "" }) {
  const plot = h("div", { class: "plot" });
  const element = h("figure", { class: `chart-card ${className}` },
    h("figcaption", null, h("h3", null, title), summary && h("p", { class: "seen" }, summary)),
    plot,
    after,
    table && h("details", { class: "numbers" }, h("summary", null, "Numbers", h("span", { class: "quiet" }, ` of ${title}`)), table));
  let drawn = 0;
  const render = () => {
    const width = Math.floor(plot.clientWidth);
    if (width > 0 && width !== drawn) {
      drawn = width;
      const drawing = draw(width);
      drawing.setAttribute("role", "img");
      drawing.setAttribute("aria-label", `${title}. ${summary ?? ""}`);
      plot.replaceChildren(drawing);
    }
  };
  new ResizeObserver(render).observe(plot);
  return element;
}

function plotOf(width, options) {
  return Plot.plot({
    className: "chart",
    width,
    style: { background: "transparent", color: "inherit", fontFamily: "inherit", fontSize: "12px", overflow: "visible" },
    color: { type: "identity" },
    opacity: { type: "identity" },
    ...options,
  });
}

// Room for the labels of groups: as much as they need, at most a third of the drawing.
function labelRoom(labels, width) {
  const longest = d3.max(labels, label => label.length) ?? 0;
  return Math.round(Math.min(longest * 7 + 14, Math.max(84, width * 0.3)));
}

function groupAxis(options) {
  return Plot.axisY({ tickSize: 0, label: null, textOverflow: "ellipsis", lineWidth: Math.max(5, (options.room - 14) / 12), ...options });
}

function legend(groups) {
  return h("ul", { class: "legend" }, groups.map(group => h("li", null, swatch(group.colour), group.label)));
}

function swatch(colour) {
  return h("span", { class: "swatch", style: { background: colour }, "aria-hidden": "true" });
}
