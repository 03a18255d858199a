// The page: its head once, its sections anew for every level of the taxonomy.
const LEVELS = [[0, "Category"], [1, "Subcategory"], [2, "Micro-niche"]];
const content = document.getElementById("content");

function summaryLine() {
  const length = d3.sum(known(videos, "duration"));
  const niches = groupsAt(2).filter(group => group.key !== "unknown").length;
  return [counted(videos.length, "video"), niches > 0 && counted(niches, "micro-niche"), length > 0 && `${clock(length)} in all`,
    report.clusters.length > 0 && counted(report.clusters.length, "cluster")].filter(Boolean).join(" · ");
}

function show(level) {
  const groups = groupsAt(level);
  const sections = [overview(groups), distributions(groups), rhythm(groups), zones(groups), speech(groups), clusters(), gallery(groups, level), videoTable(groups)].filter(Boolean);
  content.replaceChildren(contents(sections), ...sections);
}

function contents(sections) {
  return h("nav", { class: "contents", "aria-label": "Sections" }, h("ul", null, sections.map(part => h("li", null, h("a", { href: `#${part.id}` }, part.querySelector("h2").textContent)))));
}

function start() {
  const single = videos.length === 1;
  const level = firstLevel();
  const levels = LEVELS.filter(([at]) => at === level || groupsAt(at).length !== groupsAt(level).length);
  document.getElementById("top").append(
    h("div", null, h("h1", null, report.title), h("p", { class: "lead" }, single ? `${videos[0].name}${videos[0].path?.[0] !== "unknown" ? ` · ${longGroup(groupAt(videos[0], 2))}` : ""}` : summaryLine())),
    h("div", { class: "controls" }, !single && levels.length > 1 && choice("Group by", "level", levels, level, show), themeChoice()));
  if (single) {
    content.replaceChildren(...singleVideo(videos[0]));
  } else {
    show(level);
  }
  document.documentElement.dataset.ready = "true";
}

start();
