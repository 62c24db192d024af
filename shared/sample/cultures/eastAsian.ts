import { type Culture, spelled } from './culture'

/** Customers who write in Chinese (both forms), Japanese and Korean. */
export const EAST_ASIAN: readonly Culture[] = [
  {
    country: 'CN',
    zone: 'Asia/Shanghai',
    language: 'zh-Hans',
    currency: 'CNY',
    weight: 6,
    cities: spelled(
      '义乌=Yiwu|深圳=Shenzhen|厦门=Xiamen|青岛=Qingdao|成都=Chengdu|杭州=Hangzhou|广州=Guangzhou|苏州=Suzhou',
    ),
    women: spelled(
      '晓梅=Xiaomei|静怡=Jingyi|雪莹=Xueying|丽华=Lihua|思雨=Siyu|佳宁=Jianing|慧敏=Huimin|若兰=Ruolan',
    ),
    men: spelled(
      '建国=Jianguo|志强=Zhiqiang|文博=Wenbo|海涛=Haitao|俊杰=Junjie|明远=Mingyuan|国栋=Guodong|子轩=Zixuan',
    ),
    families: spelled('王=Wang|李=Li|陈=Chen|林=Lin|黄=Huang|周=Zhou|徐=Xu|沈=Shen|欧阳=Ouyang|何=He'),
    familyFirst: true,
    joiner: '',
    stems: spelled(
      '竹韵=Zhuyun|青禾=Qinghe|瑞丰=Ruifeng|海悦=Haiyue|陶然=Taoran|恒信=Hengxin|锦程=Jincheng|云帆=Yunfan|万家=Wanjia|雅居=Yaju|金穗=Jinsui|博雅=Boya|远航=Yuanhang|嘉和=Jiahe|盛世=Shengshi|绿源=Luyuan|品味=Pinwei|天成=Tiancheng|宏图=Hongtu|百味=Baiwei',
    ),
    trades: spelled(
      '进出口=Import & Export|贸易=Trading|家居用品=Homeware|餐饮设备=Catering Supply|礼品=Gifts|供应链=Supply Chain|电子商务=E-commerce|陶瓷=Ceramics|酒店用品=Hotel Supply|国际贸易=International Trading',
    ),
    forms: spelled('有限公司=Co., Ltd.|股份有限公司=Corp.|商行=Trading House|有限责任公司=LLC'),
    phone: ['+86 138 0000 ', 0, 9999, 4],
    reach: ['wechat', 'phone', 'email', 'qq'],
  },
  {
    country: 'TW',
    zone: 'Asia/Taipei',
    language: 'zh-Hant',
    currency: 'USD',
    weight: 4,
    cities: spelled('臺中=Taichung|高雄=Kaohsiung|臺南=Tainan|新竹=Hsinchu|鶯歌=Yingge|臺北=Taipei'),
    women: spelled('淑芬=Shu-fen|雅婷=Ya-ting|怡君=Yi-chun|美玲=Mei-ling|佩珊=Pei-shan|詩涵=Shih-han'),
    men: spelled('志豪=Chih-hao|家銘=Chia-ming|俊宏=Chun-hung|冠廷=Kuan-ting|建良=Chien-liang|柏翰=Po-han'),
    families: spelled('陳=Chen|張=Chang|蔡=Tsai|謝=Hsieh|劉=Liu|羅=Lo|蘇=Su|莊=Chuang'),
    familyFirst: true,
    joiner: '',
    stems: spelled(
      '竹塹=Chu-chien|樂活=Lohas|島嶼=Tao-yu|陶坊=Tao-fang|慢食=Man-shih|禾豐=He-feng|澄淨=Cheng-ching|晴川=Ching-chuan|寶島=Pao-tao|暖灶=Nuan-tsao|雲林=Yun-lin|聚福=Chu-fu|山嵐=Shan-lan|厚生=Hou-sheng|日日=Jih-jih|良品居=Liang-pin-chu',
    ),
    trades: spelled(
      '貿易=Trading|生活用品=Living|國際=International|餐具=Tableware|禮品=Gifts|實業=Industrial|餐飲設備=Catering Supply|陶藝=Pottery',
    ),
    forms: spelled('有限公司=Co., Ltd.|股份有限公司=Inc.|企業社=Enterprise|行=& Co.'),
    phone: ['+886 900 000 ', 0, 999, 3],
    reach: ['line', 'email', 'phone', 'whatsapp'],
  },
  {
    country: 'JP',
    zone: 'Asia/Tokyo',
    language: 'ja',
    currency: 'JPY',
    weight: 5,
    cities: spelled('名古屋=Nagoya|京都=Kyoto|神戸=Kobe|金沢=Kanazawa|福岡=Fukuoka|札幌=Sapporo'),
    women: spelled('さくら=Sakura|美咲=Misaki|陽子=Yoko|千尋=Chihiro|裕子=Yuko|真理=Mari'),
    men: spelled('健太=Kenta|大輔=Daisuke|浩二=Koji|翔=Sho|直樹=Naoki|隆=Takashi'),
    families: spelled(
      '佐藤=Sato|小林=Kobayashi|中村=Nakamura|井上=Inoue|松本=Matsumoto|清水=Shimizu|藤井=Fujii|岡田=Okada',
    ),
    familyFirst: true,
    joiner: ' ',
    stems: spelled(
      '竹の里=Takenosato|和みや=Nagomiya|みどり=Midori|うつわ堂=Utsuwado|青海=Seigai|花ごよみ=Hanagoyomi|東風=Kochi|つきのわ=Tsukinowa|さざなみ=Sazanami|山ノ葉=Yamanoha|朝市=Asaichi|いろり=Irori',
    ),
    trades: spelled(
      '商事=Shoji|物産=Bussan|食器=Tableware|雑貨=Zakka|貿易=Trading|ホーム=Home|厨房機器=Kitchen Equipment|ギフト=Gift',
    ),
    forms: spelled('株式会社=K.K.|有限会社=Y.K.|合同会社=G.K.'),
    phone: ['+81 90 0000 ', 0, 9999, 4],
    reach: ['email', 'line', 'phone'],
  },
  {
    country: 'KR',
    zone: 'Asia/Seoul',
    language: 'ko',
    currency: 'USD',
    weight: 4,
    cities: spelled('부산=Busan|인천=Incheon|대구=Daegu|광주=Gwangju|수원=Suwon|이천=Icheon'),
    women: spelled('지은=Ji-eun|수민=Su-min|현주=Hyun-ju|미경=Mi-kyung|하늘=Ha-neul|서연=Seo-yeon'),
    men: spelled('민준=Min-jun|상호=Sang-ho|태영=Tae-young|동현=Dong-hyun|재훈=Jae-hoon|성민=Sung-min'),
    families: spelled('김=Kim|박=Park|최=Choi|정=Jung|강=Kang|윤=Yoon|한=Han|서=Seo'),
    familyFirst: true,
    joiner: '',
    stems: spelled(
      '대나무숲=Daenamusup|한결=Hangyeol|온누리=Onnuri|도담=Dodam|새봄=Saebom|소담=Sodam|해오름=Haeoreum|다온=Daon|흙내음=Heungnaeum|푸른솔=Pureunsol|나래=Narae|미소=Miso',
    ),
    trades: spelled(
      '무역=Trading|리빙=Living|상사=Corporation|키친=Kitchen|도자기=Ceramics|선물=Gifts|유통=Distribution|호텔용품=Hotel Supply',
    ),
    forms: spelled('주식회사=Co., Ltd.|유한회사=LLC'),
    phone: ['+82 10 0000 ', 0, 9999, 4],
    reach: ['email', 'phone', 'line', 'linkedin'],
  },
]
