// What the exporter wrote, and what follows from it: measures, groups, medians.
const report = JSON.parse(document.getElementById("report-data").textContent);
const videos = report.videos;

for (const [index, video] of videos.entries()) {
  video.index = index;
  video.density = video.texts !== undefined && video.duration > 0 ? video.texts / video.duration * 60 : undefined;
  video.share = video.speaking !== undefined && video.duration > 0 ? Math.min(1, video.speaking / video.duration) : video.speaks === false ? 0 : undefined;
  if (video.speaks === false) {
    // Nobody speaks: that is not a slow pace.
    delete video.pace;
  }
  video.search = [video.name, video.id, ...(video.path ?? []), video.sample, video.transcript, ...(video.keywords ?? []), ...(video.phrases ?? []),
    ...(video.said ?? []).map(part => part[2]), ...(video.shown ?? []).map(part => part[2])].join("\n").toLowerCase();
}

// Every measure that videos are compared by.
const MEASURES = [
  { key: "cuts", title: "Cuts a minute", unit: "cuts/min", high: "most cuts", low: "fewest", text: v => `${number(v)}/min` },
  { key: "meanScene", title: "Scene length", unit: "seconds, mean of a video", high: "longest scenes", low: "shortest", text: time },
  { key: "duration", title: "Duration", unit: "seconds", high: "longest videos", low: "shortest", text: time },
  { key: "density", title: "Texts on screen", unit: "texts a minute", high: "most text", low: "least", text: v => `${number(v)}/min` },
  { key: "coverage", title: "Time with text", unit: "% of the video", high: "text most of the time", low: "least", text: v => `${number(v, 0)}%` },
  { key: "pace", title: "Speech pace", unit: "words a minute of speech", high: "fastest speech", low: "slowest", text: v => `${number(v, 0)} wpm` },
];

function known(list, key) {
  return list.map(video => video[key]).filter(value => value !== undefined && value !== null);
}

function median(values) {
  return values.length > 0 ? d3.median(values) : undefined;
}

// Colours of the theme, by place; where there are more groups they repeat, and labels tell them apart.
const COLOURS = 8;

function groupAt(video, level) {
  return (video.path ?? ["unknown"]).slice(0, level + 1).join(" > ");
}

// The groups of a level, the largest first, those of one size by name; "unknown" comes last.
function groupsAt(level) {
  const found = d3.groups(videos, video => groupAt(video, level)).map(([key, members]) => ({ key, members }));
  found.sort((a, b) => (a.key === "unknown") - (b.key === "unknown") || b.members.length - a.members.length || d3.ascending(a.key, b.key));
  const names = d3.rollup(found, list => list.length, group => shortGroup(group.key));
  for (const [place, group] of found.entries()) {
    group.colour = group.key === "unknown" ? "var(--muted)" : `var(--c${place % COLOURS})`;
    group.label = found.length === 1 && group.key === "unknown" ? "all videos" : names.get(shortGroup(group.key)) > 1 ? longGroup(group.key) : shortGroup(group.key);
    group.long = found.length === 1 && group.key === "unknown" ? "all videos" : longGroup(group.key);
  }
  return found;
}

// The first level at which the videos differ is where a reader starts.
function firstLevel() {
  for (let level = 0; level < 3; level++) {
    if (groupsAt(level).length > 1) {
      return level;
    }
  }
  return 0;
}

function typicalOf(group, level) {
  return (report.typical[level][group.key] ?? []).map(index => videos[index]);
}
