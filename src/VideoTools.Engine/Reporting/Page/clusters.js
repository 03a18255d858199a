// Videos that are alike whatever their niche: what sets a cluster apart as bars to both sides of the mean of all videos.
function clusters() {
  if (report.clusters.length === 0) {
    return null;
  }
  const limit = d3.max(report.clusters.flatMap(cluster => cluster.distinction.map(text => Math.abs(parts(text).value)))) || 1;
  return section("clusters", "Clusters", "Groups of videos that are alike in their measures, whatever their niche. Bars to the right: above the mean of all videos, to the left: below it, in standard deviations.",
    h("div", { class: "grid three" }, report.clusters.map(cluster => clusterCard(cluster, limit))));
}

// "CutsPerMinute+1.8" as name and value.
function parts(text) {
  const match = /^(.*?)=?([+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/i.exec(text);
  return match ? { name: match[1].replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase(), value: Number(match[2]) } : { name: text, value: 0 };
}

function clusterCard(cluster, limit) {
  const typical = videos[cluster.typical];
  const bars = cluster.distinction.map(parts);
  return h("article", { class: "chart-card cluster" },
    h("h3", null, `${cluster.number}. ${cluster.label}`),
    h("p", { class: "seen" }, `${counted(cluster.size, "video")}; ${cluster.niches.map(plain).join(", ")}`),
    h("dl", { class: "bars" }, bars.map(bar => h("div", null, h("dt", null, bar.name), h("dd", null,
      h("span", { class: "track", "aria-hidden": "true" }, h("span", { class: bar.value < 0 ? "bar low" : "bar high", style: { width: `${Math.abs(bar.value) / limit * 50}%` } })),
      h("span", { class: "value" }, `${bar.value > 0 ? "+" : ""}${number(bar.value)}`))))),
    h("p", { class: "quiet" }, `Silhouette ${number(cluster.silhouette, 2)}, stability ${number(cluster.stability, 2)}`),
    typical && card(typical));
}
