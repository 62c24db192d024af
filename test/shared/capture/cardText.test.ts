import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCardText } from '../../../shared/capture/cardText'

/** `*` is sure, `?` is a suggestion. */
function read(text: string, country?: string): string[] {
  return readCardText(text, country).lines.map(
    (line) => `${line.sure ? '*' : '?'} ${line.kind}: ${line.value}`,
  )
}

describe('cards of the world', () => {
  test('Vietnamese', () => {
    const card = `CÔNG TY CP BẾP XANH
Trần Thị Ngọc Ánh
Trưởng phòng Mua hàng
M +84 905 550 173
ngocanh@bepxanh.example
27 Bạch Đằng, Đà Nẵng
MST 0401 998 872
T +84 236 555 0148`
    expect(read(card)).toEqual([
      '? company: CÔNG TY CP BẾP XANH',
      '? person: Trần Thị Ngọc Ánh',
      '? title: Trưởng phòng Mua hàng',
      '* phone: +84905550173',
      '* email: ngocanh@bepxanh.example',
      '? address: 27 Bạch Đằng, Đà Nẵng',
      '? taxNumber: 0401 998 872',
      '* phone: +842365550148',
    ])
    expect(readCardText(card).country).toEqual({ country: 'VN', from: 'dialCode' })
  })

  test('Chinese, with the mobile number on WeChat, an extension and a fax', () => {
    expect(
      read(`上海青禾餐饮用品有限公司
王思远 采购总监
手机：138 1234 5678（微信同号）
电话：021-6888 1234 转 8001  传真：021-6888 1235
邮箱：wang.siyuan@qinghe.example.cn
微信号：wangsy_88
地址：上海市浦东新区张江路88号3楼
www.qinghe.example.cn`),
    ).toEqual([
      '? company: 上海青禾餐饮用品有限公司',
      '? person: 王思远',
      '? title: 采购总监',
      '* phone: +8613812345678',
      '* wechat: +8613812345678',
      '* phone: +862168881234',
      '? other: +862168881235',
      '* email: wang.siyuan@qinghe.example.cn',
      '* wechat: wangsy_88',
      '? address: 上海市浦东新区张江路88号3楼',
      '* web: https://www.qinghe.example.cn',
    ])
  })

  test('Swedish, three numbers on a line', () => {
    expect(
      read(`Sjögren & Åkerlund AB
Astrid Sjögren | Inköpschef
Storgatan 12, 114 55 Stockholm, Sweden
Tel: 08-123 45 67 Mob: 070-123 45 67 Fax: 08-123 45 68
astrid.sjogren@sjogren.se | www.sjogren.se
Org.nr 556677-8899`),
    ).toEqual([
      '? company: Sjögren & Åkerlund AB',
      '? person: Astrid Sjögren',
      '? title: Inköpschef',
      '? address: Storgatan 12, 114 55 Stockholm, Sweden',
      '* phone: +4681234567',
      '* phone: +46701234567',
      '? other: +4681234568',
      '* email: astrid.sjogren@sjogren.se',
      '* web: https://www.sjogren.se',
      '? taxNumber: 556677-8899',
    ])
  })

  test('German, a mobile number that is on WhatsApp too', () => {
    expect(
      read(`Jürgen Müller
Leiter Einkauf
Foo Handels GmbH & Co. KG
Hauptstraße 5, 20095 Hamburg
T +49 (0)40 123456-78  F +49 40 123456-79
Mobil/WhatsApp: +49 170 1234567
j.mueller@foo-handels.de
USt-IdNr. DE123456789`),
    ).toEqual([
      '? person: Jürgen Müller',
      '? title: Leiter Einkauf',
      '? company: Foo Handels GmbH & Co. KG',
      '? address: Hauptstraße 5, 20095 Hamburg',
      '* phone: +494012345678',
      '? other: +494012345679',
      '* phone: +491701234567',
      '* whatsapp: +491701234567',
      '* email: j.mueller@foo-handels.de',
      '? taxNumber: DE123456789',
    ])
  })

  test('Hebrew', () => {
    expect(
      read(`מטבח הגליל בע״מ
יעל בן־ארי
מנהלת רכש
טל׳ 04-6951234
yael@galil.co.il
רח׳ הרצל 5, צפת, ישראל
ח.פ. 514123456`),
    ).toEqual([
      '? company: מטבח הגליל בע״מ',
      '? person: יעל בן־ארי',
      '? title: מנהלת רכש',
      '* phone: +97246951234',
      '* email: yael@galil.co.il',
      '? address: רח׳ הרצל 5, צפת, ישראל',
      '? taxNumber: 514123456',
    ])
  })

  test('Arabic, with Arabic digits', () => {
    expect(
      read(`شركة النور للتجارة
أحمد محمد
مدير المشتريات
جوال: ٠٥٠١٢٣٤٥٦٧ هاتف: +966 11 123 4567
ahmed@alnoor.com.sa`),
    ).toEqual([
      '? company: شركة النور للتجارة',
      '? person: أحمد محمد',
      '? title: مدير المشتريات',
      '* phone: +966501234567',
      '* phone: +966111234567',
      '* email: ahmed@alnoor.com.sa',
    ])
  })

  test('Japanese and Korean', () => {
    expect(
      read(`株式会社青葉
営業部 部長
田中 太郎
〒100-0001 東京都千代田区千代田1-1
TEL 03-1234-5678 FAX 03-1234-5679
tanaka@aoba.co.jp
LINE ID: tanaka_t`),
    ).toEqual([
      '? company: 株式会社青葉',
      '? title: 営業部 部長',
      '? person: 田中 太郎',
      '? address: 〒100-0001 東京都千代田区千代田1-1',
      '* phone: +81312345678',
      '? other: +81312345679',
      '* email: tanaka@aoba.co.jp',
      '* line: tanaka_t',
    ])
    expect(
      read(
        '(주)한국상사\n김민수 부장\n서울특별시 강남구 테헤란로 123\n휴대폰 010-1234-5678\nkim.ms@hankook.co.kr',
      ),
    ).toEqual([
      '? company: (주)한국상사',
      '? person: 김민수',
      '? title: 부장',
      '? address: 서울특별시 강남구 테헤란로 123',
      '* phone: +821012345678',
      '* email: kim.ms@hankook.co.kr',
    ])
  })

  test('Spanish, with a LinkedIn profile', () => {
    expect(
      read(`Almacén Rojas SpA
Camila Rojas
Gerente de Compras
Av. Providencia 1234, Of. 501, Santiago, Chile
Cel: +56 9 8765 4321
camila@rojas.cl
linkedin.com/in/camila-rojas
RUT 76.123.456-7`),
    ).toEqual([
      '? company: Almacén Rojas SpA',
      '? person: Camila Rojas',
      '? title: Gerente de Compras',
      '? address: Av. Providencia 1234, Of. 501, Santiago, Chile',
      '* phone: +56987654321',
      '* email: camila@rojas.cl',
      '* linkedin: camila-rojas',
      '? taxNumber: 76.123.456-7',
    ])
  })

  test('an English signature with everything on few lines', () => {
    expect(
      read(`John Smith, Purchasing Manager
Acme Trading Co., Ltd.
Unit 5, 12 King Street, London W1 2AB, UK
Direct: +44 20 7946 0958 / +44 7700 900123
WeChat: john_acme Zalo: 0905 550 173
https://www.acme.co.uk/about`),
    ).toEqual([
      '? person: John Smith',
      '? title: Purchasing Manager',
      '? company: Acme Trading Co., Ltd.',
      '? address: Unit 5, 12 King Street, London W1 2AB, UK',
      '* phone: +442079460958',
      '* phone: +447700900123',
      '* wechat: john_acme',
      '* zalo: 0905 550 173',
      '* web: https://www.acme.co.uk/about',
    ])
  })
})

