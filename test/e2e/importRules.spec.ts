import { expect, ready, test } from './app'
import { axeFaults } from './axeFaults'
import { dropFiles, importShown } from './importSteps'

const HEADINGS = 'Name,Company,Email,Job title,Credit limit'

function list(name: string, title: string, limit: string) {
  const text = `${HEADINGS}\nAna Lagos,Fictional Toys Ltd,ana@toys.example,${title},${limit}\n`
  return { name, bytes: new TextEncoder().encode(text) }
}

test('a column writes over what stands there when the person says so, and the next file with these headings does too', async ({
  launch,
}) => {
  const { page } = await launch()
  await ready(page)
  const result = page.getByRole('region', { name: 'What would happen' })
  await dropFiles(page, [list('first.csv', 'Buyer', '10k')])
  await importShown(page)

  await dropFiles(page, [list('second.csv', 'Head of purchasing', '20k')])
  await expect(result.getByRole('button', { name: /^1 already there/ })).toBeVisible()
  await page.getByLabel('Where the notebook has something in Job title already').selectOption('overwrite')
  await expect(result.getByText('Written over: job in 1 row.')).toBeVisible()
  await page.getByLabel('Where the notebook has something in Credit limit already').selectOption('append')
  await expect(result.getByRole('button', { name: /^1 .*rule of yours/ })).toBeVisible()
  expect(await axeFaults(page), 'rules').toEqual([])
  await importShown(page)

  // Another file with these headings is read by the same rules, and says so.
  await dropFiles(page, [list('third.csv', 'Director', '20k')])
  await expect(page.getByText('Read as you chose it for the last file with these headings.')).toBeVisible()
  await expect(page.getByLabel('Where the notebook has something in Job title already')).toHaveValue(
    'overwrite',
  )
  await expect(result.getByText('Written over: job in 1 row.')).toBeVisible()
  await result.getByRole('button', { name: /^1 .*rule of yours/ }).click()
  await expect(page.getByText('writes over: job')).toBeVisible()
  await page.getByLabel('Where the notebook has something in Job title already').selectOption('fillEmpty')
  await expect(result.getByRole('button', { name: /^1 already there/ })).toBeVisible()
})
