// The script of index.html. It runs in any browser from a folder on a disk: no network, no module, no file reading, and
// everything that anybody wrote goes into the page as text. Its own words stand in the page before it.
;(() => {
  const MOST_SHOWN = 300
  const words = JSON.parse(document.getElementById('words').textContent)
  const list = document.getElementById('list')
  const page = document.getElementById('page')
  const search = document.getElementById('search')
  const count = document.getElementById('count')
  const rest = document.getElementById('rest')
  const customers = []
  const scripts = new Map()

  window.orchardList = (lines) => {
    for (const [name, detail, found, script, place] of lines) {
      customers.push({ name, detail, script, place, text: folded(`${name} ${detail} ${found}`) })
    }
  }
  window.orchardPages = (script, pages) => scripts.set(script, pages)

  document.addEventListener('DOMContentLoaded', () => {
    const order = new Intl.Collator(document.documentElement.lang)
    customers.sort((a, b) => order.compare(a.name, b.name))
    showList()
    search.addEventListener('input', showList)
    window.addEventListener('hashchange', showPage)
    showPage()
  })

  function folded(text) {
    return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  }

  function element(name, text, className) {
    const made = document.createElement(name)
    if (text !== undefined) made.textContent = text
    if (className !== undefined) made.className = className
    made.dir = 'auto'
    return made
  }

  function filled(sentence, values) {
    return sentence.replace(/%(\w+)%/g, (all, name) => values[name] ?? all)
  }

  function showList() {
    const wanted = folded(search.value).split(/\s+/).filter(Boolean)
    const found = customers.filter(({ text }) => wanted.every((word) => text.includes(word)))
    const number = new Intl.NumberFormat(document.documentElement.lang)
    const [shown, total] = [number.format(found.length), number.format(customers.length)]
    count.textContent = filled(words.count, { shown, total })
    rest.textContent =
      found.length === 0
        ? words.none
        : found.length > MOST_SHOWN
          ? filled(words.more, { count: number.format(MOST_SHOWN) })
          : ''
    list.replaceChildren(...found.slice(0, MOST_SHOWN).map(listItem))
    markCurrent()
  }

  function listItem({ name, detail, script, place }) {
    const link = element('a', undefined, 'entry')
    link.href = `#${script}-${place}`
    link.append(element('span', name, 'name'), element('span', detail, 'detail'))
    const item = document.createElement('li')
    item.append(link)
    return item
  }

  function markCurrent() {
    for (const link of list.querySelectorAll('a')) {
      if (link.hash === location.hash) link.setAttribute('aria-current', 'page')
      else link.removeAttribute('aria-current')
    }
  }

  function showPage() {
    markCurrent()
    const wanted = /^#(\d+)-(\d+)$/.exec(location.hash)
    document.body.classList.toggle('open', wanted !== null)
    if (wanted === null) {
      page.replaceChildren(element('p', words.choose, 'hint'))
      return
    }
    const [script, place] = [Number(wanted[1]), Number(wanted[2])]
    loaded(script).then(
      (pages) => {
        if (location.hash !== wanted[0]) return
        if (pages?.[place] === undefined) page.replaceChildren(element('p', words.choose, 'hint'))
        else drawPage(pages[place])
      },
      () => page.replaceChildren(element('p', words.missing, 'hint')),
    )
  }

  // A page opened from a disk can't fetch a file beside it, but it can load it as a script.
  function loaded(script) {
    if (scripts.has(script)) return Promise.resolve(scripts.get(script))
    return new Promise((resolve, reject) => {
      const tag = document.createElement('script')
      tag.src = `reader/pages-${String(script).padStart(5, '0')}.js`
      tag.onload = () => resolve(scripts.get(script))
      tag.onerror = reject
      document.head.append(tag)
    })
  }

  function drawPage({ name, detail, sections, files, href }) {
    const back = element('a', words.back, 'back')
    back.href = '#'
    const title = element('h1', name)
    title.tabIndex = -1
    const asFile = element('a', words.file, 'file')
    asFile.href = href
    const parts = [back, title, element('p', detail, 'detail'), asFile]
    for (const section of sections) parts.push(element('h2', section.title), lines(section.lines))
    if (files.length > 0) {
      const links = files.map((file) => {
        const link = element('a', file.label)
        link.href = file.href
        const item = document.createElement('li')
        item.append(link)
        return item
      })
      const group = document.createElement('ul')
      group.append(...links)
      parts.push(element('h2', words.attachments), group)
    }
    page.replaceChildren(...parts)
    title.focus()
    page.scrollTop = 0
  }

  function lines(all) {
    const group = document.createElement('ul')
    for (const { lead, text } of all) {
      const item = document.createElement('li')
      if (lead !== undefined) item.append(element('b', lead))
      if (text !== '') item.append(element('div', text, 'text'))
      group.append(item)
    }
    return group
  }
})()