describe('single lines', () => {
  test.each<[string, string | undefined, string[]]>([
    ['0905 550 173', 'VN', ['* phone: +84905550173']],
    ['0905 550 173', undefined, ['? phone: 0905 550 173']],
    ['https://wa.me/84905550173', undefined, ['* whatsapp: +84905550173']],
    ['linkedin.com/company/acme', undefined, ['* linkedin: company/acme']],
    ['Vietnam', undefined, ['? country: VN']],
    ['中国', undefined, ['? country: CN']],
    ['昵称：阿明', undefined, ['? person: 阿明']],
    ['微信号aming2020', undefined, ['* wechat: aming2020']],
    ['Fax +49 40 123456-79', undefined, ['? other: +494012345679']],
    ['Tel/Fax +49 40 123456-79', undefined, ['* phone: +494012345679']],
    ['<John Smith> john@acme.com;', undefined, ['? person: John Smith', '* email: john@acme.com']],
    ['We make 12,500 bowls a day since 1988', undefined, ['? other: We make 12,500 bowls a day since 1988']],
    ['', undefined, []],
    [' --- ', undefined, []],
  ])('%s', (text, country, expected) => {
    expect(read(text, country)).toEqual(expected)
  })

  test('says where the country comes from', () => {
    expect(readCardText('anna@foo.se').country).toEqual({ country: 'SE', from: 'domain' })
    expect(readCardText('anna@foo.io', 'DE').country).toEqual({ country: 'DE', from: 'given' })
    expect(readCardText('12 Foo St, Oslo, Norway\n+46 70 123 45 67').country).toEqual({
      country: 'NO',
      from: 'name',
    })
    expect(readCardText('anna').country).toBeUndefined()
  })
})

