// The groups side by side: one row each, the medians.
function overview(groups) {
  const heads = ["Niche", { text: "Videos", number: true }, { text: "Length", number: true }, { text: "Cuts/min", number: true }, { text: "Scene", number: true },
    { text: "With text", number: true }, "Text zone", { text: "Words/min", number: true }, "First 3 s: cuts, texts, words", "Colours"];
  return section("overview", "Niches at a glance", "Medians of each niche. The first three seconds: means.",
    h("div", { class: "chart-card" }, dataTable("Niches at a glance", heads, groups.map(row), "glance")));
}

function row(group) {
  const of = key => median(known(group.members, key));
  const zone = heatOf(group.members).leading[0]?.[0];
  const hook = ["hookCuts", "hookTexts", "hookWords"].map(key => d3.mean(known(group.members, key)));
  return [
    [swatch(group.colour), group.long], String(group.members.length), time(of("duration")), number(of("cuts")), time(of("meanScene")),
    of("coverage") === undefined ? NONE : `${number(of("coverage"), 0)}%`, zone ?? NONE, number(of("pace"), 0),
    hook.some(mean => mean !== undefined) ? hook.map(mean => number(mean)).join(" · ") : NONE,
    h("span", { class: "palette", "aria-hidden": "true" }, group.members.map(video => video.color).filter(colour => /^#[0-9a-f]{6}$/i.test(colour ?? "")).slice(0, 5).map(swatch)),
  ];
}
