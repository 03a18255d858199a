// How much and how fast people speak.
function speech(groups) {
  const heard = videos.filter(video => video.speaks !== undefined);
  const points = groups.flatMap(group => group.members.filter(video => video.pace > 0 && video.share !== undefined).map(video => ({ video, group })));
  if (heard.length === 0) {
    return null;
  }
  const speaking = heard.filter(video => video.speaks).length;
  const languages = d3.rollups(heard.filter(video => video.speaks && video.language), list => list.length, video => video.language).sort((a, b) => b[1] - a[1] || d3.ascending(a[0], b[0]));
  const summary = `Speech in ${speaking} of ${counted(heard.length, "video")}`
    + (languages.length > 0 ? `: ${languages.slice(0, 4).map(([code, n]) => `${language(code)} ${n}`).join(", ")}.` : ".");
  return section("speech", "Speech", "How much of a video is speech, and how fast it is. Each dot is a video with speech.",
    figure({
      title: "Speech pace and amount",
      summary,
      draw: width => points.length > 0 ? drawSpeech(points, width) : h("p", { class: "empty" }, "Nobody speaks."),
      table: dataTable("Speech by niche", ["Niche", { text: "With speech", number: true }, { text: "Words a minute, median", number: true }, { text: "Share of the video, median", number: true }, { text: "First word, median", number: true }],
        groups.map(group => {
          const speakers = group.members.filter(video => video.speaks);
          return [group.long, `${speakers.length} of ${group.members.length}`, number(median(known(speakers, "pace")), 0), percent(median(known(speakers, "share"))), time(median(known(speakers, "firstSpeech")))];
        })),
      after: legend(groups.filter(group => points.some(point => point.group === group))),
    }));
}

function drawSpeech(points, width) {
  return plotOf(width, {
    height: Math.min(340, Math.max(240, width * 0.42)),
    marginLeft: 44, marginRight: 16, marginTop: 26, marginBottom: 40,
    x: { domain: [0, 1], tickFormat: value => `${Math.round(value * 100)}%`, ticks: width < 520 ? 4 : 8, label: "share of the video with speech", labelAnchor: "center", labelArrow: "none" },
    y: { zero: true, nice: true, ticks: 5, label: "words a minute", labelArrow: "none" },
    marks: [
      Plot.gridY({ stroke: "var(--line)", strokeOpacity: 1, ticks: 5 }),
      Plot.dot(points, { x: point => point.video.share, y: point => point.video.pace, fill: point => point.group.colour, fillOpacity: 0.75, stroke: "var(--surface)", r: 5 }),
      Plot.tip(points, Plot.pointer({ x: point => point.video.share, y: point => point.video.pace, title: ({ video, group }) => `${video.name}\n${group.long}\n${number(video.pace, 0)} words a minute, ${percent(video.share)} of the video` })),
    ],
  });
}
