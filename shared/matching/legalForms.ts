/**
 * Legal forms of companies, folded (see fold.ts), as the words they are written with after dots and
 * punctuation are gone: `S.p.A.` -> `spa`, `GmbH & Co. KG` -> `gmbh co kg`. Dropped only from the ends of
 * a name, so that a company called "Inc Design" keeps its word.
 */
const TRAILING = `ltd; limited; co ltd; co limited; company limited; company ltd; company; co; corp; corporation; inc;
incorporated; llc; lc; llp; lp; lllp; plc; pllc; pc; pty ltd; pty limited; pty; pvt ltd; pvt; private limited; private ltd;
pte ltd; pte; sdn bhd; bhd; berhad; tbk; persero; gmbh; gmbh co kg; gmbh cokg; ag co kg; mbh; ug; ag; kg; ohg; ek; ev; eg;
kgaa; se; gesmbh; sa; sas; sasu; sarl; sa rl; s a r l; eurl; snc; sci; sca; scs; spa; srl; srls; sapa; sl; slu; sll; sau; s l;
sa de cv; s de rl de cv; s de rl; sab de cv; sapi de cv; de cv; rl; cv; sac; saa; eirl; spa limitada; ltda; limitada; ltda me; eireli; me; epp;
lda; unipessoal lda; sgps; bv; nv; vof; bvba; sprl; srl bv; ab; publ; hb; kb; as; asa; ans; da; aps; a s; ivs; oy; oyj; ky;
ehf; hf; sp z oo; sp zoo; sp z o o; spzoo; sp j; sp k; sa sp k; spolka akcyjna; spolka z oo; sro; s r o; spol s ro; as cz; doo; d o o; dd; ad; ead; ood; eood; et;
srl d; kft; zrt; nyrt; bt; rt; uab; oü; ou; sia; as sti; ltd sti; san tic ltd sti; san ve tic as; san ve tic ltd sti; tic ltd sti; tic as; sti; a ş;
epe; ae; oe; ee; ike; fze; fzco; fz llc; fzc; dmcc; wll; saoc; saog; psc; pjsc; jsc; ojsc; cjsc; jsc co; kk; k k; gk; yk; g k; kabushiki kaisha;
co pvt ltd; est; establishment; и п; ооо; оао; зао; пао; ао; ип; тоо; чп; фоп; тов; ат; оод; еоод; ад; ет; α ε; αε; εε; οε; επε; ικε;
בעמ; בע מ; ltd il; ש מ; жшс; شمم; ذمم; شذمم; 주식회사; 유한회사; 유한책임회사; ش م م; شركه; ذ م م; م م ح; ش ذ م م; ش م ل;
有限公司; 有限责任公司; 有限責任公司; 股份有限公司; 股份公司; 集团有限公司; 集團有限公司; 集团; 集團; 公司; 厂; 廠; 株式会社; 株式會社; 合同会社; 有限会社; 合資会社; 株; 有; 주`

const LEADING = `cong ty tnhh mtv; cong ty tnhh mot thanh vien; cong ty tnhh hai thanh vien; cong ty tnhh; cong ty trach nhiem huu han; cong ty co phan; cong ty cp; cong ty; ctcp; ct tnhh; cty tnhh; cty cp; cty;
doanh nghiep tu nhan; dntn; hkd; pt; cv; ud; ооо; оао; зао; пао; ао; ип; тоо; чп; фоп; тов; ат; пп; ab; as; oy; a s; ky; sia; uab; sa; spa; sarl; ets; etablissements;
שרכת; חברת; شركه; مؤسسه; موسسه; 주식회사; 유한회사; 株式会社; 株式會社; 有限会社; 合同会社; 株; 有; 주; the; messrs; m s; firma; fa`

/** Chinese, Japanese and Korean forms are written without a space and are cut from the characters. */
export const GLUED_FORMS: readonly string[] = [
  '有限责任公司',
  '有限責任公司',
  '股份有限公司',
  '集团有限公司',
  '集團有限公司',
  '有限公司',
  '股份公司',
  '株式会社',
  '株式會社',
  '合同会社',
  '有限会社',
  '合資会社',
  '주식회사',
  '유한회사',
]

const BY_LAST_WORD = formsBy(TRAILING, (form) => form.at(-1) ?? '')
const BY_FIRST_WORD = formsBy(LEADING, (form) => form[0] ?? '')

/** How many words at the end of a folded name are its legal form; 0 if none, or if nothing else is left. */
export function trailingForm(words: readonly string[]): number {
  for (const form of BY_LAST_WORD.get(words.at(-1) ?? '') ?? []) {
    const offset = words.length - form.length
    if (offset > 0 && form.every((word, index) => words[offset + index] === word)) return form.length
  }
  return 0
}

/** How many words at the start of a folded name are its legal form; 0 if none, or if nothing else is left. */
export function leadingForm(words: readonly string[]): number {
  for (const form of BY_FIRST_WORD.get(words[0] ?? '') ?? []) {
    if (words.length > form.length && form.every((word, index) => words[index] === word)) return form.length
  }
  return 0
}

/** Longest first, so that `co ltd` is not cut to `ltd`. */
function formsBy(list: string, word: (form: readonly string[]) => string): ReadonlyMap<string, string[][]> {
  const forms = list.split(';').map((form) => form.trim().split(/\s+/))
  const by = new Map<string, string[][]>()
  for (const form of forms.sort((a, b) => b.length - a.length)) {
    const known = by.get(word(form))
    if (known) known.push(form)
    else by.set(word(form), [form])
  }
  return by
}
