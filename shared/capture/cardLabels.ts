import { fold } from '../matching/fold'
import type { CardLineKind } from './cardLine'

/** What a label announces. `fax` is recognised so that it is not taken for a telephone. */
export type Label = CardLineKind | 'fax' | 'post'

/** Labels as printed on cards, folded (see fold.ts), without dots. */
const LABELS: readonly (readonly [Label, string])[] = [
  [
    'email',
    'e,email,e-mail,mail,e-post,correo,邮箱,邮件,電郵,电邮,电子邮箱,电子邮件,電子郵件,メール,이메일,메일,דואל,דוא"ל,אימייל,بريد,البريد الالكتروني,эл почта,почта',
  ],
  [
    'phone',
    `t,tel,tell,telephone,phone,ph,p,fon,telefon,telefono,telefone,tfn,tlf,tel no,hotline,office,direct,direct line,d,o,h,landline,switchboard,
    m,mob,mobile,mobil,mobiltelefon,mobile no,mobile phone,cell,cellphone,cell phone,handy,handphone,hp,cel,movil,celular,gsm,dd,di dong,dtdd,dt,dien thoai,
    手机,手機,手机号,手机号码,移动电话,行動電話,电话,電話,电话号码,座机,总机,直线,联系电话,携帯,携帯電話,휴대폰,핸드폰,전화,전화번호,모바일,טל,טלפון,נייד,פלאפון,هاتف,جوال,موبايل,محمول,ت,ج,тел,телефон,моб,contact,contact no,call`,
  ],
  ['fax', 'f,fax,telefax,fax no,传真,傳真,ファックス,ファクス,팩스,פקס,فاكس,факс'],
  ['whatsapp', 'whatsapp,whats app,wa,ws,whatsapp no,واتساب,واتس اب,וואטסאפ'],
  ['wechat', 'wechat,we chat,wechat id,weixin,wx,微信,微信号,微信號,微信id,위챗'],
  ['line', 'line,line id,lineid'],
  ['zalo', 'zalo,zalo id'],
  ['linkedin', 'linkedin,linked in,in'],
  [
    'web',
    'w,web,website,www,url,site,homepage,home page,webb,sito,网址,网站,網址,網站,官网,ホームページ,홈페이지,אתר,الموقع,сайт',
  ],
  ['company', 'company,company name,organization,公司,公司名称,单位,会社名,회사,cong ty,firma,empresa'],
  [
    'person',
    'name,full name,contact person,姓名,昵称,暱稱,微信昵称,nickname,联系人,氏名,名前,이름,성명,ho ten,ho va ten,שם,الاسم,имя',
  ],
  [
    'title',
    'title,position,job title,post,职位,职务,職稱,役職,직위,chuc vu,cargo,puesto,תפקיד,المنصب,должность',
  ],
  [
    'address',
    'a,add,addr,address,adresse,adress,adres,direccion,endereco,indirizzo,dia chi,d/c,dc,hq,head office,factory,office address,地址,地区,地區,公司地址,工厂地址,住所,所在地,주소,כתובת,عنوان,العنوان,адрес',
  ],
  [
    'taxNumber',
    `mst,ma so thue,vat,vat no,vat id,vat number,tax,tax id,tax no,tax code,ust-idnr,ust-id,ustid,steuernummer,p iva,piva,partita iva,cif,nif,nie,rut,rfc,cnpj,cpf,org nr,orgnr,org no,organisationsnummer,siret,siren,tva,
    gstin,gst,gst no,ein,abn,acn,kvk,btw,nip,regon,krs,ico,dic,inn,инн,кпп,огрн,uen,reg no,company reg,registration no,co reg no,crn,税号,稅號,统一社会信用代码,統一編號,統編,信用代码,法人番号,사업자등록번호,חפ,ח"פ,ח.פ,עמ,الرقم الضريبي`,
  ],
  ['country', 'country,国家,國家,国,pais,land,quoc gia'],
  ['post', 'zip,zip code,post code,postcode,postal code,plz,cep,邮编,郵編,邮政编码,〒'],
]

const BY_TEXT: ReadonlyMap<string, Label> = new Map(
  LABELS.flatMap(([label, words]) => words.split(',').map((word) => [bare(word), label] as const)),
)
const MAX_LABEL_CHARS = 40
/** Labels that need no colon after them. */
const UNMISTAKABLE: ReadonlySet<Label> = new Set(['taxNumber', 'wechat', 'line', 'zalo', 'whatsapp'])
const JOINED = /[/&+,、／和]/

/**
 * What a piece of text announces, if it is nothing but a label: `Mob.:` -> phone, `Tel/WhatsApp` -> both.
 * Empty for anything that is more than a label.
 */
export function labelsOf(text: string): Label[] {
  if (text.length > MAX_LABEL_CHARS) return []
  const whole = BY_TEXT.get(bare(text))
  if (whole) return [whole]
  const parts = text.split(JOINED).map((part) => BY_TEXT.get(bare(part)))
  return parts.every((part) => part !== undefined) ? [...new Set(parts)] : []
}

/**
 * The label that a text begins with and where the value after it starts: `WeChat: xyz`, `MST 0401`,
 * `微信号xyz`. Needs a colon, a space or, after a label in Chinese, nothing in between.
 */
export function leadingLabel(text: string): { labels: Label[]; valueStart: number } | undefined {
  const head = text.slice(0, MAX_LABEL_CHARS)
  const colon = /[:：]/.exec(head)
  if (colon) {
    const labels = labelsOf(head.slice(0, colon.index))
    return labels.length > 0 ? { labels, valueStart: colon.index + 1 } : undefined
  }
  for (let end = head.length; end > 0; end--) {
    const next = head.charAt(end)
    const cjk = /[\u4e00-\u9fff]/.test(head.charAt(end - 1))
    if (next !== '' && !/\s/.test(next) && !cjk) continue
    if (next === '' && end === text.length) continue
    const labels = labelsOf(head.slice(0, end))
    // "Company", "Line" or a letter before a space begin a name as often as they announce one.
    if (labels.some((label) => UNMISTAKABLE.has(label)) && bare(head.slice(0, end)) !== 'line') {
      return { labels, valueStart: end }
    }
  }
  return undefined
}

function bare(text: string): string {
  return fold(text)
    .replace(/['’‘`´׳״"“”]+/g, '')
    .replace(/[.:()[\]{}【】（）·•*_#\s]+/g, ' ')
    .trim()
}
