import type { Target } from './targets'

/**
 * Header names in the languages we meet, as people write them; compared after `normaliseHeader`.
 * One line per language group keeps the list readable.
 */
const NAMES: readonly (readonly [Target, string])[] = [
  [
    'person.first',
    'first name|given name|firstname|forename|vorname|prénom|nombre|nome|имя|名|名字|förnamn|ad|adı',
  ],
  [
    'person.last',
    'last name|family name|surname|nachname|nom|nom de famille|apellido|apellidos|cognome|sobrenome|фамилия|姓|姓氏|efternamn|soyad|soyadı',
  ],
  ['person.middle', 'middle name|additional name|отчество'],
  [
    'person.full',
    'name|full name|fullname|contact|contact name|contact person|buyer|buyer name|attendee name|lead name|姓名|联系人|联系人姓名|联系人昵称|聯絡人|聯繫人|买家姓名|买家名称|買家姓名|發件人|发件人|采购商联系人|氏名|お名前|担当者',
  ],
  [
    'person.full',
    '이름|성명|담당자|họ tên|họ và tên|tên|người liên hệ|שם|שם מלא|איש קשר|الاسم|اسم|جهة الاتصال|ad soyad|contato|contacto|ansprechpartner|ansprechpartnerin|kontakt|nom complet|nombre completo|nome completo|контакт|контактное лицо|фио',
  ],
  [
    'email',
    'email|e-mail|email address|e-mail address|emailaddress|work email|business email|mail|邮箱|电子邮件|电子邮件地址|电子邮箱|联系人邮箱|买家邮箱|買家信箱|電子郵件|電郵|メール|メールアドレス|이메일|correo|correo electrónico|courriel|adresse e-mail|e-mail-adresse|эл. почта|электронная почта|почта|דוא"ל|אימייל|מייל|البريد|البريد الإلكتروني|e-posta|eposta|thư điện tử',
  ],
  [
    'phone',
    'phone|tel|telephone|phone number|telephone number|work phone|business phone|office phone|landline|landline number|电话|座机|固定电话|固话|联系电话|联系人电话|买家电话|公司电话|電話|電話番号|전화|전화번호|telefon|telefone|telefono|teléfono|téléphone|telefonnummer|телефон|טלפון|الهاتف|هاتف|điện thoại|số điện thoại',
  ],
  [
    'mobile',
    'mobile|cell|cellphone|cell phone|mobile phone|mobile number|mobile phone number|手机|手机号|手机号码|移动电话|手機|行動電話|携帯|携帯電話|휴대폰|휴대전화|handy|mobil|mobiltelefon|portable|móvil|celular|cellulare|мобильный|мобильный телефон|נייד|טלפון נייד|الجوال|الهاتف المحمول|cep telefonu|di động|手机whatsapp|mobile/whatsapp',
  ],
  ['fax', 'fax|fax number|传真|傳真|business fax|telefax|факс'],
  ['whatsapp', 'whatsapp|whatsapp number|whatsapp no|wa'],
  ['wechat', 'wechat|weixin|微信|微信号|wechat id'],
  ['line', 'line|line id'],
  ['zalo', 'zalo'],
  ['telegram', 'telegram'],
  ['skype', 'skype|skype id'],
  ['qq', 'qq|qq号|qq号码'],
  ['linkedin', 'linkedin|linkedin url|linkedin profile|领英'],
  ['messaging', 'im|sns|社交平台|社交账号|imaddress|messaging|即时通讯|即時通訊'],
  [
    'company.name',
    'company|company name|organization|organisation|organization name|organisation name|account|account name|company / account|employer|customer|customer name|client|firm|business name|buyer company|employee company|公司|公司名称|公司名|客户名称|客户|单位|单位名称|工作单位|企业名称|买家公司|采购商|采购商名称|公司名稱|公司名称(英文)|会社|会社名|貴社名',
  ],
  [
    'company.name',
    '회사|회사명|업체명|şirket|şirket adı|firma|firma adı|firmenname|unternehmen|société|entreprise|raison sociale|empresa|azienda|ditta|компания|организация|название компании|công ty|tên công ty|חברה|שם החברה|الشركة|اسم الشركة',
  ],
  [
    'person.title',
    'job title|jobtitle|position|role|function|funktion|designation|occupation|cargo|poste|fonction|puesto|ruolo|职位|职务|职称|職位|職稱|役職|직위|직책|должность|chức vụ|תפקיד|المسمى الوظيفي|unvan|pozisyon|stelle',
  ],
  ['person.titleOrSalutation', 'title|头衔|titel'],
  ['person.salutation', 'salutation|name prefix|prefix|称谓|anrede|civilité|tratamiento'],
  ['person.suffix', 'suffix|name suffix'],
  ['person.department', 'department|dept|部门|部門|abteilung|service|departamento|отдел'],
  ['person.nickname', 'nickname|nick name|昵称'],
  ['person.language', 'language|preferred language|语言'],
  [
    'country',
    'country|country/region|country/territory|country or region|nation|land|pays|país|pais|paese|страна|国家|国家/地区|国家地区|国别|国籍|買家國家|买家国家|國家|国|국가|quốc gia|מדינה|ארץ|الدولة|البلد|ülke|country code',
  ],
  [
    'web',
    'website|url|web page|webpage|homepage|web site|web|company website|网址|公司网址|官网|网站|網址|ホームページ|webseite|site web|sitio web|sito|сайт|trang web|אתר|الموقع',
  ],
  [
    'address',
    'address|street|street address|mailing address|business address|company address|地址|公司地址|联系地址|住所|주소|adresse|anschrift|straße|strasse|dirección|indirizzo|endereço|адрес|địa chỉ|כתובת|العنوان|adres|city|城市|ort|stadt|ville|ciudad|città|cidade|город|state|province|state/province|region|省份|zip|zip code|zip/postal code|postal code|postcode|postalcode|邮编|plz',
  ],
  [
    'channel',
    'lead source|leadsource|original source|source|origin|campaign|utm source|客户来源|来源|渠道|来源渠道|herkunft|quelle|origine|fuente|источник',
  ],
  ['touch', 'event|event name|fair|trade show|exhibition|展会|展会名称|届|届次|messe|salon|feria'],
  ['touch.booth', 'booth|booth no|booth number|stand|展位|展位号|摊位'],
  [
    'inter.when',
    'last activity date|last activity|last contacted|last contact|date scanned|scan date|scanned at|scan time|connected on|inquiry date|enquiry date|date met|met on|最近跟进时间|询盘时间|跟进时间|最近联系时间|接触日期|scandatum|erfasst am',
  ],
  [
    'inter.text',
    'message|content|comments|询盘内容|跟进记录|沟通记录|nachricht|kommentar|bemerkung|bemerkungen',
  ],
  [
    'note',
    'notes|note|description|remark|remarks|memo|备注|公司备注|说明|客户备注|備註|メモ|비고|notizen|notiz|notas|note interne|примечание|комментарий|ghi chú|הערות|ملاحظات|notlar',
  ],
  [
    'tags',
    'tags|tag|labels|categories|group|groups|group membership|标签|分组|客户分组|標籤|etiquetas|schlagworte|kategorien',
  ],
  ['grade', 'rating|lead rating|grade|priority|score|评级|客户等级|客户星级|星级|等级|买家等级|bewertung'],
  [
    'product',
    'product|products|product name|products of interest|product interest|interest|产品|产品名称|意向产品|主营产品|感兴趣的产品|采购意向|询盘产品|采购产品|produkt|produkte|produit|producto|товар|продукт|sản phẩm',
  ],
  [
    'date',
    'date|day|日期|datum|fecha|data|дата|ngày|תאריך|التاريخ|tarih|日付|created|create date|creation date|created at|created time|创建时间|创建日期|登记日期|erstellt',
  ],
  [
    'amount',
    'amount|total|金额|订单总价|总金额|总价|montant|betrag|importe|importo|valor|сумма|amount spent|cost|spend|花费|费用',
  ],
  ['currency', 'currency|币种|货币|währung|devise|moneda|valuta|валюта|currency code'],
  [
    'optout',
    'email opt out|unsubscribed|unsubscribed from all email|blacklisted|email blacklisted|do not contact|do not email|opt out|optout|退订',
  ],
  ['consent', 'consent to contact|marketing consent|gdpr consent|email consent|einwilligung'],
  // Central and northern Europe, Thai, Indonesian.
  ['person.full', 'imię i nazwisko|jméno a příjmení|név|namn|navn|nimi|ชื่อ|nama|naam|numele'],
  ['person.first', 'imię|jméno|fornavn|etunimi|voornaam|prenume'],
  ['person.last', 'nazwisko|příjmení|etternavn|sukunimi|achternaam'],
  ['country', 'kraj|země|krajina|ország|maa|ประเทศ|negara|țara'],
  [
    'company.name',
    'firma klienta|nazwa firmy|spółka|společnost|cég|företag|selskap|yritys|bedrijf|บริษัท|perusahaan',
  ],
  ['person.title', 'stanowisko|pozice|beosztás|befattning|stilling|ตำแหน่ง|jabatan'],
  [
    'address',
    'miasto|město|şehir|il|ulica|kod pocztowy|المدينة|도시|시|市区|市区町村|都道府県|郵便番号|עיר|thành phố|เมือง|kota|индекс|улица|область',
  ],
  ['note', 'uwagi|notatki|poznámka|megjegyzés|anteckningar|หมายเหตุ|catatan'],
  ['externalId', 'badge id|lead id|contact id|customer id|客户编号|客户代码'],
  ['section', 'section'],
]

