import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { companyKey, hasLegalForm } from '../../../shared/matching/companyKey'
import { domainKey, emailKey, parseEmail, splitEmails } from '../../../shared/matching/emailKey'
import { fold } from '../../../shared/matching/fold'
import { personNameKey } from '../../../shared/matching/personNameKey'
import { nationalDigits, phoneKeys, splitPhones } from '../../../shared/matching/phoneKey'

describe('fold', () => {
  test.each([
    ['Đồ Gỗ', 'do go'],
    ['Åkerlund Straße Łódź Øst', 'akerlund strasse lodz ost'],
    ['ＡＢＣ１２', 'abc12'],
    ['٠١٢ ۳', '012 3'],
    ['İSTANBUL ı', 'istanbul i'],
    ['Ёлка', 'елка'],
    ['שָׁלוֹם', 'שלום'],
    ['أحمد', 'احمد'],
    ['がま', 'がま'],
    ['한국', '한국'],
    ['บริษัท', 'บริษัท'],
  ])('%s -> %s', (text, expected) => {
    expect(fold(text)).toBe(expected)
  })

  test('folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
      { numRuns: 3000 },
    )
  })
})

describe('phoneKeys', () => {
  test.each([
    ['+84 905 550 173', undefined, '+84905550173'],
    ['0905 550 173', 'VN', '+84905550173'],
    ['0086-138 1234 5678', undefined, '+8613812345678'],
    ['(+46) (0)8-123 45 67', undefined, '+4681234567'],
    ['Mob.: +1 (415) 555-2671', undefined, '+14155552671'],
    ['１３８１２３４５６７８', 'CN', '+8613812345678'],
    ['+966 ٥٠ ١٢٣ ٤٥٦٧', undefined, '+966501234567'],
    ['011 44 20 7946 0958', 'US', '+442079460958'],
    ['02 123456', 'IT', '+3902123456'],
    ['0905 550 173', undefined, undefined],
    ['12345678', 'ZZ', undefined],
  ])('%s in %s is %s', (entered, country, e164) => {
    expect(phoneKeys(entered, country)?.e164).toBe(e164)
  })

  test('gives the same tail to every spelling of a number', () => {
    const spellings = [
      '+84 905 550 173',
      '0905550173',
      '0084 905-550-173',
      '84905550173',
      '+84 (0)905.550.173',
    ]
    expect(new Set(spellings.map((entered) => phoneKeys(entered)?.tail))).toEqual(new Set(['05550173']))
    expect(phoneKeys('581 2345')?.tail).toBe(phoneKeys('+354 581 2345')?.tail)
  })

  test('keeps the extension apart', () => {
    expect(phoneKeys('+1 415 555 2671 ext. 12')).toEqual({
      digits: '14155552671',
      e164: '+14155552671',
      country: 'US',
      tail: '55552671',
      extension: '12',
    })
    expect(phoneKeys('021-68881234转8001', 'CN')).toMatchObject({ e164: '+862168881234', extension: '8001' })
  })

  test.each(['', 'abc', '12', '12 pieces of 3,000', '2026 was 12345', '1'.repeat(61)])(
    'refuses %j',
    (entered) => {
      expect(phoneKeys(entered)).toBeUndefined()
    },
  )

  test('never throws, and E.164 has the shape of E.164', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'+0123456789 -()./x#転٣３a') }), (entered) => {
        const keys = phoneKeys(entered, 'CN')
        if (keys?.e164 !== undefined) expect(keys.e164).toMatch(/^\+[1-9][0-9]{4,14}$/)
      }),
    )
  })

  test('splits lists but not numbers', () => {
    expect(splitPhones('+86 21 6888 1234 / 138 1234 5678; 030/123456 或 0905550173')).toEqual([
      '+86 21 6888 1234',
      '138 1234 5678',
      '030/123456',
      '0905550173',
    ])
    expect(nationalDigits('+84905550173')).toBe('905550173')
    expect(nationalDigits('+14155552671')).toBe('4155552671')
    expect(nationalDigits('+3545812345')).toBe('5812345')
  })
})

