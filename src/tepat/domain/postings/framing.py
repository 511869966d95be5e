"""Frames: ways to say "only", "rather", "not" or "must" of a person, into which any word for a trait fits.

Lists of whole phrases find what somebody has written before; a frame with a slot also finds what nobody has. Patterns read the
plain, lower-case text (see spelling.py).
"""

from collections.abc import Sequence

from tepat.domain.postings.posting import Severity
from tepat.domain.postings.wordings import Row, wording

_SOME = r"(?:[\w'’/-]+ ){0,4}?"
_OPEN = (
    r"(?:(?:job|role|position|vacancy|pekerjaan|posisi|lowongan)(?: \w+){0,3}? (?:for|untuk|bagi)|(?:di ?)?buka lowongan"
    r"|hanya|khusus(?:nya)?|cuma|terbatas|di ?utamakan|utamakan|prioritas(?:kan)?|mengutamakan|memprioritaskan|mencari|cari"
    r"|nyari|butuh"
    r"|membutuhkan|di ?butuhkan|di ?perlukan|di ?cari|(?:hanya )?(?:menerima|merekrut)|sebaiknya|idealnya|lebih (?:suka|cocok"
    r"|di ?sukai)(?: dengan)?"
    r"|wajib|harus|only|exclusively|prefer(?:ably|red|ring)?|ideally|looking for|want(?:ed)?|seek(?:ing)?|must(?: be)?"
    r"|should be|has to be"
    r"|best suited (?:to|for)|suitable for|reserved for|di ?isi(?: oleh)?)"
)
_CLOSE = (
    r"(?:saja|aja|doang|only|di ?utama(?:kan|in)|di ?prioritas(?:kan|in)|(?:lebih|paling) (?:di ?sukai|cocok|baik"
    r"|di ?utamakan)|preferred"
    r"|prioriti[sz]ed|favou?red|required|wajib|a must|needed|wanted|di ?cari|di ?butuhkan|will be preferred|given preference)"
)
_REFUSE = (
    r"(?:(?:tidak|tdk|gak|ga|nggak|belum|jangan|bukan|tanpa|no|not|never|without|don't|do not|cannot|can't|won't|must not"
    r"|may not)"
    r" (?:(?:pernah|sedang|dalam|keadaan|kondisi|menerima|terima|merekrut|rekrut|boleh|bisa|hire|accept|take|consider|recruit"
    r"|employ|wear|be|have|become|get|agree|to|belum|ada|rencana|baru"
    r"|any|the|sebagai|seorang|yang|orang|plans?|of|to|members?|from|di ?rawat|karena|memiliki|mempunyai|punya|memakai|pakai"
    r"|menderita|mengidap|bisa|dapat|pengguna|untuk|bagi|for) ){0,4})"
)
_REFUSED = (
    r"(?:(?:[\w'’]+ ){0,3}?(?:(?:tidak|tdk|gak|belum) (?:akan |bisa |dapat |boleh |kami |kita |di ?)*(?:terima|proses|melamar"
    r"|layani|pertimbangkan|ijinkan|izinkan)\w*"
    r"|(?:mohon|harap) (?:maaf|tidak|jangan)(?: \w+){0,3}|skip(?: dulu)?|(?:tidak|tak|gak) (?:perlu|usah) (?:me)?lamar"
    r"|di ?larang|(?:is|are|will|can|may|should) ?(?:be )?(?:not|never)(?: be)? (?:accepted|allowed|permitted|considered"
    r"|eligible|hired|apply)|cannot be (?:accepted|considered|hired)|need not apply|not (?:allowed|accepted|permitted"
    r"|considered)))"
)
HARMLESS = (
    r"aplikasi|\bapp|sistem|\bsystem|software|produk|product|pelanggan|customer|klien|\bclient|pengguna|\busers?\b|pasien"
    r"|patients?|siswa|mahasiswa"
    r"|students?|\bdata\b|\bkolom|website|situs|fitur|feature|database|komunitas|community|regardless|tanpa (?:membedakan"
    r"|memandang|batas)|tidak membedakan"
    r"|welcome|encouraged|(?:untuk|bagi) semua|any (?:age|gender|religion)|cuti|leave|tunjangan|asuransi|insurance|toilet"
    r"|proyek|project"
)
"""Words beside a find that speak of goods and services, or of everybody being welcome."""


def framed(
    code: str, severity: Severity, traits: Sequence[str], *, unless: str = "", asked: bool = True, harmless: str = HARMLESS
) -> Row:
    """One row: `traits` in every frame. `asked`: False where only a refusal limits anybody ("no glasses")."""
    trait = rf"(?:{'|'.join(traits)})"
    frames = [rf"{_REFUSE}{trait}", rf"{trait} {_REFUSED}"]
    if asked:
        frames += [rf"{_OPEN} {_SOME}{trait}", rf"{trait} (?:[\w'’]+ ){{0,1}}?{_CLOSE}"]
    return wording(code, severity, frames, unless="|".join(part for part in (harmless, unless) if part))
