// Opens each page in Chromium at the width of a desk and of a phone, in light and dark, and asks axe-core what breaks WCAG 2.2 AA.
// Usage: node look.cjs NODE_MODULES CHROMIUM [--shots FOLDER] PAGE.html...
const path = require("path");
const [, , modules, browser, ...rest] = process.argv;
const shots = rest[0] === "--shots" ? rest.splice(0, 2)[1] : null;
const { chromium } = require(path.join(modules, "playwright-core"));
const axe = require(path.join(modules, "axe-core"));
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const WAYS = [
  { name: "desk", viewport: { width: 1280, height: 900 }, colorScheme: "light" },
  { name: "desk-dark", viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
  { name: "phone", viewport: { width: 375, height: 740 }, colorScheme: "light" },
];

(async () => {
  const opened = await chromium.launch({ executablePath: browser, args: process.getuid() === 0 ? ["--no-sandbox"] : [] });
  let wrong = 0, looked = 0;
  for (const file of rest) {
    for (const { name, ...way } of WAYS) {
      const context = await opened.newContext({ ...way, bypassCSP: true });
      const page = await context.newPage();
      page.setDefaultTimeout(300000);   // a busy machine is slow, not wrong
      const outside = [];
      page.on("request", (r) => { if (!r.url().startsWith("file:") && !r.url().startsWith("data:")) outside.push(r.url()); });
      await page.goto("file://" + path.resolve(file), { waitUntil: "load" });
      if (shots) await page.screenshot({ path: path.join(shots, `${path.basename(file, ".html")}-${name}.png`), clip: { x: 0, y: 0, width: way.viewport.width, height: 6000 } , fullPage: true });
      await page.evaluate(() => document.querySelectorAll("details").forEach((d) => { d.open = true; }));
      // an article out of view is not laid out, and has no true size until somebody scrolls to it: all are, before they are measured
      await page.addStyleTag({ content: ".many article { content-visibility: visible !important }" });
      await page.evaluate(axe.source);
      const result = await page.evaluate((tags) => window.axe.run(document, { runOnly: { type: "tag", values: tags } }), RULES);
      for (const v of result.violations) {
        wrong += 1;
        console.log(`${path.basename(file)} (${name}): ${v.id}: ${v.help}; ${v.nodes.length} places, as ${v.nodes[0].html.slice(0, 200)} ${v.nodes[0].failureSummary.slice(0, 300)}`);
      }
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (over > 0) { wrong += 1; console.log(`${path.basename(file)} (${name}): ${over} pixels wider than the screen`); }
      if (outside.length) { wrong += 1; console.log(`${path.basename(file)} (${name}): asks for ${outside[0]}`); }
      looked += result.passes.length;
      await context.close();
    }
  }
  await opened.close();
  console.log(`${looked} rules held, ${wrong} broken`);
  process.exit(wrong || !looked ? 1 : 0);
})();
