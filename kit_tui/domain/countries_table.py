"""The countries and regions of ISO 3166-1: code, English name, Japanese name, and other names people write.

The names are those in daily use, not the official ones.  The English ones are in ASCII, as a terminal may draw an
accented letter two cells wide.  Readers ignore accents, case, spaces, kana type and ヴ for ブ, so no name is listed
twice for these.
"""

TABLE = """\
AD|Andorra|アンドラ
AE|United Arab Emirates|アラブ首長国連邦|UAE;Emirates
AF|Afghanistan|アフガニスタン
AG|Antigua and Barbuda|アンティグア・バーブーダ
AI|Anguilla|アンギラ
AL|Albania|アルバニア
AM|Armenia|アルメニア
AO|Angola|アンゴラ
AQ|Antarctica|南極
AR|Argentina|アルゼンチン|亜国
AS|American Samoa|アメリカ領サモア|米領サモア
AT|Austria|オーストリア
AU|Australia|オーストラリア|豪州
AW|Aruba|アルバ
AX|Aland Islands|オーランド諸島|Aland
AZ|Azerbaijan|アゼルバイジャン
BA|Bosnia and Herzegovina|ボスニア・ヘルツェゴビナ|Bosnia;ボスニア
BB|Barbados|バルバドス
BD|Bangladesh|バングラデシュ|バングラディシュ
BE|Belgium|ベルギー
BF|Burkina Faso|ブルキナファソ
BG|Bulgaria|ブルガリア
BH|Bahrain|バーレーン
BI|Burundi|ブルンジ
BJ|Benin|ベナン
BL|Saint Barthelemy|サン・バルテルミー
BM|Bermuda|バミューダ
BN|Brunei|ブルネイ|Brunei Darussalam;ブルネイ・ダルサラーム
BO|Bolivia|ボリビア
BQ|Caribbean Netherlands|オランダ領カリブ|Bonaire, Sint Eustatius and Saba;ボネール、シント・ユースタティウスおよびサバ
BR|Brazil|ブラジル
BS|Bahamas|バハマ
BT|Bhutan|ブータン
BV|Bouvet Island|ブーベ島
BW|Botswana|ボツワナ
BY|Belarus|ベラルーシ
BZ|Belize|ベリーズ
CA|Canada|カナダ
CC|Cocos Islands|ココス諸島|Keeling Islands;Cocos (Keeling) Islands
CD|DR Congo|コンゴ民主共和国|Democratic Republic of the Congo;Democratic Republic of Congo;DRC;Congo-Kinshasa
CF|Central African Republic|中央アフリカ|中央アフリカ共和国
CG|Republic of the Congo|コンゴ共和国|Republic of Congo;Congo-Brazzaville
CH|Switzerland|スイス
CI|Ivory Coast|コートジボワール|Cote d'Ivoire
CK|Cook Islands|クック諸島
CL|Chile|チリ
CM|Cameroon|カメルーン
CN|China|中国|People's Republic of China;PRC;P.R. China;Mainland China;中華人民共和国;チュウゴク
CO|Colombia|コロンビア
CR|Costa Rica|コスタリカ
CU|Cuba|キューバ
CV|Cape Verde|カーボベルデ|Cabo Verde
CW|Curacao|キュラソー
CX|Christmas Island|クリスマス島
CY|Cyprus|キプロス
CZ|Czechia|チェコ|Czech Republic;チェコ共和国
DE|Germany|ドイツ|Federal Republic of Germany;ドイツ連邦共和国;独国
DJ|Djibouti|ジブチ
DK|Denmark|デンマーク
DM|Dominica|ドミニカ国
DO|Dominican Republic|ドミニカ共和国
DZ|Algeria|アルジェリア
EC|Ecuador|エクアドル
EE|Estonia|エストニア
EG|Egypt|エジプト
EH|Western Sahara|西サハラ
ER|Eritrea|エリトリア
ES|Spain|スペイン
ET|Ethiopia|エチオピア
FI|Finland|フィンランド
FJ|Fiji|フィジー
FK|Falkland Islands|フォークランド諸島|Malvinas;マルビナス諸島
FM|Micronesia|ミクロネシア|Federated States of Micronesia;ミクロネシア連邦
FO|Faroe Islands|フェロー諸島
FR|France|フランス|仏国
GA|Gabon|ガボン
GB|United Kingdom|イギリス|UK;Great Britain;Britain;England;Scotland;Wales;Northern Ireland;\
英国;エイコク;連合王国;イングランド;スコットランド;ウェールズ;北アイルランド
GD|Grenada|グレナダ
GE|Georgia|ジョージア|グルジア
GF|French Guiana|フランス領ギアナ|仏領ギアナ
GG|Guernsey|ガーンジー
GH|Ghana|ガーナ
GI|Gibraltar|ジブラルタル
GL|Greenland|グリーンランド
GM|Gambia|ガンビア
GN|Guinea|ギニア
GP|Guadeloupe|グアドループ
GQ|Equatorial Guinea|赤道ギニア
GR|Greece|ギリシャ|ギリシア
GS|South Georgia and the South Sandwich Islands|サウスジョージア・サウスサンドウィッチ諸島|South Georgia
GT|Guatemala|グアテマラ
GU|Guam|グアム
GW|Guinea-Bissau|ギニアビサウ
GY|Guyana|ガイアナ
HK|Hong Kong|香港|Hong Kong SAR;ホンコン
HM|Heard Island and McDonald Islands|ハード島・マクドナルド諸島
HN|Honduras|ホンジュラス
HR|Croatia|クロアチア
HT|Haiti|ハイチ
HU|Hungary|ハンガリー
ID|Indonesia|インドネシア
IE|Ireland|アイルランド
IL|Israel|イスラエル
IM|Isle of Man|マン島
IN|India|インド
IO|British Indian Ocean Territory|イギリス領インド洋地域|英領インド洋地域;Chagos
IQ|Iraq|イラク
IR|Iran|イラン
IS|Iceland|アイスランド
IT|Italy|イタリア|伊国
JE|Jersey|ジャージー
JM|Jamaica|ジャマイカ
JO|Jordan|ヨルダン
JP|Japan|日本|日本国;ニホン;ニッポン
KE|Kenya|ケニア
KG|Kyrgyzstan|キルギス|Kyrgyz Republic;キルギスタン
KH|Cambodia|カンボジア
KI|Kiribati|キリバス
KM|Comoros|コモロ
KN|Saint Kitts and Nevis|セントクリストファー・ネービス|セントクリストファー・ネイビス
KP|North Korea|北朝鮮|DPRK;Democratic People's Republic of Korea;朝鮮民主主義人民共和国;キタチョウセン
KR|South Korea|韓国|Korea;Republic of Korea;ROK;大韓民国;カンコク
KW|Kuwait|クウェート
KY|Cayman Islands|ケイマン諸島
KZ|Kazakhstan|カザフスタン
LA|Laos|ラオス|Lao PDR;Lao People's Democratic Republic
LB|Lebanon|レバノン
LC|Saint Lucia|セントルシア
LI|Liechtenstein|リヒテンシュタイン
LK|Sri Lanka|スリランカ
LR|Liberia|リベリア
LS|Lesotho|レソト
LT|Lithuania|リトアニア
LU|Luxembourg|ルクセンブルク
LV|Latvia|ラトビア
LY|Libya|リビア
MA|Morocco|モロッコ
MC|Monaco|モナコ
MD|Moldova|モルドバ
ME|Montenegro|モンテネグロ
MF|Saint Martin|サン・マルタン
MG|Madagascar|マダガスカル
MH|Marshall Islands|マーシャル諸島
MK|North Macedonia|北マケドニア|Macedonia;マケドニア
ML|Mali|マリ
MM|Myanmar|ミャンマー|Burma;ビルマ
MN|Mongolia|モンゴル|蒙古
MO|Macao|マカオ|Macau;澳門
MP|Northern Mariana Islands|北マリアナ諸島|Saipan;サイパン
MQ|Martinique|マルティニーク
MR|Mauritania|モーリタニア
MS|Montserrat|モントセラト
MT|Malta|マルタ
MU|Mauritius|モーリシャス
MV|Maldives|モルディブ
MW|Malawi|マラウイ
MX|Mexico|メキシコ
MY|Malaysia|マレーシア
MZ|Mozambique|モザンビーク
NA|Namibia|ナミビア
NC|New Caledonia|ニューカレドニア
NE|Niger|ニジェール
NF|Norfolk Island|ノーフォーク島
NG|Nigeria|ナイジェリア
NI|Nicaragua|ニカラグア
NL|Netherlands|オランダ|Holland
NO|Norway|ノルウェー
NP|Nepal|ネパール
NR|Nauru|ナウル
NU|Niue|ニウエ
NZ|New Zealand|ニュージーランド
OM|Oman|オマーン
PA|Panama|パナマ
PE|Peru|ペルー
PF|French Polynesia|フランス領ポリネシア|Tahiti;タヒチ;仏領ポリネシア
PG|Papua New Guinea|パプアニューギニア|PNG
PH|Philippines|フィリピン
PK|Pakistan|パキスタン
PL|Poland|ポーランド
PM|Saint Pierre and Miquelon|サンピエール・ミクロン
PN|Pitcairn Islands|ピトケアン諸島|Pitcairn
PR|Puerto Rico|プエルトリコ
PS|Palestine|パレスチナ|State of Palestine
PT|Portugal|ポルトガル
PW|Palau|パラオ
PY|Paraguay|パラグアイ
QA|Qatar|カタール
RE|Reunion|レユニオン
RO|Romania|ルーマニア
RS|Serbia|セルビア
RU|Russia|ロシア|Russian Federation;ロシア連邦
RW|Rwanda|ルワンダ
SA|Saudi Arabia|サウジアラビア|KSA
SB|Solomon Islands|ソロモン諸島
SC|Seychelles|セーシェル
SD|Sudan|スーダン
SE|Sweden|スウェーデン
SG|Singapore|シンガポール
SH|Saint Helena|セントヘレナ|Saint Helena, Ascension and Tristan da Cunha
SI|Slovenia|スロベニア
SJ|Svalbard and Jan Mayen|スバールバル諸島・ヤンマイエン島|Svalbard
SK|Slovakia|スロバキア|Slovak Republic
SL|Sierra Leone|シエラレオネ
SM|San Marino|サンマリノ
SN|Senegal|セネガル
SO|Somalia|ソマリア
SR|Suriname|スリナム
SS|South Sudan|南スーダン
ST|Sao Tome and Principe|サントメ・プリンシペ
SV|El Salvador|エルサルバドル
SX|Sint Maarten|シント・マールテン
SY|Syria|シリア|Syrian Arab Republic
SZ|Eswatini|エスワティニ|Swaziland;スワジランド
TC|Turks and Caicos Islands|タークス・カイコス諸島
TD|Chad|チャド
TF|French Southern Territories|フランス領南方・南極地域|仏領南方・南極地域
TG|Togo|トーゴ
TH|Thailand|タイ|タイ王国
TJ|Tajikistan|タジキスタン
TK|Tokelau|トケラウ
TL|Timor-Leste|東ティモール|East Timor;ヒガシティモール
TM|Turkmenistan|トルクメニスタン
TN|Tunisia|チュニジア
TO|Tonga|トンガ
TR|Turkey|トルコ|Turkiye
TT|Trinidad and Tobago|トリニダード・トバゴ
TV|Tuvalu|ツバル
TW|Taiwan|台湾|Chinese Taipei;中華民国;臺灣;タイワン
TZ|Tanzania|タンザニア
UA|Ukraine|ウクライナ
UG|Uganda|ウガンダ
UM|US Minor Outlying Islands|アメリカ領小離島|United States Minor Outlying Islands;合衆国領有小離島
US|United States|アメリカ|US;USA;America;United States of America;アメリカ合衆国;米国;ベイコク
UY|Uruguay|ウルグアイ
UZ|Uzbekistan|ウズベキスタン
VA|Vatican City|バチカン|Vatican;Holy See;バチカン市国
VC|Saint Vincent and the Grenadines|セントビンセント・グレナディーン|セントビンセント及びグレナディーン諸島
VE|Venezuela|ベネズエラ
VG|British Virgin Islands|イギリス領ヴァージン諸島|英領ヴァージン諸島
VI|US Virgin Islands|アメリカ領ヴァージン諸島|米領ヴァージン諸島;United States Virgin Islands
VN|Vietnam|ベトナム
VU|Vanuatu|バヌアツ
WF|Wallis and Futuna|ウォリス・フツナ
WS|Samoa|サモア
YE|Yemen|イエメン
YT|Mayotte|マヨット
ZA|South Africa|南アフリカ|南アフリカ共和国;RSA;ミナミアフリカ
ZM|Zambia|ザンビア
ZW|Zimbabwe|ジンバブエ
"""
