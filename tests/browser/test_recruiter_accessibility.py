"""axe (WCAG 2.2 AA) on triage, pipeline, shortlist and review."""

import pytest
from barriers import examine

import builders
from tepat.services.deciding import decide_application
from tepat.services.sharing import share_applications, write_note

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def posting(nusantara, budi, citra, citras_seat, sari):
    posting = builders.a_posting(nusantara)
    strips = ("mmm|m", "mpc|n", "nnn|n", "mmn|m", "cpn|m")
    people = [builders.an_application(posting, name=f"Orang {n}", strip=s, days=n * 3) for n, s in enumerate(strips)]
    ask_who_is_the_same(people[0], people[1])
    builders.an_application(posting, name="Belum Terbaca", strip=None)
    decide_application(builders.an_application(posting, account=sari), kind="reject", actor=budi.as_actor(), reason="other")
    write_note(people[0], words="Tanyakan cadangannya.", actor=budi.as_actor(), opinion="yes")
    share_applications(people[:2], membership=citras_seat, actor=budi.as_actor())
    return posting


def ask_who_is_the_same(*applications):
    """One name and one employer, so that triage and shortlist ask."""
    for application in applications:
        application.cv.document["work"] = [{"name": "PT Gudang Tiga Rasa"}]
        application.cv.save(update_fields=["document"])
        application.candidate.name = "Bagas Prayogo"
        application.candidate.save(update_fields=["name", "name_key"])


def test_review_screens_have_no_barrier(open_as, as_budi, as_citra, posting):
    base = f"/rekrut/loker/{posting.public_id}"
    chosen = posting.applications.order_by("pk").first().public_id
    screens = [
        *(f"{base}/triase/", f"{base}/triase/?tab=riwayat", f"{base}/triase/?tab=catatan", f"{base}/triase/?kata=zzz"),
        *(f"{base}/keputusan/", f"{base}/keputusan-massal/?lamaran={chosen}"),
        *("/rekrut/pipeline/", "/rekrut/pipeline/?tampil=tabel", f"{base}/shortlist/", f"{base}/shortlist/cetak/"),
        f"{base}/bobot/",
        f"{base}/bandingkan/?" + "&".join(f"lamaran={a.public_id}" for a in posting.applications.order_by("pk")[:3]),
    ]
    assert examine(open_as, as_budi, screens) == []
    assert examine(open_as, as_citra, ["/rekrut/tinjau/", f"/rekrut/tinjau/{chosen}/"]) == []
