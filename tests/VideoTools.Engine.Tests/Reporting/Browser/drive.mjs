// Opens reports in headless Chromium and writes down what it sees; the tests compare. node drive.mjs config.json result.json
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const config = JSON.parse(readFileSync(process.argv[2], "utf8"));
const { chromium } = await import(pathToFileURL(config.playwright));
const browser = await chromium.launch({
  executablePath: config.chromium,
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const result = {};

async function open(page, { width = 1280, height = 900, scheme = "light" } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, reducedMotion: "reduce" });
  const tab = await context.newPage();
  const seen = { problems: [], requests: [] };
  tab.on("console", message => ["error", "warning"].includes(message.type()) && seen.problems.push(message.text()));
  tab.on("pageerror", error => seen.problems.push(String(error)));
  tab.on("request", request => /^(file|data):/.test(request.url()) || seen.requests.push(request.url()));
  const started = Date.now();
  await tab.goto(pathToFileURL(page).href);
  await tab.waitForSelector("html[data-ready]", { timeout: 60000 }).catch(error => seen.problems.push(String(error)));
  await tab.waitForFunction(() => [...document.querySelectorAll(".plot")].every(plot => plot.firstChild), null, { timeout: 60000 })
    .catch(error => seen.problems.push(String(error)));
  seen.milliseconds = Date.now() - started;
  seen.plots = await tab.evaluate(() => document.querySelectorAll("svg.chart").length);
  seen.unnamed = await tab.evaluate(() => [...document.querySelectorAll("svg.chart")].filter(chart => !chart.getAttribute("aria-label")).length);
  seen.headings = await tab.evaluate(() => [...document.querySelectorAll("h1, h2")].map(heading => heading.textContent));
  seen.overflow = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  seen.pictures = await tab.evaluate(() => [...document.images].filter(image => image.complete && image.naturalWidth > 0).length);
  seen.broken = await tab.evaluate(() => [...document.images].filter(image => !image.complete || image.naturalWidth === 0).length);
  return { tab, seen };
}

const rows = tab => tab.evaluate(() => [...document.querySelectorAll("table.videos tbody tr")].map(row => [...row.children].map(cell => cell.textContent)));
const ground = tab => tab.evaluate(() => getComputedStyle(document.body).backgroundColor);
const shot = (tab, name) => tab.screenshot({ path: join(config.shots, name) });

// Several videos: table, themes, groups, dialog.
{
  const { tab, seen } = await open(config.many, { height: 1000 });
  result.many = seen;
  await shot(tab, "report-light.png");
  seen.allRows = await rows(tab);
  await tab.fill("#table-search", config.search);
  seen.foundRows = await rows(tab);
  seen.status = await tab.textContent("#table-count");
  await tab.fill("#table-search", "");
  await tab.selectOption("#table-niche", "1");
  seen.nicheRows = await rows(tab);
  await tab.selectOption("#table-niche", "");
  await tab.click("table.videos thead button >> text=Cuts/min");
  seen.sortedDown = await rows(tab);
  await tab.click("table.videos thead button >> text=Cuts/min");
  seen.sortedUp = await rows(tab);
  seen.sort = await tab.evaluate(() => [...document.querySelectorAll("table.videos th[aria-sort]")].map(head => head.getAttribute("aria-sort")));
  const before = seen.plots;
  await tab.click("fieldset.choice label >> text=Micro-niche");
  await tab.waitForFunction(() => [...document.querySelectorAll(".plot")].every(plot => plot.firstChild));
  seen.moreGroups = await tab.evaluate(() => document.querySelectorAll("table.glance tbody tr").length);
  seen.before = before;
  await tab.focus("table.videos tbody button");
  await tab.keyboard.press("Enter");
  seen.dialog = await tab.textContent("dialog[open] h2");
  await tab.keyboard.press("Escape");
  await tab.waitForSelector("dialog", { state: "detached" }).catch(() => {});
  seen.closed = await tab.evaluate(() => document.querySelector("dialog") === null);
  await tab.hover(".plot svg");
  seen.light = await ground(tab);
  await tab.click("fieldset.choice label >> text=Dark");
  seen.switchedDark = await ground(tab);
}
{
  const { tab, seen } = await open(config.many, { scheme: "dark", height: 1300 });
  result.dark = seen;
  seen.ground = await ground(tab);
  await tab.evaluate(() => document.getElementById("clusters").scrollIntoView());
  await shot(tab, "report-dark.png");
}
{
  const { tab, seen } = await open(config.many, { width: 390, height: 844 });
  result.phone = seen;
  await shot(tab, "report-phone.png");
  await tab.click("fieldset.choice label >> text=Micro-niche");
  seen.overflow += await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
{
  const { tab, seen } = await open(config.single, { height: 1960 });
  result.single = seen;
  seen.rects = await tab.evaluate(() => document.querySelectorAll("#timeline svg.chart rect").length);
  seen.crops = await tab.evaluate(() => document.querySelectorAll("#crop svg.chart rect").length);
  seen.candidates = await tab.evaluate(() => document.querySelectorAll("#crop-path .candidate svg image").length);
  seen.people = await tab.evaluate(() => document.querySelectorAll("#people .candidate svg image").length);
  seen.peopleRows = await tab.evaluate(() => document.querySelectorAll("#people tbody tr").length);
  seen.frames = await tab.evaluate(() => document.querySelectorAll("#frames img").length);
  seen.moments = [];
  for (const moment of [0, 5, 9.7, 15]) {
    await tab.fill("#crop-time", String(moment));
    seen.moments.push(await tab.evaluate(() => ({
      x: document.querySelector(".stage .edge").getAttribute("x"),
      frame: document.querySelector(".stage image").getAttribute("href").slice(-4000),
      words: document.querySelector(".crop-time .seen").textContent,
    })));
  }
  await tab.fill("#crop-time", "5");
  await tab.evaluate(() => scrollTo(0, 0));
  await shot(tab, "report-video.png");
  await tab.locator("#people").screenshot({ path: join(config.shots, "report-people.png") });
  await tab.locator("#frames").screenshot({ path: join(config.shots, "report-frames.png") });
}
{
  const { tab, seen } = await open(config.hostile, { width: 390, height: 844 });
  result.hostile = seen;
  seen.injected = await tab.evaluate(() => document.querySelectorAll("img[src='x'], script[src], iframe").length + (window.hit ? 1 : 0));
  seen.text = await tab.evaluate(() => document.querySelector("#content").textContent);
}
{
  const { tab, seen } = await open(config.thousand);
  result.thousand = seen;
  seen.status = await tab.textContent("#table-count");
  seen.rows = (await rows(tab)).length;
  await tab.click("button.more");
  seen.moreRows = (await rows(tab)).length;
}

await browser.close();
writeFileSync(process.argv[3], JSON.stringify(result));
