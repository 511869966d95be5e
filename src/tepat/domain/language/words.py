"""Small data of the two languages: roots, names that keep their form, joins, words that say nothing in a search.

Written for Tepat from general knowledge of both languages; it holds no list of anybody else.
"""
# ruff: noqa: SIM905 - a list of words reads best as words

from zlib import crc32

# Roots from which the language of work derives its words. A word loses its affixes only if a root of this list remains,
# so English words, product names and people keep their form. Lexical words (jaringan, lowongan) stand as roots themselves.
ROOTS = frozenset(
    """
    ada adu ahli ajar aju akhir akibat aktif akun alat alih alir alokasi aman amat ambil analisa analisis anggar anggota
    angkat antar anti arah arsip arsitektur asah atas atur audit awas awal baca bagi bagus bahas baik baku bakat bangun
    banding bantu barang baru basis batas bawa bayar beda bela beli benah bentuk beri berita bersih bersama besar biaya bijak
    bimbing bina bisnis bongkar buat buka bukti bungkus buru butuh cadang cakap cakup candu capai cari cantum catat cegah cek
    cepat cerdas cetak ciri cipta coba cocok cukup daftar dalam damping dapat dasar data datang daya deteksi didik diskusi
    distribusi dokumentasi dokumen domisili dorong duduk dukung duga edit efektif efisien elektronik evaluasi gabung gagas
    gaji gambar gandeng ganggu ganti gelar gerak guna gudang hadap hadir hapus harap hasil hati hemat hias hidup hilang hitung
    hubung hukum identifikasi ikat ikut implementasi industri informasi inovasi inovatif instal instalasi integrasi interaksi
    investigasi isi izin jabat jadi jadwal jaga jajak jalan jalin jamin jangka jarak jaringan jawab jelas jemput jual juang
    kaji kandidat kantor karya karyawan kata kawal kelola kembali kembang kemuka kenal kendala kendali kendara kerja kerjasama
    keluar keluh kira kirim klasifikasi koleksi kolaborasi komitmen komunikasi komponen komputer kondisi konfigurasi
    konsultasi kontrak kontrol koordinasi koreksi kosong kuasa kualifikasi kualitas kuat kulit kumpul kunci kunjung kurang
    laku laksana lamar lancar langgan lanjut lapor latih layak layan lebih lengkap lestari lewat libat lihat lindung lingkung
    lokasi lowongan luas luar luluh lulus lunak maintenance manfaat mampu masa masalah masuk maju mandiri mantap masyarakat
    mati mesan mesin migrasi milik minat minta mitra mobilisasi modern modifikasi modul monitor mudah mula muncul mutakhir
    mutu nama narasi nasihat negosiasi nilai nyata obrol olah operasi operasional optimal optimalisasi optimasi organisasi
    otak otomatis paham pajak pakai paket pamer pandu panduan panggil pangkas pantau parkir pasang pasar pastikan pasti pecah
    pelihara pelajar pelosok pengalaman pengaruh pengetahuan penuh perangkat perintah periksa peringkat perlu persepsi
    persentase pertama perusahaan pesan pilah pilih pikir pimpin pindah pinjam posisi potong praktik prediksi presentasi
    prioritas produksi produktif program promosi prosedur proses proyek publikasi pulih pusat putus rajin rakit rancang
    rangkai rangkum rapat rapi rasa rawat rekam rekayasa rekomendasi rekrut rencana respons ringan rinci rintis riset rujuk
    rumus rusak saing saji salur sambung sampai samping sandi sasar satu sebar sedia segar sehat sejahtera seleksi selenggara
    selesai selia seluruh semangat sempurna sepakat serah serta sertifikasi sesuai setuju siap siar sikap simpan simpul
    simulasi sinkronisasi sinkron sistem solusi sosialisasi standar standarisasi strategi struktur studi subur suka sunting
    supervisi survei susun syarat tahan tahap tambah tampil tanam tanda tanding tangan tanggap tanggung tangkap tarik tata
    taut tawar tekan teknis teknisi teliti telusur temu tempat tempatkan tenaga tentu tepat terampil terap terbit terima
    terjemah terus tes tetap tetapkan timbang timbul tindak tinggal tinggi tingkat tinjau titik tolak toleransi transaksi
    transformasi tuang tugas tuju tukar tulis tumbuh tumpuk tunjang tunjuk tuntas tuntut turun tutup tangguh ubah uji ujung
    ukur ulang ulas umpan unduh unggah unggul unjuk unsur untung upaya urai urus urut usaha usul utama validasi verifikasi
    visualisasi wakil wajib waspada wawancara wujud
    """.split()
)

