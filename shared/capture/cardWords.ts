/** Words, folded, by which a line of a card gives itself away. Only for suggestions. */
export const TITLE_WORDS: ReadonlySet<string> =
  set(`manager director ceo cto cfo coo cmo president vice vp chairman chairwoman chief officer head owner founder cofounder partner
executive sales purchasing purchaser buyer procurement sourcing merchandiser engineer consultant assistant secretary supervisor specialist coordinator representative agent
marketing export import logistics operations administrator analyst designer technician accountant lead leader associate
giam doc truong phong pho nhan vien chuyen vien mua hang kinh doanh ke toan chu tich
geschaftsfuhrer geschaftsfuhrerin geschaftsfuhrung einkauf einkaufer einkauferin leiter leiterin vertrieb vertriebsleiter einkaufsleiter einkaufsleiterin inhaber prokurist abteilungsleiter
vd inkopare inkop inkopschef saljare forsaljningschef agare chef ansvarig projektledare verkstallande direktor
gerente director directora jefe jefa compras ventas comercial responsable encargado presidente socio dueno comprador
acheteur acheteuse directeur directrice achats gerant commercial responsable diretor diretora gerente comprador vendas
direttore direttrice titolare amministratore acquisti responsabile kierownik dyrektor prezes kupiec handlowiec
директор менеджер закупки закупкам генеральныи генеральный начальник руководитель специалист
מנכל סמנכל מנהל מנהלת רכש מכירות יצוא יבוא בעלים מדير مدير مديره رئيس المشتريات المبيعات التنفيذي العام مهندس`)

/** Parts of titles in scripts that do not space words. */
export const TITLE_PARTS: readonly string[] =
  `经理 經理 总监 總監 总经理 董事 总裁 總裁 主任 主管 采购 採購 销售 業務 业务员 业务 外贸 厂长 部长 部長 课长 課長 係長 社長 取締役 店長 営業部 購買部 仕入部 貿易部 海外部 国際部 事業部 采购部 销售部 外贸部 市场部 业务部 國際部 专员 專員 助理 工程师 工程師 创始人 法人 代表
대표 이사 부장 과장 차장 팀장 대리 사원 본부장 구매 영업 ผู้จัดการ ฝ่าย กรรมการ`.split(/\s+/)

export const COMPANY_WORDS: ReadonlySet<string> =
  set(`group holding holdings trading trade industries industry industrial enterprise enterprises manufacturing manufacturer factory corporation company
international imports exports import-export furniture ceramics foods textiles garment plastics packaging logistics solutions technology technologies electronics machinery store stores
hotel hotell hotels restaurant restaurants supermarket wholesale retail handels gruppe gruppo grupo groupe grossist almacen almacenes importadora exportadora comercializadora distribuidora loja tienda casa
cong ty tap doan doanh nghiep xuong co so`)
export const COMPANY_PARTS: readonly string[] =
  '公司 集团 集團 工厂 工廠 厂 商行 商社 贸易 貿易 实业 實業 工业 企业 企業 进出口 株式 会社 주식회사 상사 무역 บริษัท ห้างหุ้นส่วน'.split(
    ' ',
  )

export const ADDRESS_WORDS: ReadonlySet<string> =
  set(`street st road rd avenue ave lane ln drive dr boulevard blvd highway hwy floor fl building bldg block tower suite unit room rm district zone industrial park estate plaza square center centre
box pobox no number zip city province state county village town
strasse str platz weg allee ring gatan gata vagen vag gränd torg calle carrer avenida av paseo plaza carretera poligono rua travessa via viale piazza corso rue chemin place ulica ul aleja
duong pho quan phuong huyen xa tinh thanh tp kcn khu ward hem ngo lo
улица ул проспект пр дом офис г город רחוב רח שד שדרות תד شارع طريق صب حي منطقه مدينه`)
const ADDRESS_MARKS =
  /[省市区區县縣镇鎮乡鄉路街道巷弄号號楼樓层層室村栋幢座]|丁目|番地|[都道府県郡町]|로\s?\d|길\s?\d|[가-힣](?:시|도|구|동|로|길)(?:\s|$)|ถนน|แขวง|เขต|ตำบล|อำเภอ|จังหวัด/gu

/** How many signs of an address a Chinese, Japanese, Korean or Thai line carries. */
export function addressMarks(text: string): number {
  return text.match(ADDRESS_MARKS)?.length ?? 0
}

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter((word) => word !== ''))
}
