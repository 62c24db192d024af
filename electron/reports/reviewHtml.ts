import type { ReviewChart, ReviewPage } from '#shared/reporting/review/reviewPage'
import { html, type Markup } from './html'

/** Sizes of the drawing in its own units. */
const CHART = { width: 260, label: 86, gap: 3, letter: 4.2, row: 20, bar: 6.5 }

/** A review as it is printed: figures on top, drawn and listed below, on as many sheets as it takes. */
export function reviewMarkup(page: ReviewPage): Markup {
  const { heads } = page
  return html`<main class="review">
    <header>
      <h1><bdi>${page.title}</bdi></h1>
      <p class="subtitle"><bdi>${page.subtitle}</bdi></p>
      <p class="made">${page.made}</p>
    </header>
    <dl class="figures tiles">${page.tiles.map(
      ({ label, now, before, change }) =>
        html`<div><dd class="value"><bdi>${now}</bdi></dd><dt>${label}</dt>
          <dd class="remark"><bdi>${heads.before}: ${before}</bdi> <bdi class="change">${change}</bdi></dd></div>`,
    )}</dl>
    ${charts(page)}
    <section><table class="review-figures">
      <thead><tr><th>${heads.figure}</th><th class="number">${heads.now}</th><th class="number">${heads.before}</th>
        <th class="number">${heads.change}</th></tr></thead>
      <tbody>${page.figures.map(
        ({ label, now, before, change, remark }) =>
          html`<tr><td>${label}${remark === undefined ? html`` : html`<span class="remark">${remark}</span>`}</td>
            <td class="number"><bdi>${now}</bdi></td><td class="number"><bdi>${before}</bdi></td>
            <td class="number"><bdi>${change}</bdi></td></tr>`,
      )}</tbody>
    </table></section>
    ${page.tables.map(tableMarkup)}
    <footer>${page.notes.map((note) => html`<p>${note}</p>`)}</footer>
  </main>`
}

function charts(page: ReviewPage): Markup {
  if (page.charts.length === 0) return html``
  return html`<div class="charts">${page.charts.map(
    (chart) => html`<section><h2>${chart.caption}</h2>${bars(chart, page)}</section>`,
  )}</div>
  <p class="legend"><span class="key-now">${page.heads.now}</span><span class="key-before">${page.heads.before}</span></p>`
}

/** Two bars a line, in the direction of the language: a drawing has none of its own. */
function bars(chart: ReviewChart, { direction }: ReviewPage): Markup {
  const { width, label, gap, letter, row, bar } = CHART
  const most = Math.max(...chart.bars.map(({ now = 0, before = 0 }) => Math.max(now, before)), 0)
  // Nothing measures the letters of a drawing: the longest amount leaves the bars what it does not take itself.
  const longest = Math.max(0, ...chart.bars.map(({ nowText }) => [...nowText].length))
  const room = Math.max(0, width - label - gap - longest * letter)
  const isLeft = direction === 'ltr'
  const lengthOf = (value: number | undefined) =>
    most === 0 || value === undefined ? 0 : Math.round((Math.max(0, value) / most) * room * 10) / 10
  const start = (length: number) => (isLeft ? label : width - label - length)
  return html`<svg class="bars" viewBox="0 0 ${width} ${chart.bars.length * row + 2}" direction="ltr">
    ${chart.bars.map(({ label: name, now, before, nowText }, place) => {
      const top = place * row + 2
      const [long, short] = [lengthOf(now), lengthOf(before)]
      return html`<text class="name" x="${isLeft ? 0 : width}" y="${top + 9}">${shortened(name)}</text>
        <rect x="${start(long)}" y="${top}" width="${long}" height="${bar}" />
        <rect class="before" x="${start(short)}" y="${top + bar + 1}" width="${short}" height="${bar}" />
        <text class="amount" x="${isLeft ? label + long + gap : width - label - long - gap}" y="${top + bar - 0.5}">${nowText}</text>`
    })}
  </svg>`
}

function tableMarkup({ caption, heads, rows, remark }: ReviewPage['tables'][number]): Markup {
  return html`<section><h2>${caption}</h2><table class="review-table">
    <thead><tr>${heads.map((head, place) => html`<th class="${place === 0 ? '' : 'number'}">${head}</th>`)}</tr></thead>
    <tbody>${rows.map(
      (row) =>
        html`<tr>${row.map((cell, place) => html`<td class="${place === 0 ? '' : 'number'}"><bdi>${cell}</bdi></td>`)}</tr>`,
    )}</tbody>
  </table>${remark === undefined ? html`` : html`<p class="rest">${remark}</p>`}</section>`
}

/** Text in a drawing is not cut by its box: so many letters fit before the bars. Editions differ in their ends. */
const NAME_LETTERS = 20
const NAME_START = 8
function shortened(name: string): string {
  const letters = [...name]
  return letters.length <= NAME_LETTERS
    ? name
    : `${letters.slice(0, NAME_START).join('')}…${letters.slice(NAME_START + 1 - NAME_LETTERS).join('')}`
}
