// Legal forms at the end of a name, and those that Chinese, Korean and Russian put in front. Compared after cleaning.
const FORMS_AFTER = [
  'co ltd',
  'company limited',
  'limited liability company',
  'pvt ltd',
  'private limited',
  'pte ltd',
  'sdn bhd',
  'pty ltd',
  's a de c v',
  'sa de cv',
  'gmbh co kg',
  'gmbh & co kg',
  'gmbh',
  'ag',
  'kg',
  'ohg',
  'ug',
  'ltd',
  'limited',
  'llc',
  'llp',
  'plc',
  'inc',
  'incorporated',
  'corp',
  'corporation',
  'co',
  'company',
  's a',
  'sa',
  's l',
  'sl',
  's a s',
  'sas',
  'sarl',
  's a r l',
  's r l',
  'srl',
  's p a',
  'spa',
  'ltda',
  'a s',
  'as',
  'ab',
  'oy',
  'oyj',
  'aps',
  'b v',
  'bv',
  'n v',
  'nv',
  'jsc',
  'est',
  'd o o',
  'doo',
  'sp z o o',
  'k k',
  'kk',
  'kft',
  's r o',
  'sro',
  'בעמ',
  'בע מ',
  '股份有限公司',
  '有限责任公司',
  '有限公司',
  '株式会社',
  '有限会社',
  '주식회사',
  '유한회사',
  '公司',
]
const FORMS_BEFORE = [
  '株式会社',
  '有限会社',
  '주식회사',
  'ооо',
  'оао',
  'зао',
  'ао',
  'пао',
  'ип',
  'cong ty tnhh',
  'cong ty cp',
  'cong ty',
  'pt',
  'שרכת',
]

/**
 * Key under which spellings of one company meet: NFKC, lower case, no accents, no punctuation, no legal form.
 * Empty when nothing but signs was there.
 * @example companyKey('Fictional Toys Co., Ltd.') // 'fictionaltoys'
 */
export function companyKey(name: string): string {
  let key = ` ${name
    .replace(/[㈜㈱]/g, ' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/["'’״`]/g, '')
    .replace(/[^\p{L}\p{N}&]+/gu, ' ')
    .trim()} `
  for (let changed = true; changed; ) {
    changed = false
    for (const form of FORMS_AFTER) {
      const cut = stripEnd(key, form)
      if (cut !== key && cut.trim() !== '') {
        key = cut
        changed = true
      }
    }
    for (const form of FORMS_BEFORE) {
      const start = /^[\p{Script=Han}\p{Script=Hangul}]/u.test(form) ? ` ${form}` : ` ${form} `
      if (key.startsWith(start) && key.length > start.length + 1) {
        key = ` ${key.slice(start.length)}`
        changed = true
      }
    }
  }
  return key.replace(/\s+/g, '')
}

function stripEnd(key: string, form: string): string {
  // Chinese and Japanese forms are glued to the name, the others stand as a word of their own.
  const glued = /^[\p{Script=Han}\p{Script=Hangul}]/u.test(form)
  const end = glued ? `${form} ` : ` ${form} `
  return key.endsWith(end) ? `${key.slice(0, -end.length)} ` : key
}

/** Host of a website, without `www.`: `https://www.fictional-0.example/a` -> `fictional-0.example`. */
export function websiteDomain(url: string): string | undefined {
  const match = /^(?:[a-z]+:\/\/)?(?:[^@/\s]*@)?(?:www\d?\.)?([^\s/:?#]+\.[^\s/:?#.]{2,})/i.exec(url.trim())
  return match?.[1]?.toLowerCase()
}

/** The slug of a LinkedIn profile: lower case, no query, no slash. */
export function linkedinSlug(url: string): string | undefined {
  const match = /linkedin\.com\/(?:in|pub)\/([^/?#\s]+)/i.exec(url)
  if (!match) return undefined
  try {
    return decodeURIComponent(match[1] ?? '').toLowerCase()
  } catch {
    return match[1]?.toLowerCase()
  }
}
