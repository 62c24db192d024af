import type { ReportPage } from '#shared/reporting/reportPage'
import type { WrittenReport } from '#shared/reporting/writtenReport'
import { html, type Markup } from './html'
import { reviewMarkup } from './reviewHtml'
import { visitorMarkup } from './visitorHtml'

const ROOT = '<html lang="en" dir="ltr">'
const PLACE = '<main></main>'

/**
 * The report as a document: the built template with its style sheet and fonts, filled in. Throws when the template
 * has no place to fill, which only a broken build can bring about.
 */
export function pageDocument(template: string, page: WrittenReport['page']): string {
  if (!template.includes(ROOT) || !template.includes(PLACE))
    throw new Error('report template without a place')
  const { language, direction } = page
  // Functions instead of strings: a `$&` in somebody's name must stay what it is.
  return template
    .replace(ROOT, () => html`<html lang="${language}" dir="${direction}">`.text)
    .replace(PLACE, () => bodyOf(page).text)
}

function bodyOf(page: WrittenReport['page']): Markup {
  if (!('kind' in page)) return pageMarkup(page)
  return page.kind === 'visitors' ? visitorMarkup(page) : reviewMarkup(page)
}

function pageMarkup(page: ReportPage): Markup {
  return html`<main>
    <header>
      <h1><bdi>${page.title}</bdi></h1>
      <p class="subtitle"><bdi>${page.subtitle}</bdi></p>
      <p class="made">${page.made}</p>
    </header>
    <dl class="figures">${page.figures.map(
      ({ label, value, remark }) =>
        html`<div><dd class="value"><bdi>${value}</bdi></dd><dt>${label}</dt><dd class="remark">${remark}</dd></div>`,
    )}</dl>
    <div class="columns">
      <section>${heading(page.hours.caption)}${hours(page.hours)}</section>
      <section>${heading(page.grades.caption)}${grades(page.grades)}</section>
      <section>${heading(page.products.caption)}${products(page.products)}</section>
    </div>
    <section>${heading(page.promises.caption)}${promises(page.promises)}</section>
    <section>${heading(page.leads.caption)}${leads(page.leads)}</section>
    <footer>${page.notes.map((note) => html`<p>${note}</p>`)}</footer>
  </main>`
}

function heading(caption: string): Markup {
  return html`<h2>${caption}</h2>`
}

function remarkLine(remark: string | undefined): Markup {
  return remark === undefined ? html`` : html`<p class="rest">${remark}</p>`
}

const CHART = { width: 200, height: 62, top: 12, bottom: 12 }

/** Bars as a drawing, because a style attribute would need a weaker content policy. */
function hours({ bars, remark }: ReportPage['hours']): Markup {
  if (bars.length === 0) return remarkLine(remark)
  const most = Math.max(...bars.map(({ count }) => count), 1)
  const step = CHART.width / Math.max(bars.length, 6)
  const room = CHART.height - CHART.top - CHART.bottom
  const floor = CHART.height - CHART.bottom
  return html`<svg viewBox="0 0 ${CHART.width} ${CHART.height}" direction="ltr">
    <line x1="0" x2="${CHART.width}" y1="${floor}" y2="${floor}" />
    ${bars.map(({ label, count }, index) => {
      const height = Math.round((room * count * 10) / most) / 10
      const middle = (index + 0.5) * step
      return html`<rect x="${middle - step * 0.3}" y="${floor - height}" width="${step * 0.6}" height="${height}" />
        <text x="${middle}" y="${CHART.height - 2}">${label}</text>
        ${count === 0 ? html`` : html`<text class="count" x="${middle}" y="${floor - height - 3}">${count}</text>`}`
    })}
  </svg>`
}

function grades({ heads, rows }: ReportPage['grades']): Markup {
  return html`<table>
    <thead><tr><th></th><th></th><th class="number">${heads[0]}</th><th class="number">${heads[1]}</th></tr></thead>
    <tbody>${rows.map(
      ({ grade, label, today, total }) =>
        html`<tr><td><b class="grade grade-${grade}">${grade}</b></td><td class="grows">${label}</td>
          <td class="number">${today}</td><td class="number">${total}</td></tr>`,
    )}</tbody>
  </table>`
}

function products({ rows, remark }: ReportPage['products']): Markup {
  if (rows.length === 0) return remarkLine(remark)
  return html`<table><tbody>${rows.map(
    ({ name, count }) =>
      html`<tr><td class="grows"><bdi>${name}</bdi></td><td class="number">${count}</td></tr>`,
  )}</tbody></table>`
}

function promises({ rows, remark }: ReportPage['promises']): Markup {
  return html`<table class="promises"><tbody>${rows.map(
    ({ due, text, who, state, late }) =>
      html`<tr><td>${due}</td><td><bdi>${text}</bdi></td><td><bdi>${who}</bdi></td>
        <td class="${late ? 'late' : ''}">${state}</td></tr>`,
  )}</tbody></table>${remarkLine(remark)}`
}

function leads({ rows, remark }: ReportPage['leads']): Markup {
  return html`<table class="leads"><tbody>${rows.map(
    ({ time, company, person, country, next }) =>
      html`<tr><td>${time}</td><td><b><bdi>${company}</bdi></b></td><td><bdi>${person}</bdi></td>
        <td>${country}</td><td><bdi>${next}</bdi></td></tr>`,
  )}</tbody></table>${remarkLine(remark)}`
}
