/** The marketplaces whose enquiry mails people paste; the channel ids are those of their spreadsheets. */
const PLATFORMS: readonly (readonly [channel: string, sign: RegExp])[] = [
  ['alibaba', /(^|[^\w-])(\w+\.)*alibaba(-inc)?\.com\b|阿里巴巴国际站/i],
  ['made-in-china', /(^|[^\w-])(\w+\.)*made-in-china\.com\b|中国制造网/i],
  ['global-sources', /(^|[^\w-])(\w+\.)*globalsources\.com\b|环球资源网?/i],
]

/** The marketplace that a text or an address names, as a channel id; undefined where it names none. */
export function enquiryPlatform(text: string): string | undefined {
  return PLATFORMS.find(([, sign]) => sign.test(text))?.[0]
}