# Endings that look like a plural but belong to the word.
ENDS_IN_S = frozenset(
    """
    windows kubernetes devops devsecops mlops gitops jenkins postgres sales analytics news akses proses sukses
    jenis teknis bisnis analis business process access wireless address express pentest series asus siemens
    sophos databricks airpods kudos logistics graphics physics mathematics statistics economics robotics electronics
    diagnostics ethics
    """.split()
)

# Several ways of writing one thing → the one we keep. Between words may stand a space, a hyphen, a slash or a full stop.
JOINS: dict[tuple[str, ...], str] = {
    tuple(left.split()): right
    for left, right in (
        pair.split(" = ")
        for pair in """
        help desk = helpdesk
        service desk = servicedesk
        service desks = servicedesk
        full stack = fullstack
        front end = frontend
        back end = backend
        dev ops = devops
        dev sec ops = devsecops
        data base = database
        data bases = database
        data center = datacenter
        data centre = datacenter
        datacentre = datacenter
        web site = website
        web server = webserver
        net work = network
        soft ware = software
        hard ware = hardware
        fire wall = firewall
        wi fi = wifi
        e mail = email
        e commerce = ecommerce
        e learning = elearning
        on site = onsite
        on line = online
        off line = offline
        on call = oncall
        free lance = freelance
        sys admin = sysadmin
        trouble shooting = troubleshooting
        trouble shoot = troubleshoot
        start up = startup
        kerja sama = kerjasama
        tanda tangan = tandatangan
        node js = node.js
        nodejs = node.js
        next js = next.js
        nextjs = next.js
        nuxt js = nuxt.js
        nuxtjs = nuxt.js
        vue js = vue.js
        vuejs = vue.js
        react js = react
        reactjs = react
        angular js = angularjs
        express js = express.js
        expressjs = express.js
        nest js = nest.js
        nestjs = nest.js
        three js = three.js
        java script = javascript
        type script = typescript
        asp net = asp.net
        dot net = .net
        dotnet = .net
        vb net = vb.net
        ado net = ado.net
        c sharp = c#
        csharp = c#
        cpp = c++
        c plus plus = c++
        tcp ip = tcp/ip
        tcpip = tcp/ip
        ci cd = ci/cd
        cicd = ci/cd
        ui ux = ui/ux
        uiux = ui/ux
        ux ui = ui/ux
        pl sql = pl/sql
        plsql = pl/sql
        my sql = mysql
        postgre sql = postgresql
        postgres = postgresql
        no sql = nosql
        git hub = github
        git lab = gitlab
        micro tik = mikrotik
        micro service = microservice
        micro services = microservice
        office 365 = m365
        microsoft 365 = m365
        ms 365 = m365
        o 365 = m365
        o365 = m365
        m 365 = m365
        office365 = m365
        24 7 = 24/7
        work from home = wfh
        work from office = wfo
        kerja dari rumah = wfh
        """.strip().splitlines()
        for pair in (pair.strip(),)
    )
}

# Words that carry no wish of their own when somebody searches.
NOISE = frozenset(
    """
    di ke dari kota kab kabupaten provinsi yang untuk dan atau dengan pada sebagai oleh sekitar daerah wilayah area dekat para
    ini itu saya aku kami mau ingin the of in for and or an a to at as with near my i lowongan loker lowker cari mencari
    dicari butuh dibutuhkan job jobs vacancy vacancies hiring info kerja pekerjaan
    """.split()
)

FINGERPRINT = crc32("\n".join([*sorted(ROOTS), *sorted(ENDS_IN_S), *sorted(f"{k}={v}" for k, v in JOINS.items())]).encode())
"""Changes with the data above: terms made under another fingerprint are not comparable."""
