import { type Culture, spelled } from './culture'

/** Swedish, Vietnamese, Brazilian and Thai customers: Latin letters with marks, and one script of its own. */
export const LATIN_WITH_MARKS: readonly Culture[] = [
  {
    country: 'SE',
    zone: 'Europe/Stockholm',
    language: 'sv',
    currency: 'EUR',
    weight: 6,
    cities: spelled(
      'Göteborg=Goteborg|Malmö=Malmo|Örebro=Orebro|Umeå=Umea|Västerås=Vasteras|Kalmar|Gävle=Gavle|Åre=Are',
    ),
    women: spelled('Åsa=Asa|Märta=Marta|Karin|Linnéa=Linnea|Göta=Gota|Ebba|Maj-Britt|Sigrid|Elin|Tove'),
    men: spelled(
      'Björn=Bjorn|Åke=Ake|Håkan=Hakan|Göran=Goran|Lars|Torbjörn=Torbjorn|Mattias|Sören=Soren|Nils|Oskar',
    ),
    families: spelled(
      'Nordlund|Sjöström=Sjostrom|Åkerblom=Akerblom|Hägglund=Hagglund|Björkvall=Bjorkvall|Lövgren=Lovgren|Östling=Ostling|Fält=Falt|Rönnberg=Ronnberg|Ekwall',
    ),
    joiner: ' ',
    stems: spelled(
      'Björk & Lera=Bjork & Lera|Nordhem|Dukat Bord|Skärgård=Skargard|Ljusdal|Röda Stugan=Roda Stugan|Fjällnära=Fjallnara|Vardagsro|Enbär=Enbar|Hösten=Hosten|Kustvägen=Kustvagen|Lingon|Mossa|Norrsken|Åkern=Akern|Smådal=Smadal|Tallhöjd=Tallhojd|Solglimt|Vinterträd=Vintertrad|Ängslyckan=Angslyckan',
    ),
    trades: spelled('Kök=Kok|Handel|Porslin|Inredning|Import|Storkök=Storkok|Hem|Presenter|Grossist|Bord'),
    forms: spelled('AB|HB|Handelsbolag|& Co AB'),
    phone: ['+46 70 174 ', 605, 699, 4],
    reach: ['email', 'phone', 'linkedin', 'whatsapp'],
  },
  {
    country: 'VN',
    zone: 'Asia/Ho_Chi_Minh',
    language: 'vi',
    currency: 'USD',
    weight: 7,
    cities: spelled(
      'Đà Nẵng=Da Nang|Hải Phòng=Hai Phong|Huế=Hue|Cần Thơ=Can Tho|Bình Dương=Binh Duong|Hội An=Hoi An|Biên Hòa=Bien Hoa|Nha Trang',
    ),
    women: spelled(
      'Thị Hương=Thi Huong|Ngọc Ánh=Ngoc Anh|Thùy Linh=Thuy Linh|Mỹ Duyên=My Duyen|Bích Ngọc=Bich Ngoc|Thanh Trúc=Thanh Truc|Hồng Nhung=Hong Nhung|Kim Oanh',
    ),
    men: spelled(
      'Văn Đức=Van Duc|Quốc Huy=Quoc Huy|Minh Tuấn=Minh Tuan|Hữu Phước=Huu Phuoc|Đình Khôi=Dinh Khoi|Tấn Lộc=Tan Loc|Anh Dũng=Anh Dung|Bảo Sơn=Bao Son',
    ),
    families: spelled('Nguyễn=Nguyen|Trần=Tran|Lê=Le|Phạm=Pham|Đặng=Dang|Võ=Vo|Bùi=Bui|Đỗ=Do|Hồ=Ho|Ngô=Ngo'),
    familyFirst: true,
    joiner: ' ',
    stems: spelled(
      'Tre Xanh|Sen Vàng=Sen Vang|Gốm Việt=Gom Viet|Mái Nhà=Mai Nha|Bếp Quê=Bep Que|Phương Nam=Phuong Nam|Sông Hàn=Song Han|Hoa Mai|Đồng Xanh=Dong Xanh|An Khang|Thiên Lý=Thien Ly|Bạch Đằng=Bach Dang|Làng Nghề=Lang Nghe|Mộc Lan=Moc Lan|Trúc Mai=Truc Mai|Nắng Mới=Nang Moi|Hương Đất=Huong Dat|Lotus Bay|Cửu Long=Cuu Long|Bình Minh=Binh Minh',
    ),
    trades: spelled(
      'Thương Mại=Trading|Gia Dụng=Houseware|Xuất Nhập Khẩu=Import Export|Nội Thất=Interiors|Khách Sạn=Hotel Supply|Quà Tặng=Gifts|Phân Phối=Distribution|Gốm Sứ=Ceramics|Bán Sỉ=Wholesale|Nhà Bếp=Kitchen',
    ),
    forms: spelled('Công ty TNHH=Co., Ltd.|Công ty Cổ phần=JSC|Công ty TNHH MTV=One Member Co., Ltd.'),
    order: 'tradeFirst',
    phone: ['+84 90 0000 ', 0, 999, 3],
    reach: ['zalo', 'email', 'whatsapp', 'phone'],
  },
  {
    country: 'BR',
    zone: 'America/Sao_Paulo',
    language: 'pt-BR',
    currency: 'USD',
    weight: 4,
    cities: spelled(
      'Curitiba|Campinas|Florianópolis=Florianopolis|Joinville|Belo Horizonte|São Carlos=Sao Carlos',
    ),
    women: spelled(
      'Larissa|Patrícia=Patricia|Juliana|Débora=Debora|Simone|Tainá=Taina|Vitória=Vitoria|Carla',
    ),
    men: spelled('Thiago|João=Joao|Fábio=Fabio|Leandro|Renato|Márcio=Marcio|Caio|Otávio=Otavio'),
    families: spelled(
      'Figueiredo|Moura|Gonçalves=Goncalves|Teixeira|Araújo=Araujo|Brandão=Brandao|Sampaio|Leão=Leao',
    ),
    joiner: ' ',
    stems: spelled(
      'Casa Ipê=Casa Ipe|Mesa Posta|Barro & Bambu|Vila Verde|Serra Azul|Jabuticaba|Cozinha Viva|Porto Belo|Amazônia Lar=Amazonia Lar|Manacá=Manaca|Sabiá=Sabia|Luz do Sul|Pau-Brasil|Bom Jardim|Três Marias=Tres Marias|Caju|Maré Alta=Mare Alta|Canto da Terra|Flor do Campo|Araucária=Araucaria',
    ),
    trades: spelled(
      'Importadora|Utilidades|Comércio=Comercio|Presentes|Hotelaria|Decorações=Decoracoes|Distribuidora|Cerâmica=Ceramica|Atacado|Cozinha',
    ),
    forms: spelled('Ltda.|S.A.|EIRELI|ME'),
    phone: ['+55 11 90000 ', 0, 9999, 4],
    reach: ['whatsapp', 'email', 'phone', 'linkedin'],
  },
  {
    country: 'TH',
    zone: 'Asia/Bangkok',
    language: 'th',
    currency: 'USD',
    weight: 3,
    cities: spelled('เชียงใหม่=Chiang Mai|ภูเก็ต=Phuket|ขอนแก่น=Khon Kaen|กรุงเทพฯ=Bangkok'),
    women: spelled('สุดารัตน์=Sudarat|พิมพ์ชนก=Pimchanok|อรทัย=Orathai|กัญญา=Kanya'),
    men: spelled('ธนากร=Thanakorn|วีระพล=Weeraphon|ณัฐพงษ์=Nattapong|ประเสริฐ=Prasert'),
    families: spelled('ศรีทอง=Srithong|วงศ์ไพร=Wongphrai|บุญมา=Boonma|แก้วใส=Kaewsai'),
    joiner: ' ',
    stems: spelled(
      'ไผ่ทอง=Phai Thong|บ้านดิน=Baan Din|ครัวไทย=Krua Thai|ดอกบัว=Dok Bua|ลานนา=Lanna|สายน้ำ=Sai Nam|ใบไม้=Bai Mai|เรือนแก้ว=Ruean Kaew|ภูผา=Phu Pha|จันทร์เจ้า=Chan Chao',
    ),
    trades: spelled('เทรดดิ้ง=Trading|เซรามิก=Ceramic|โฮม=Home|โรงแรม=Hotel Supply|ของขวัญ=Gifts|อิมปอร์ต=Import'),
    forms: spelled('จำกัด=Co., Ltd.|มหาชน=PLC'),
    phone: ['+66 80 000 ', 0, 9999, 4],
    reach: ['line', 'email', 'phone'],
  },
]
