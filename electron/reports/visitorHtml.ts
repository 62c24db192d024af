import type { VisitorPage } from '#shared/reporting/visitorPage'
import { html, type Markup } from './html'

/** Past visitors as they are printed: a block each, by group, on as many sheets as it takes. */
export function visitorMarkup(page: VisitorPage): Markup {
  return html`<main class="review visitors">
    <header>
      <h1><bdi>${page.title}</bdi></h1>
      <p class="subtitle"><bdi>${page.subtitle}</bdi></p>
      <p class="made">${page.made}</p>
    </header>
    ${page.groups.map(
      ({ caption, visitors }) =>
        html`<section><h2><bdi>${caption}</bdi></h2>${visitors.map(visitorBlock)}</section>`,
    )}
    <footer>${page.notes.map((note) => html`<p>${note}</p>`)}</footer>
  </main>`
}

function visitorBlock(visitor: VisitorPage['groups'][number]['visitors'][number]): Markup {
  const { photo, company, person, about, lastWords, promises } = visitor
  return html`<article class="visitor">
    <div class="photo">${photo === undefined ? html`` : html`<img src="/attachment/${photo}" alt="">`}</div>
    <div class="said">
      <p class="who"><b><bdi>${company}</bdi></b> <bdi>${person}</bdi></p>
      <p class="subtitle">${about}</p>
      ${lastWords === '' ? html`` : html`<p class="words">${lastWords}</p>`}
      ${promises.map(
        ({ text, due, late }) =>
          html`<p class="owed"><span class="${late ? 'late' : ''}">${due}</span> <bdi>${text}</bdi></p>`,
      )}
    </div>
  </article>`
}
