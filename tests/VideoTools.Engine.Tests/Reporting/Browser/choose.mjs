// Chooses on the page of a crop as a person would, and writes down what it sees; the tests compare. node choose.mjs config.json result.json
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const config = JSON.parse(readFileSync(process.argv[2], "utf8"));
const { chromium } = await import(pathToFileURL(config.playwright));
const browser = await chromium.launch({
  executablePath: config.chromium,
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const context = await browser.newContext({ viewport: { width: 1100, height: 1000 }, reducedMotion: "reduce" });
const tab = await context.newPage();
const seen = { problems: [], strangers: [] };
const own = new URL(config.url);
tab.on("console", message => ["error", "warning"].includes(message.type()) && seen.problems.push(`${message.text()} ${message.location().url}`));
tab.on("pageerror", error => seen.problems.push(String(error)));
tab.on("request", request => request.url().startsWith(own.href) || seen.strangers.push(request.url()));
await tab.goto(own.href);
await tab.waitForSelector("html[data-status=candidates_ready]", { timeout: 120000 });
await tab.waitForFunction(() => [...document.querySelectorAll("#candidates img")].every(image => image.complete), null, { timeout: 60000 });
seen.candidates = await tab.evaluate(() => document.querySelectorAll("#candidates .candidate").length);
seen.broken = await tab.evaluate(() => [...document.querySelectorAll("#candidates img")].filter(image => image.naturalWidth === 0).length);
seen.scenes = await tab.evaluate(() => document.querySelectorAll("#scenes tr").length);
seen.overflow = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
seen.left = await tab.textContent("#left");
await tab.screenshot({ path: join(config.shots, "choose.png") });
await tab.click("#candidates .candidate:nth-child(2)");
seen.chosen = await tab.inputValue("input[name=candidate]:checked");
await tab.fill("#scenes tr:first-child input", "9");
await tab.click("#encode");
seen.refused = await tab.evaluate(() => !document.querySelector("#scenes input").checkValidity());
await tab.fill("#scenes tr:first-child input", "2");
await tab.click("#encode");
await tab.waitForSelector("#result:not([hidden])", { timeout: 120000 });
seen.result = await tab.textContent("#result");
seen.status = await tab.textContent("#status");
await tab.screenshot({ path: join(config.shots, "choose-done.png") });
await browser.close();
writeFileSync(process.argv[3], JSON.stringify(seen));
