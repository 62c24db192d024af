import { expect, type Scene } from './photographer'

/** The day's list, what is asked about a line, and the evening's letters. */
export const todayScenes: readonly Scene[] = [
  {
    name: 'today',
    async show(photographer) {
      await photographer.go(1)
      await expect(photographer.button('today.done')).toBeVisible()
      await photographer.picture('today')
    },
  },
  {
    name: 'today-snooze',
    async show(photographer) {
      await photographer.go(1)
      await photographer.dialog('today-snooze', 's')
    },
  },
  {
    name: 'today-skip',
    async show(photographer) {
      await photographer.go(1)
      await photographer.dialog('today-skip', 'x')
    },
  },
  {
    name: 'today-mail-merge',
    async show(photographer) {
      await photographer.go(1)
      await photographer.dialog('today-mail-merge', photographer.button('mailMerge.open'))
    },
  },
  {
    name: 'today-appointment',
    async show(photographer) {
      await photographer.go(1)
      await photographer.dialog('today-appointment', 'F8')
    },
  },
  {
    name: 'evening-queue',
    async show(photographer) {
      await photographer.go(1)
      await photographer.button('evening.start').click()
      await expect(
        photographer.page.getByRole('heading', { name: photographer.words('evening.title') }),
      ).toBeVisible()
      await photographer.picture('evening-queue')
      await photographer.page.keyboard.press('Escape')
    },
  },
]
