import { createFair, daysFromToday } from '../../build/tour/fairSteps'
import { defaultPromiseDay } from '../../renderer/store/promiseDay'
import { expect, ready, test } from './app'
import { Keyboard } from './keyboard'
import { dumpNotebook, liveRecords } from './notebookDump'

const NOTE = 'Called: wants $17,900 if lids wait. !photos tomorrow #bamboo'

test('a fair and a lead by keyboard alone', async ({ launch }) => {
  const { page } = await launch()
  await ready(page)
  const keys = new Keyboard(page)
  const field = (label: string) => page.getByLabel(label, { exact: true })
  await expect(page.getByLabel('Name of this edition')).toBeFocused()
  await keys.type('Tavola, autumn 2026')
  await keys.tabTo(field('City'))
  await keys.type('Kortrijk')
  await keys.tabTo(field('First day'))
  await keys.typeDay(daysFromToday(-1))
  await keys.tabTo(field('Last day'))
  await keys.typeDay(daysFromToday(2))
  await keys.tabTo(field('Booth'))
  await keys.type('C34')
  await keys.tabTo(field('Our people at the booth'))
  await keys.type('Linh, Minh')
  await keys.press('Enter')
  await expect(page.getByRole('heading', { name: 'Tavola, autumn 2026' })).toBeVisible()
  await expect(page.getByLabel('Company')).toBeFocused()
  keys.countFromHere()
  await keys.type('Công ty CP Bếp Xanh')
  await keys.press('Enter')
  await keys.type('Trần Thị Ngọc Ánh')
  await keys.press('Enter')
  await keys.type('+84 905 550 173')
  await keys.press('Alt+4')
  await keys.type('ngocanh@bepxanh.example')
  await keys.press('Alt+6')
  await keys.press('a')
  await keys.press('Alt+7')
  await keys.press('1')
  await keys.press('Alt+9')
  await keys.press('2')
  await keys.press('Alt+0')
  await keys.type('Bamboo lid 16')
  await keys.press('Enter')
  await keys.press('Alt+-')
  await keys.type('Food-contact test report')
  await keys.press('Alt+[')
  await keys.press('Space')
  const plan = page.getByRole('checkbox', { name: 'Fair welcome' })
  await expect(plan).not.toBeChecked()
  await keys.press('Alt+]')
  await expect(plan).toBeChecked()
  // Who was at the booth is read a moment after the form is there.
  await expect(page.getByRole('radio', { name: 'Minh' })).toBeVisible()
  await keys.press('Alt+\\')
  await keys.press('2')
  await expect(page.getByRole('radio', { name: 'Minh' })).toBeChecked()
  // All that a lead asks for, and no more presses than that beside what is written down.
  expect(keys.counted()).toBeLessThanOrEqual(20)
  // The card beside the form takes the cursor, not the form's keys.
  await keys.tabTo(field('Card text'))
  await keys.press('Alt+1')
  await expect(page.getByLabel('Company')).toBeFocused()
  await keys.tabTo(field('Card text'))
  await keys.press('Control+Enter')
  await expect(page.getByText('1 customer')).toBeVisible()
  await expect(page.getByLabel('Company')).toHaveValue('')
  // The offer is made anew to each lead; who talks stays with the desk.
  await expect(plan).not.toBeChecked()
  await expect(page.getByRole('radio', { name: 'Minh' })).toBeChecked()

  const dump = await dumpNotebook(page)
  const [fair] = liveRecords(dump, 'touchpoints')
  expect(fair).toMatchObject({
    kind: 'fair',
    name: 'Tavola, autumn 2026',
    city: 'Kortrijk',
    startsOn: daysFromToday(-1),
    endsOn: daysFromToday(2),
    booth: 'C34',
  })
  expect(liveRecords(dump, 'staff').map(({ name }) => name)).toEqual(['Linh', 'Minh'])
  const [customer] = liveRecords(dump, 'customers')
  const [person] = liveRecords(dump, 'people')
  const [product] = liveRecords(dump, 'products')
  const [meeting] = liveRecords(dump, 'interactions')
  expect(customer).toMatchObject({ name: 'Công ty CP Bếp Xanh', grade: 'A', sourceTouchpointId: fair?.id })
  expect(product).toMatchObject({ name: 'Bamboo lid 16' })
  expect(person).toMatchObject({
    customerId: customer?.id,
    fullName: 'Trần Thị Ngọc Ánh',
    handles: [
      { kind: 'phone', value: '+84905550173', entered: '+84 905 550 173' },
      { kind: 'email', value: 'ngocanh@bepxanh.example', entered: 'ngocanh@bepxanh.example' },
    ],
  })
  expect(meeting).toMatchObject({
    customerId: customer?.id,
    personIds: [person?.id],
    kind: 'met',
    touchpointId: fair?.id,
    staffId: liveRecords(dump, 'staff').find(({ name }) => name === 'Minh')?.id,
    grade: 'A',
    answers: [
      { question: 'role', value: 'buys' },
      { question: 'timing', value: 'months3' },
    ],
    productIds: [product?.id],
  })
  expect(liveRecords(dump, 'enrolments')).toMatchObject([{ customerId: customer?.id }])
  expect(liveRecords(dump, 'promises')).toEqual([
    expect.objectContaining({
      customerId: customer?.id,
      by: 'us',
      text: 'Food-contact test report',
      dueOn: defaultPromiseDay(daysFromToday(0), ''),
      interactionId: meeting?.id,
    }),
  ])
  expect(liveRecords(dump, 'consents')).toEqual([
    expect.objectContaining({
      personId: person?.id,
      carrier: 'email',
      address: 'ngocanh@bepxanh.example',
      purpose: 'followUp',
      state: 'given',
      touchpointId: fair?.id,
    }),
  ])
})