describe('emailKey', () => {
  test('unwraps, keeps the local part as typed and compares in lower case', () => {
    expect(parseEmail(' <mailto:Ngoc.Anh@BepXanh.COM.vn>. ')).toEqual({
      value: 'Ngoc.Anh@bepxanh.com.vn',
      key: 'ngoc.anh@bepxanh.com.vn',
      domain: 'bepxanh.com.vn',
      role: false,
      freeMail: false,
    })
  })

  test.each(['info@a.de', 'SALES@a.de', 'sales2@a.de', 'customer.service@a.de', 'export@a.de'])(
    'takes %s for a department',
    (entered) => {
      expect(parseEmail(entered)?.role).toBe(true)
    },
  )

  test.each([
    'a (at) b.com',
    'a@b',
    '@b.com',
    'a@',
    'a@@b',
    'a..b@c.de',
    '/o=org/cn=anna',
    'a b@c.de',
    'a@1.2.3.4',
    '',
  ])('refuses %j', (entered) => {
    expect(emailKey(entered)).toBeUndefined()
  })

  test('allows other scripts and splits lists', () => {
    expect(emailKey('王@公司.cn')).toBe('王@公司.cn')
    expect(splitEmails('a@x.de; b@x.de、c@x.de d@x.de')).toEqual(['a@x.de', 'b@x.de', 'c@x.de', 'd@x.de'])
  })

  test.each([
    ['sales@mail.bepxanh.com.vn', 'bepxanh.com.vn'],
    ['https://www.foo.co.uk/shop?x=1', 'foo.co.uk'],
    ['WWW.Foo.DE', 'foo.de'],
    ['shop1.en.alibaba.com', 'shop1.en.alibaba.com'],
    ['live.nation.com', 'nation.com'],
    ['alibaba.com', undefined],
    ['https://www.linkedin.com/in/x', undefined],
    ['a@qq.com', undefined],
    ['a@yahoo.co.jp', undefined],
    ['a@hotmail.fr', undefined],
    ['com.vn', undefined],
    ['192.168.0.1', undefined],
    ['nonsense', undefined],
  ])('the domain of %s is %s', (entered, expected) => {
    expect(domainKey(entered)).toBe(expected)
  })
})

describe('companyKey', () => {
  test.each([
    ['Công ty CP Bếp Xanh', 'bep xanh'],
    ['CÔNG TY TNHH MTV BẾP XANH', 'bep xanh'],
    ['Sjögren & Åkerlund AB', 'sjogren akerlund'],
    ['上海青禾餐饮用品有限公司', '上海青禾餐饮用品'],
    ['株式会社トヨタ', 'トヨタ'],
    ['㈜한국', '한국'],
    ['מטבח הגליל בע״מ', 'מטבח הגליל'],
    ['מטבח הגליל בע"מ', 'מטבח הגליל'],
    ['Casa Ferraris S.r.l.', 'casa ferraris'],
    ['ООО «Ромашка»', 'ромашка'],
    ['Foo GmbH & Co. KG', 'foo'],
    ['Grupo X S.A. de C.V.', 'grupo x'],
    ['Zeta Sp. z o.o.', 'zeta'],
    ['Yıldız San. ve Tic. A.Ş.', 'yildiz'],
    ['Acme Co.,Ltd.', 'acme'],
    ['شركة النور ش.م.م', 'النور'],
    ['Inc Design', 'inc design'],
    ['Co Ltd', 'co'],
  ])('%s -> %s', (name, key) => {
    expect(companyKey(name)).toBe(key)
  })

  test('knows a legal form when it sees one', () => {
    expect(['Foo Ltd', '青禾有限公司', 'Công ty Xanh'].map(hasLegalForm)).toEqual([true, true, true])
    expect(['Foo', 'The Lion', '青禾', 'Ltd', ''].map(hasLegalForm)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ])
  })

  test('says nothing about nothing', () => {
    expect(companyKey(' *** ')).toBeUndefined()
  })
})

describe('personNameKey', () => {
  test.each([
    ['Trần Thị Ngọc Ánh', 'Ngoc Anh TRAN THI'],
    ['王 思远', '王思远先生'],
    ['김 민수', '김민수'],
    ['Dr. Jean-Luc O’Brien, PhD', 'obrien jean luc'],
    ['Müller, Hans', 'Herr Hans Muller'],
  ])('%s is %s', (one, other) => {
    expect(personNameKey(one)).toBe(personNameKey(other))
  })

  test('keeps different names apart and says nothing about nothing', () => {
    expect(personNameKey('林怡君')).not.toBe(personNameKey('林宜君'))
    expect(personNameKey('🙂 -')).toBeUndefined()
  })
})