const SEPARATORS = /[\s()（）:：/_\-–*]+/gu

/**
 * Header -> key for comparison: NFKC, lower case, without spaces and `() : / _ - *`.
 * @example normaliseHeader('Ｅ-mail  Address：') // 'emailaddress'
 */
export function normaliseHeader(header: string): string {
  return header.normalize('NFKC').toLowerCase().replace(INVISIBLE, '').replace(SEPARATORS, '')
}

const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g

/** The key without its number: `mobile2` -> `mobile`, 2. Number 1 when there is none. */
function splitIndex(key: string): { readonly base: string; readonly index: number } {
  const match = /^(.*?\D)(\d{1,3})$/.exec(key)
  return match ? { base: match[1] ?? key, index: Number(match[2]) } : { base: key, index: 1 }
}

const BY_KEY = new Map<string, Target>()
for (const [target, names] of NAMES) {
  for (const name of names.split('|')) {
    const key = normaliseHeader(name)
    if (!BY_KEY.has(key)) BY_KEY.set(key, target)
  }
}

/** The target that a header's name alone suggests, or undefined. */
export function aliasTarget(header: string): Target | undefined {
  const key = normaliseHeader(header)
  return BY_KEY.get(key) ?? BY_KEY.get(splitIndex(key).base)
}