test('the notebook page of a lead', async ({ launch }) => {
  const { page } = await launch()
  await ready(page)
  await createFair(page)
  await page.getByLabel('Company').fill('Distribuidora Araucaria SpA')
  await page.getByLabel('Person', { exact: true }).fill('Valentina Ibáñez')
  await page.getByLabel('Mobile').fill('+56 9 5550 0142')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('1 customer')).toBeVisible()
  await page.getByLabel('Company').fill('Arauc')
  await page.keyboard.press('Control+3')
  await page.getByLabel('Search the notebook').fill('valen')
  await page.keyboard.press('Enter')
  const quickNote = page.getByRole('textbox', { name: 'Quick note' })
  await expect(quickNote).toBeVisible()
  // The page's keys work a moment after it can be seen.
  await expect(async () => {
    if (!(await quickNote.evaluate((field) => field === document.activeElement)))
      await page.keyboard.press('n')
    await expect(quickNote).toBeFocused({ timeout: 1_000 })
  }).toPass()
  await page.keyboard.type(NOTE)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: 'Quote' }).click()
  await page.getByLabel('Number').fill('Q-318')
  await page.getByLabel('Product 1').fill('Bowl 16, matt sand')
  await page.getByLabel('Quantity 1').fill('4,000')
  await page.getByLabel('Price a piece 1').fill('1.92')
  await page.keyboard.press('Enter')
  // It closes when the quote is saved; until then the keys are its own.
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByLabel('New fact, Enter').fill('Matt glazes, earth colours, no gold rim')
  await page.getByLabel('New fact, Enter').press('Enter')
  await expect(page.getByText('Matt glazes')).toBeVisible()

  const dump = await dumpNotebook(page)
  const [customer] = liveRecords(dump, 'customers')
  const note = liveRecords(dump, 'interactions').find(({ kind }) => kind === 'note')
  expect(customer).toMatchObject({ name: 'Distribuidora Araucaria SpA', stage: 'quote', tags: ['bamboo'] })
  expect(note).toMatchObject({ customerId: customer?.id, text: NOTE })
  expect(liveRecords(dump, 'promises')).toEqual([
    expect.objectContaining({
      customerId: customer?.id,
      by: 'us',
      text: 'photos',
      dueOn: daysFromToday(1),
      interactionId: note?.id,
    }),
  ])
  expect(liveRecords(dump, 'quotes')).toEqual([
    expect.objectContaining({
      customerId: customer?.id,
      number: 'Q-318',
      lines: [
        {
          description: 'Bowl 16, matt sand',
          quantity: '4000',
          unitPrice: { amount: 192, scale: 2, currency: 'USD' },
        },
      ],
      total: { minor: 768_000, currency: 'USD' },
      status: 'open',
    }),
  ])
  expect(liveRecords(dump, 'facts')).toEqual([
    expect.objectContaining({ customerId: customer?.id, text: 'Matt glazes, earth colours, no gold rim' }),
  ])
})

