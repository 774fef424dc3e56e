// SPDX-License-Identifier: Apache-2.0
// Looks at pages in Debian's Chromium, for a test that asks: one JSON object a line on standard input,
// one a line back. What a page did that it must not do is part of every answer.
//
//   {"file": "/…/report.html", "dark": true, "width": 360, "scripts": false, "press": ["Tab"],
//    "plain": true (without axe), "do": "look" | "pdf" | "picture", "to": "/…/p.png", "from": "h1", "until": ".total",
//    "scale": 0.75, "language": "de"}
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const require = createRequire(process.argv[2] + '/');
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf-8');

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// A page that tells of itself what `wanted` asks for.
async function open(browser, wanted) {
    const context = await browser.newContext({
        viewport: { width: wanted.width ?? 1100, height: 900 },
        deviceScaleFactor: wanted.scale ?? 1,
        colorScheme: wanted.dark ? 'dark' : 'light',
        reducedMotion: 'reduce',
        javaScriptEnabled: wanted.scripts ?? true,
    });
    const page = await context.newPage();
    const wrong = [];
    const url = pathToFileURL(wanted.file).href;
    page.on('console', (message) => wrong.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => wrong.push(`error: ${error.message}`));
    page.on('dialog', (dialog) => { wrong.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
    page.on('request', (request) => {
        if (request.url() !== url) wrong.push(`request: ${request.url()}`);
    });
    await page.goto(url);
    if (wanted.language) await page.locator(`#switch-${wanted.language}`).check({ force: true });
    for (const key of wanted.press ?? []) await page.keyboard.press(key);
    return { context, page, wrong };
}

async function look(page, wanted) {
    const seen = await page.evaluate(() => ({
        language: document.documentElement.lang,
        title: document.title,
        articles: [...document.querySelectorAll('main > article')]
            .filter((one) => one.checkVisibility()).map((one) => one.lang),
        focus: document.activeElement?.id ?? '',
        overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        headings: [...document.querySelectorAll('h1, h2, h3, h4')]
            .filter((one) => one.checkVisibility()).map((one) => +one.tagName[1]),
        scripts: document.scripts.length,
        handlers: [...document.querySelectorAll('*')]
            .flatMap((one) => [...one.attributes]).filter((one) => /^on|^style$/.test(one.name)).length,
        charts: [...document.querySelectorAll('svg[role=img]')].map((one) =>
            one.querySelector('title')?.textContent ?? ''),
    }));
    if (wanted.scripts === false || wanted.plain) return seen;
    await page.evaluate(axe);
    const found = await page.evaluate((values) => window.axe.run(
        { runOnly: { type: 'tag', values } }), RULES);
    seen.passes = found.passes.map((one) => one.id);
    seen.barriers = found.violations.map((one) =>
        `${one.id}: ${one.nodes.slice(0, 3).map((node) => `${node.html} ${node.any[0]?.message ?? ''}`).join(' | ')}`);
    return seen;
}

async function answer(browser, wanted) {
    const { context, page, wrong } = await open(browser, wanted);
    let seen = {};
    if (wanted.do === 'look') seen = await look(page, wanted);
    if (wanted.do === 'pdf')
        await page.pdf({ path: wanted.to, preferCSSPageSize: true, printBackground: true });
    if (wanted.do === 'picture') {
        const first = page.locator(wanted.from).locator('visible=true').first();
        const last = page.locator(wanted.until ?? wanted.from).locator('visible=true').first();
        const [top, bottom] = [await first.boundingBox(), await last.boundingBox()];
        const y = Math.max(0, top.y - 16);
        await page.screenshot({
            path: wanted.to, fullPage: true,
            clip: { x: 0, y, width: wanted.width ?? 1100, height: bottom.y + bottom.height + 16 - y },
        });
    }
    await context.close();
    return { ...seen, wrong };
}

const browser = await chromium.launch({
    executablePath: process.argv[3],
    // Everything that is looked at was made by the test, and containers have no sandbox to give.
    args: ['--no-sandbox', '--force-color-profile=srgb', '--font-render-hinting=none'],
});
console.log('{}');
for await (const line of createInterface({ input: process.stdin })) {
    let reply;
    try {
        reply = await answer(browser, JSON.parse(line));
    } catch (error) {
        reply = { failed: String(error) };
    }
    console.log(JSON.stringify(reply));
}
await browser.close();
