import * as z from 'zod'

const linkSchema = z.url({ protocol: /^https?$/, hostname: z.regexes.domain })

/** Whether a text is the address of a page that may stand in a letter: http or https, with a host. */
export function isWebLink(text: string): boolean {
  return linkSchema.safeParse(text).success
}
