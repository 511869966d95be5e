"""How adverts limit marital status, religion, ethnicity, and other belonging: campus, kin, party, union, stars."""

from tepat.domain.postings.wordings import NOT, ONLY, PREFERRED, WANTED, Row, wording

_NOT_YET = r"(?:belum|blm|belom|tidak|tdk|td|gak|nggak|bukan|not|never|un)"
_WED = r"(?:menikah|nikah|kawin|berkeluarga|merid|merit|married|pernikahan|perkawinan|berumah tangga)"
_NOT_A_LIMIT = (
    r"\bkolom|\bdata\b|maupun|sudah atau belum|atau menikah|or single|tunjangan|\bcuti|regardless|membedakan|memandang|\bwelcome"
    r"|dipersilakan|asuransi"
    r"|insurance|aplikasi|undangan|(?:tidak|bukan|not) (?:kami |menjadi |sebuah |a )?(?:ditanya|tanyakan|pertimbangan"
    r"|syarat|halangan|asked)"
)
_START = r"(?:(?<=[\n•*●▪✓✔:;,(]) ?|(?<=[\n•*●▪✓✔] )|(?<=\n- )|(?<=- )|^)"
_END = r"(?= ?(?:$|[\n,.;)!•]))"
_FAITH = (
    r"(?:(?:non[ -]*)?(?:muslims?|muslim(?:/?ah)?|islam|kristen(?: protestan)?|kristiani|katolik|catholics?|christians?|protestan"
    r"|protestant|hindu"
    r"|buddha|budha|buddhist|konghucu|nasrani|jewish))"
)
_VEIL = r"(?:hijab|jilbab|kerudung|cadar|headscarf|veil|niqab)"
_OTHERS_FAITH = (
    r"(?<!tidak )\bboleh\s+\0|"
    r"tanpa|membedakan|memandang|regardless|semua|\ball\b|busana|universitas|university|sekolah|school|rumah sakit"
    r"|hospital|\bbank|"
    r"finance|klien|\btoko|\bshop|aplikasi|software|\bcuti|libur|leave|dior|certification|ditanyakan|yayasan|dipersilakan|welcome"
)
_PEOPLE = (
    r"(?:jawa|javanese|sunda|sundanese|batak|minang\w*|betawi|bugis|madura|bali|balinese|tionghoa|chinese|china|cina"
    r"|chindo|cindo|melayu"
    r"|malay|dayak|papua|papuans?|ambon|aceh|arab|arabs?|india|manado|jowo|asli|pribumi|caucasian|asian|bule|flores|ntt|nias)"
)
_PEOPLE_NOT_PLACES = (
    r"(?:javanese|sundanese|batak|minang\w*|betawi|bugis|balinese|tionghoa|chinese|cina|chindo|cindo|papuans?|arabs?"
    r"|caucasian|pribumi"
    r"|malay|dayak|bule|asian)"
)
_LANGUAGE_OR_PLACE = (
    r"tanpa|membedakan|regardless|memandang|semua suku|bahasa|(?:fluent|speak\w*|language|mandarin)\W+(?:\w+\W+){0,2}\0"
    r"|\0 (?:language|speak)|locali[sz]ation|locales?|translat|\bcabang|\bkantor|penempatan|ditempatkan|\bdata\b"
    r"|dipersilakan|welcome|clients?|klien"
    r"|restoran|teams?\b"
)
_CAMPUS = r"(?:universit(?:y|ies)|universitas|univ\b\.?|kampus|campus(?:es)?|colleges?|perguruan tinggi|ptn|pts|institut\w*)"
_FAMOUS = (
    r"(?:reputable|top(?:[ -](?:tier|ranked|rated)|[ -]?\d+)?|leading|well[ -]?(?:known|regarded|respected|reputed)|prestigious"
    r"|favou?rite|renowned|highly[ -](?:ranked|rated|regarded)|elite"
    r"|famous|best)"
)
_FAMED = (
    r"(?:terkemuka|ternama|terbaik|favorit|bergengsi|top|elite?|beken|unggulan|terkenal|bereputasi(?: baik)?|papan atas|keren)"
)

