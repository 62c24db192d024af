import { expectLeadSaved } from './fairSteps'
import { expect, type Tourist } from './tourist'

/** Somebody at the booth. Nobody here exists; numbers are reserved or impossible. */
interface Visitor {
  readonly company: string
  readonly person: string
  readonly phone?: string
  readonly email?: string
  readonly grade: 'a' | 'b' | 'c' | 'd'
  readonly role: string
  readonly product: string
  readonly promised?: string
  /** The key of whoever of us talks to them. */
  readonly staff: '1' | '2'
}

const VISITORS: readonly Visitor[] = [
  {
    company: 'Sjögren & Åkerlund AB',
    person: 'Astrid Sjögren',
    email: 'astrid@sjogren.example',
    grade: 'a',
    staff: '1',
    role: '2',
    product: 'Bowl 16 matt sand',
    promised: 'Food-contact test report',
  },
  {
    company: '拾光選物有限公司',
    person: '林怡君',
    email: 'lin@shiguang.example',
    grade: 'b',
    staff: '1',
    role: '1',
    product: 'Bamboo lid 16',
  },
  {
    company: 'מטבח הגליל בע״מ',
    person: 'יעל בן-ארי',
    phone: '+972 3 000 0137',
    grade: 'a',
    staff: '2',
    role: '1',
    product: 'Plate 26 matt sand',
  },
  {
    company: 'Casa Ferraris Srl',
    person: 'Marco Ferraris',
    email: 'marco@ferraris.example',
    grade: 'c',
    staff: '1',
    role: '3',
    product: 'Mug 30',
  },
  {
    company: 'Gốm Sứ Phước Lộc',
    person: 'Đặng Quốc Huy',
    phone: '+84 90 000 0142',
    grade: 'b',
    staff: '1',
    role: '4',
    product: 'Bowl 16 matt sand',
  },
  {
    company: '上海青禾餐饮用品',
    person: '王思远',
    email: 'wang@qinghe.example',
    grade: 'a',
    staff: '2',
    role: '1',
    product: 'Bowl 16 matt sand',
    promised: 'Price list',
  },
]

/** Captures everybody with the keyboard alone. */
export async function captureVisitors(tourist: Tourist): Promise<number> {
  const { page } = tourist
  for (const visitor of VISITORS) {
    await tourist.press('Alt+1')
    await tourist.type(visitor.company)
    await tourist.press('Alt+2')
    await tourist.type(visitor.person)
    if (visitor.phone !== undefined) {
      await tourist.press('Alt+3')
      await tourist.type(visitor.phone)
    }
    if (visitor.email !== undefined) {
      await tourist.press('Alt+4')
      await tourist.type(visitor.email)
    }
    await tourist.press('Alt+6')
    await tourist.press(visitor.grade)
    await tourist.press('Alt+7')
    await tourist.press(visitor.role)
    await tourist.press('Alt+0')
    await tourist.type(visitor.product)
    await tourist.press('Enter')
    if (visitor.promised !== undefined) {
      await tourist.press('Alt+-')
      await tourist.type(visitor.promised)
    }
    await tourist.press('Alt+[')
    await tourist.press('Space')
    await tourist.press('Alt+]')
    await tourist.press('Alt+\\')
    await tourist.press(visitor.staff)
    if (visitor === VISITORS[0]) await tourist.picture('capture')
    await tourist.press('Control+Enter')
    await expectLeadSaved(page)
    tourist.say(`captured ${visitor.company}, ${visitor.person}, grade ${visitor.grade.toUpperCase()}`)
  }
  return VISITORS.length
}

const CARD = [
  'Distribuidora Araucaria SpA',
  'Valentina Ibáñez',
  'Jefa de compras',
  'M +56 9 5550 0142',
  'valentina@araucaria.example',
  'www.araucaria.example',
  'Av. Providencia 1208, Santiago, Chile',
].join('\n')

/** Pastes a card's text into the form, places what is only likely, adds a photo, saves. */
export async function captureFromCard(tourist: Tourist, photo: string): Promise<void> {
  const { page } = tourist
  const box = page.getByLabel('Card text')
  await box.focus()
  await page.keyboard.insertText(CARD)
  await tourist.press('Control+A')
  await tourist.press('Control+X')
  await expect(box).toHaveValue('')
  await tourist.press('Control+V')
  await expect(page.getByRole('textbox', { name: 'E-mail' })).toHaveValue('valentina@araucaria.example')
  tourist.say('pasted a card: e-mail, phone and web address found their places by themselves')
  for (const target of ['company?', 'person?', 'job title?']) {
    const offer = page.getByRole('button', { name: target, exact: true })
    if (await offer.count()) await offer.first().click()
  }
  await tourist.answerOpenDialog([photo])
  await page.getByRole('button', { name: 'Add a photo' }).click()
  await expect(page.getByRole('img', { name: 'Photo 1' })).toBeVisible()
  tourist.say('added a photo of the card; it was on disk before the form named it')
  await tourist.picture('card')
  await page.getByLabel('Company').focus()
  await tourist.press('Control+Enter')
  await expectLeadSaved(page)
}

/** Types somebody who has been met before and answers the question. */
export async function meetAgain(tourist: Tourist): Promise<void> {
  const { page } = tourist
  await tourist.press('Alt+1')
  await tourist.type('Sjogren Akerlund')
  await expect(page.getByRole('region', { name: 'Met before' })).toBeVisible()
  await tourist.picture('met-before')
  tourist.say(
    'typing "Sjogren Akerlund" without its dots: met before, with the last talk and the open promise',
  )
  await tourist.press('Escape')
}
