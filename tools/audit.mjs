// Judges pages of a running site with Lighthouse, as a phone sees them, and fails below the floors for customer pages.
// Usage: node tools/audit.mjs URL...   The full reports go to target/lighthouse/.

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const floors = { performance: 98, accessibility: 100, "best-practices": 100, seo: 100 };

const here = dirname(fileURLToPath(import.meta.url));
const reports = join(here, "..", "target", "lighthouse");
const lighthouse = join(here, "node_modules", "lighthouse", "cli", "index.js");
// Chromium refuses its own sandbox to root.
const flags = process.getuid() === 0 ? "--headless=new --no-sandbox" : "--headless=new";

mkdirSync(reports, { recursive: true });
const pages = process.argv.slice(2);
if (pages.length === 0) throw new Error("name at least one page");

for (const page of pages) {
  const report = join(reports, page.replace(/[^a-z0-9]+/gi, "-"));
  const only = `--only-categories=${Object.keys(floors).join(",")}`;
  const output = ["--output=json", "--output=html", `--output-path=${report}`];
  execFileSync("node", [lighthouse, page, "--quiet", `--chrome-flags=${flags}`, only, ...output], { stdio: "inherit" });
  const { categories } = JSON.parse(readFileSync(`${report}.report.json`, "utf8"));
  const scores = Object.entries(floors).map(([name, floor]) => {
    const score = Math.round(categories[name].score * 100);
    if (score < floor) process.exitCode = 1;
    return `${name} ${score}${score < floor ? ` (below ${floor})` : ""}`;
  });
  console.log(`${page}: ${scores.join(", ")}`);
}