BELONGING: tuple[Row, ...] = (
    wording(
        "discrimination.marital_status",
        "warning",
        [
            rf"{_NOT_YET} (?:(?:pernah|sedang|boleh|dalam|terikat|akan|ikatan|hubungan|yet|untuk) )*{_WED}|unmarried|un-married",
            rf"(?:sudah|telah|sdh) {_WED}|status(?: \w+)? ?:? ?(?:masih )?(?:single(?!/)|lajang|menikah|belum \w+|janda|duda)",
            (
                r"lajang|jomblo\w*|bujang(?:an)?|singel|(?:tidak|bukan) (?:janda|duda)|janda|duda|tidak (?:sedang"
                r" )?(?:hamil|mengandung)"
            ),
            r"not (?:be )?pregnant|get pregnant",
            (
                r"(?:belum|blm|belom|tidak) (?:memiliki|mempunyai|punya|ada) (?:anak|buntut|tanggungan|momongan|suami"
                r"|istri)\b(?: keluarga)?"
            ),
            r"(?:no|without|not have|have no) (?:children|kids|family (?:commitments?|ties)|dependants?|dependents?)|childless",
            r"(?:not (?:to |get |getting |be )*|no plans? (?:to|of) (?:get )?|without plans to )(?:marry(?:ing)?|married)",
            r"remain (?:single|unmarried)",
            rf"married (?:candidates?|applicants?|people|{ONLY}|{PREFERRED})",
            r"(?:menunda|delay|postpone)\w* (?:\w+ )?(?:menikah|nikah|pernikahan|marriage|marrying)",
            rf"singles? (?:{ONLY}|status|{PREFERRED}|candidates?|applicants?)",
            rf"(?:wajib|harus|should be|be|must be|masih|still|{WANTED}) single",
            (
                r"(?:(?<=pria )|(?<=wanita )|(?<=male )|(?<=[,;:\n(] )|(?<=[,;:\n(])|(?<=[•\-] ))single(?!\s*(?:sign"
                r"|/|page|point|source|user"
                r"|thread|window|tenant|digit|app|platform|vendor|cell|mode|phase|core|instance|node|board|database|view))"
            ),
        ],
        unless=_NOT_A_LIMIT,
    ),
    wording(
        "discrimination.religion",
        "warning",
        [
            rf"beragama (?:non[ -]*)?\w+|(?:agama|agm|religion|faith) ?:? ?{_FAITH}|of (?:the )?{_FAITH} (?:faith|religion)",
            rf"{WANTED} (?:(?:seorang|an?|kandidat|yang|menerima|yg|of|practi[cs]ing|devout) )*{_FAITH}",
            rf"(?:seorang|kandidat|pria|wanita|laki-laki|perempuan|pelamar|chindo|keluarga|orang|male|female) {_FAITH}",
            rf"(?:menganut|penganut|pemeluk) (?:agama )?{_FAITH}|(?:jemaat|anggota) (?:gereja|masjid|jemaat)",
            rf"(?:practi[cs]ing|devout|born[ -]again|god[ -]fearing|committed|good) {_FAITH}",
            rf"{_FAITH} (?:yang )?(?:taat|saleh|salehah)",
            rf"{_FAITH} (?:candidates? |applicants? )?(?:{ONLY}|{PREFERRED}|candidates?|applicants?)",
            rf"{_START}{_FAITH}{_END}",
            rf"{_START}(?:nonis|ikhwan|akhwat)\w*|nonis|non[ -]is\b|se(?:iman|agama|keyakinan)|same (?:faith|religion|belief)",
            rf"ber(?:hijab|jilbab|kerudung|cadar)|hijabis?(?: {ONLY})",
            rf"(?:wear\w*|memakai|mengenakan|melepas|lepas|pakai|remove|no|tanpa) (?:an? |the )?{_VEIL}",
            rf"{_VEIL} (?:must|wajib|harus|dilarang|tidak|not)",
            r"(?:bisa|mampu|dapat|lancar|pandai) (?:mengaji|ngaji|membaca al ?-? ?qur['’]?an)|hafal \w+ juz|hafiz\w*",
            (
                r"(?:aktif|rajin|active|rutin) (?:\w+ ){0,2}(?:gereja|masjid|musala|church|mosque|salat|sholat|shalat"
                r"|ibadah|beribadah|pengajian)"
            ),
            r"(?:church|mosque|parish) (?:members?|goers?|goer)|(?:salat|sholat|shalat) (?:lima|5) waktu|recite the qur'?an",
        ],
        unless=_OTHERS_FAITH,
    ),
    wording(
        "discrimination.ethnicity",
        "warning",
        [
            (
                r"(?:bersuku|suku|etnis|etnik|ethnic(?:ity)?|keturunan|berdarah|ras|race|orang|urang|wong|asli) ?:?"
                rf" ?(?:{_PEOPLE}|tertentu)"
            ),
            (
                rf"{_PEOPLE_NOT_PLACES} (?:people |origin |blood )?(?:{ONLY}|wungkul|descent|descendants?"
                rf"|ethnic(?:ity)?|{PREFERRED}"
                r"|need not|not accepted|are not|will not|tidak)"
            ),
            rf"(?:{WANTED}|{NOT}) (?:(?:seorang|orang|an?|of|native|suku|dari|yang|etnis) )*{_PEOPLE_NOT_PLACES}",
            rf"(?:of|from|dari) {_PEOPLE} (?:descent|origin|blood|ethnicity|race)|{_PEOPLE} (?:descent|ethnicity|blood)",
            r"chindo|cindo|tionghoa|(?:non[ -]?)?pribumi|warga keturunan|chinese[ -]indonesian|indonesian[ -]chinese",
            r"indigenous \w+",
            r"putr[ai](?:/putri)? (?:daerah|asli)|(?:local|native|regional) sons?",
            r"(?:warga|penduduk|orang|warganya) (?:asli|lokal|setempat)",
            rf"(?:bersuku|berasal dari suku|suku bangsa) \w+|{_START}(?:cina|chinese|{_PEOPLE_NOT_PLACES}){_END}",
            r"(?:dark|white|black)[ -]race",
        ],
        unless=_LANGUAGE_OR_PLACE,
    ),
    wording(
        "discrimination.other",
        "hint",
        [
            (
                r"(?:(?:graduated?s?|lulusan|alumni|degree) )?(?:(?:from|of|dari) ?(?:an? )?)?(?:(?<!\w)|(?<=from)"
                rf"|(?<=of)){_FAMOUS}(?: ?/ ?\w+)? (?:local |state |national |public |\d+ )?{_CAMPUS}"
            ),
            rf"(?:(?:lulusan|dari|alumni) )*{_CAMPUS} (?:(?:negeri|yang|swasta) )*{_FAMED}(?: di ?\w+)?",
            (
                r"(?:lulusan|alumni|graduates? of)(?: dari)? (?:hanya )?(?:ui|itb|ugm|its|ipb|ptn|universitas negeri"
                r"|\d+ (?:besar )?kampus|luar negeri)"
            ),
            rf"ptn (?:{ONLY}|{PREFERRED})",
            rf"(?:state|public|overseas|foreign|ivy league) (?:universit(?:y|ies) )?graduates?(?: {ONLY})?|ivy league",
            rf"(?:lulusan )?luar negeri {PREFERRED}|(?:ber)?golongan darah|goldar|blood (?:type|group)|zodiak|zodiac|shio",
            r"horoscope|weton",
            (
                r"(?:kader|anggota|simpatisan|pengurus) partai(?: politik)?|(?:pandangan|afiliasi|pilihan) politik"
                r"|terlibat (?:dalam )?(?:partai|politik)"
            ),
            r"political (?:party|affiliation|views?)",
            r"(?:anggota|pengurus|aktivis) serikat(?: pekerja| buruh)?",
            (
                r"(?:trade |labou?r )?unions? (?:members?|activists?|membership)|members? of (?:an? |any )?(?:trade "
                r"|labou?r )?unions?"
            ),
            r"(?:belong to|join|in) (?:any |an? |the )?(?:trade |labou?r )?unions?",
            r"keluarga (?:yang )?(?:terpandang|kaya|mampu|terhormat|baik-baik|pejabat|berada)",
            r"(?:good|wealthy|respectable|rich) famil(?:y|ies)",
        ],
        unless=r"klien|clients?\b|customers?|layanan|services?\b|untuk \0|sistem|mitra|partners?\b|bekerja sama|aplikasi"
        r"|ramalan|\bour\b"
        r"|\bkami\b|atau pts|manajemen|work with|(?:tidak|not) (?:menjadi |a )?(?:syarat|required)|mana (?:pun|saja)",
    ),
)