test('a lead with nothing but a note has a name to be found by, and its marks count', async ({ launch }) => {
  const { page } = await launch()
  await ready(page)
  await createFair(page)
  await page.getByRole('textbox', { name: 'Note', exact: true }).fill('!catalogue tomorrow #bamboo')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('complementary').getByText('no name yet')).toBeVisible()
  await page.keyboard.press('Control+3')
  await page.getByRole('button', { name: 'no name yet' }).click()
  await expect(page.getByText('catalogue').first()).toBeVisible()
  await expect(page.getByText('bamboo').first()).toBeVisible()
})

test('a card that is pasted into a line, and one that is typed, give their addresses a place', async ({
  launch,
}) => {
  const { page } = await launch()
  await ready(page)
  await createFair(page)
  const paste = (text: string) =>
    page.evaluate((pasted) => {
      const data = new DataTransfer()
      data.setData('text/plain', pasted)
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
      document.activeElement?.dispatchEvent(event)
    }, text)
  await page.getByLabel('Company').focus()
  await paste('Nordlund AB\nida@nordlund.example')
  await expect(page.getByRole('textbox', { name: 'E-mail' })).toHaveValue('ida@nordlund.example')
  await page.getByLabel('Card text').focus()
  await paste('\n+46 70 123 45 67')
  await expect(page.getByLabel('Mobile')).toHaveValue(/70.*123/)
  await page.getByLabel('Card text').press('End')
  await page.keyboard.type('\nida@home.example\n')
  await expect(page.getByRole('listitem').filter({ hasText: 'ida@home.example' })).toContainText('e-mail')
})

test('a lead set aside can be thrown away and brought back', async ({ launch }) => {
  const { page } = await launch()
  await ready(page)
  await createFair(page)
  await page.getByLabel('Company').fill('Nordlund')
  // From the card's text as from any line of the form.
  await page.getByLabel('Card text').fill('Anna Nordlund\nanna@nordlund.example')
  await page.keyboard.press('Escape')
  const aside = page.getByRole('button', { name: 'Nordlund', exact: true })
  await aside.press('Delete')
  await expect(aside).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).click()
  await aside.click()
  await expect(page.getByLabel('Company')).toHaveValue('Nordlund')
  await expect(page.getByRole('textbox', { name: 'E-mail' })).toHaveValue('anna@nordlund.example')
})

test('saying who I am moves nobody from their key, and makes no second person of a name that is there', async ({
  launch,
}) => {
  const { page } = await launch()
  await ready(page)
  await createFair(page)
  const booth = page.getByRole('radiogroup', { name: 'Staff' }).getByRole('radio')
  const callMe = async (name: string, called = name) => {
    await page.keyboard.press('Control+9')
    await page.getByRole('button', { name: /^My name:/ }).click()
    await page.getByRole('textbox', { name: 'My name' }).fill(name)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: `My name: ${called}` })).toBeVisible()
    await page.keyboard.press('Control+2')
  }
  await callMe('minh', 'Minh')
  await expect(booth).toHaveText(['1Linh', '2Minh'])
  // Another name from now on is the same person under it.
  await callMe('Bao')
  await expect(booth).toHaveText(['1Linh', '2Bao'])
})
