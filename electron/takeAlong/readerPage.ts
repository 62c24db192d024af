import { createHash } from 'node:crypto'
import type { ReportWords } from '#shared/reporting/words'
import { html, Markup } from '../reports/html'
import style from './reader.css?raw'
import script from './reader.js?raw'

/** What the page says of the folder. */
export interface ReaderFacts {
  /** `Orchard 2026-11-28` */
  readonly title: string
  readonly lists: readonly string[]
}

/**
 * index.html: the list of customers with a search box, and their pages as text. It needs no network and no program but
 * a browser; its policy lets it run our script and load the scripts beside it, and nothing else.
 */
export function readerPage({ title, lists }: ReaderFacts, words: ReportWords): Uint8Array {
  const { text } = words
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}' 'self' file:`,
    `style-src '${hashOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  const shown = {
    count: text('takeAlong.reader.count', { shown: '%shown%', total: '%total%' }),
    none: text('takeAlong.reader.none'),
    more: text('takeAlong.reader.more', { count: '%count%' }),
    choose: text('takeAlong.reader.choose'),
    missing: text('takeAlong.reader.missing'),
    back: text('takeAlong.reader.back'),
    file: text('takeAlong.reader.file'),
    attachments: text('takeAlong.page.attachments'),
  }
  const page = html`<!doctype html>
<html lang="${words.language}" dir="${words.direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${Markup.ofOwnFile(style)}</style>
</head>
<body>
<nav aria-label="${text('takeAlong.reader.list')}">
<div class="top">
<strong>${title}</strong>
<label for="search">${text('takeAlong.reader.search')}</label>
<input id="search" type="search" autocomplete="off" spellcheck="false">
<p id="count" role="status"></p>
</div>
<noscript><p class="hint">${text('takeAlong.reader.noscript')}</p></noscript>
<ul id="list"></ul>
<p id="rest"></p>
</nav>
<main id="page" tabindex="-1"></main>
<div id="words" hidden>${JSON.stringify(shown)}</div>
<script>${Markup.ofOwnFile(script)}</script>
${lists.map((path) => html`<script src="${path}"></script>`)}
</body>
</html>
`
  return new TextEncoder().encode(page.text)
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