describe('what a QR code says', () => {
  test('vCard, folded and escaped, fax left out', () => {
    expect(
      read(`BEGIN:VCARD
VERSION:3.0
N:王;思远;;;
FN:王思远
ORG:青禾\\, 上海;采购部
TEL;TYPE=CELL:+86 138 1234
  5678
TEL;TYPE=FAX:021 1234567
item1.EMAIL:wang@qinghe.cn
URL:https://www.linkedin.com/in/wang-sy
ADR;TYPE=WORK:;;张江路88号;上海;;200000;中国
END:VCARD`),
    ).toEqual([
      '* person: 王思远',
      '* company: 青禾, 上海',
      '* phone: +8613812345678',
      '? other: 021 1234567',
      '* email: wang@qinghe.cn',
      '* linkedin: wang-sy',
      '* address: 张江路88号, 上海, 200000, 中国',
    ])
  })

  test('vCard 2.1 in quoted-printable, without FN', () => {
    expect(
      read('BEGIN:VCARD\nN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:M=C3=BCller;Hans\nEND:VCARD'),
    ).toEqual(['* person: Hans Müller'])
  })

  test('MECARD', () => {
    expect(read('MECARD:N:Smith,John;TEL:+14155552671;EMAIL:john@acme.com;ORG:Acme Inc;;')).toEqual([
      '* person: John Smith',
      '* phone: +14155552671',
      '* email: john@acme.com',
      '* company: Acme Inc',
    ])
  })
})

describe('whatever is pasted', () => {
  const piece = fc.constantFrom(
    ...[
      'Tel: ',
      '+84 905 550 173',
      'a@b.com',
      '@',
      'www.foo.de',
      '微信号',
      '：',
      '\n',
      ' ',
      ' | ',
      'GmbH',
      '王思远',
      'MST ',
      '(',
      '+',
      '/',
    ],
    ...[
      'BEGIN:VCARD\n',
      'MECARD:',
      'N:a;',
      'TEL:1',
      '\\',
      ';',
      '=C3',
      '٣',
      'linkedin.com/in/x',
      '12345678',
      'John Smith',
      '😀',
      '\u0301',
      '，',
    ],
  )
  const text = fc.oneof(
    fc.array(piece, { maxLength: 30 }).map((all) => all.join('')),
    fc.string({ unit: 'binary' }),
  )

  test('never throws, and every entered piece stands in the text where it says', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(undefined, 'VN', 'ZZ'), (card, country) => {
        for (const line of readCardText(card, country).lines) {
          expect(card.slice(line.start, line.start + line.entered.length)).toBe(line.entered)
          expect(line.entered).not.toBe('')
          expect(line.value).not.toBe('')
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('no letter or digit of a plain text is lost', () => {
    const words = fc.constantFrom(
      'Tel: ',
      '+84 905 550 173',
      'a@b.com',
      'www.foo.de',
      '\n',
      ' ',
      ' | ',
      'Foo GmbH',
      '王思远',
      '12345',
      'John Smith',
      ', ',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 20 }), (all) => {
        const card = all.join('')
        const covered = new Array<boolean>(card.length).fill(false)
        for (const line of readCardText(card).lines)
          covered.fill(true, line.start, line.start + line.entered.length)
        const lost = [...card].filter((char, at) => !covered[at] && /[\p{L}\p{N}]/u.test(char)).join('')
        // A label with nothing after it announces nothing.
        expect(lost.replaceAll('Tel', '')).toBe('')
      }),
    )
  })
})
