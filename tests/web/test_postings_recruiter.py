"""Writing a posting: paste, read, mend, publish; what is typed is never lost."""

import re

import pytest

import builders
from tepat.models import JobPosting

ADVERT = (
    "Kualifikasi:\n- Minimal D3 Teknik Informatika\n- Menguasai MikroTik\n\nTugas:\n- Reset password pengguna lewat telepon\n"
)


@pytest.fixture
def posting(nusantara):
    return builders.a_posting(nusantara, title="IT Helpdesk", state="draft", published_at=None, text=ADVERT)


def key_of(page):
    return re.search(r'name="key" value="([^"]+)"', page.content.decode())[1]


def test_pasting_an_advert_makes_a_draft_with_its_requirements(as_budi, nusantara):
    key = key_of(as_budi.get("/rekrut/loker/baru/"))
    answer = as_budi.post(
        "/rekrut/loker/baru/", {"text": ADVERT, "title": "IT Helpdesk", "headcount": 1, "work_mode": "on_site", "key": key}
    )
    posting = JobPosting.objects.get()
    assert answer["Location"] == f"/rekrut/loker/{posting.public_id}/"
    assert posting.organization == nusantara
    page = as_budi.get(answer["Location"]).content.decode()
    assert "Minimal D3 Teknik Informatika" in page
    assert 'value="must" selected' in page


def test_a_double_press_makes_one_posting(as_budi):
    form = {
        "text": ADVERT,
        "title": "IT Helpdesk",
        "headcount": 1,
        "work_mode": "on_site",
        "key": key_of(as_budi.get("/rekrut/loker/baru/")),
    }
    first, second = as_budi.post("/rekrut/loker/baru/", form), as_budi.post("/rekrut/loker/baru/", form)
    assert first["Location"] == second["Location"]
    assert JobPosting.objects.count() == 1


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"text": " "}, "Iklannya masih kosong. Tulis atau tempel di sini."),
        ({"closes_on": "2020-01-31"}, "Tanggal ini sudah lewat."),
        ({"salary_min_idr_month": "7.000.000", "salary_max_idr_month": "5 jt"}, "Batas atas lebih kecil dari batas bawah."),
        ({"salary_min_idr_month": "banyak"}, "Tulis jumlah seperti 5.200.000 atau 5,2 jt."),
    ],
)
def test_a_fault_stands_at_its_field_and_nothing_is_lost(as_budi, change, words):
    form = {
        "text": ADVERT,
        "title": "Judul Khas",
        "working_hours": "Senin sampai Jumat",
        "headcount": 3,
        "work_mode": "hybrid",
    } | change
    answer = as_budi.post("/rekrut/loker/baru/", form)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert words in page
    assert 'aria-invalid="true"' in page
    assert "Senin sampai Jumat" in page
    assert not JobPosting.objects.exists()


def test_a_requirement_is_made_nice_dropped_and_added(as_budi, posting):
    first, second, *_ = posting.requirements.all()
    answer = as_budi.post(
        f"/rekrut/loker/{posting.public_id}/",
        {
            f"importance-{first.key}": "nice",
            f"importance-{second.key}": "drop",
            "new-label": "MikroTik",
            "new-importance": "must",
        },
    )
    assert answer.status_code == 302
    rows = {r.label: r for r in posting.requirements.all()}
    assert rows[first.label].importance == "nice"
    assert second.label not in rows
    assert (rows["MikroTik"].importance, rows["MikroTik"].skills != []) == ("must", True)


def filled(posting, **changes):
    """What the page's form sends: the advert, its fields, each requirement."""
    rows = posting.requirements.all()
    sent = {"text": posting.text, "title": posting.title, "city": posting.city, "headcount": 1, "work_mode": "on_site"}
    sent |= {f"label-{r.key}": r.label for r in rows} | {f"importance-{r.key}": r.importance for r in rows}
    return sent | changes


@pytest.mark.parametrize(("tail", "state"), [("", "draft"), ("terbit/", "published"), ("penutupan/", "closed")])
def test_no_button_loses_what_was_typed_elsewhere_on_the_page(as_budi, posting, tail, state):
    first, second, *_ = posting.requirements.all()
    typed = {"working_hours": "Senin sampai Jumat", f"label-{first.key}": "Dukungan pengguna", f"importance-{second.key}": "drop"}
    as_budi.post(f"/rekrut/loker/{posting.public_id}/{tail}", filled(posting, **typed))
    posting.refresh_from_db()
    assert (posting.state, posting.working_hours) == (state, "Senin sampai Jumat")
    labels = [r.label for r in posting.requirements.all()]
    assert "Dukungan pengguna" in labels
    assert second.label not in labels


@pytest.mark.parametrize("tail", ["", "terbit/", "penutupan/"])
def test_a_fault_shows_everything_that_was_typed_again(as_budi, posting, tail):
    first, second, *_ = posting.requirements.all()
    typed = {
        "closes_on": "2020-01-31",
        "working_hours": "Senin sampai Jumat",
        f"label-{first.key}": "Dukungan pengguna",
        f"importance-{second.key}": "drop",
        "new-label": "Linux",
        "new-importance": "nice",
    }
    answer = as_budi.post(f"/rekrut/loker/{posting.public_id}/{tail}", filled(posting, **typed))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="Senin sampai Jumat"' in page
    assert ">Dukungan pengguna</textarea>" in page
    assert '<option value="drop" selected>' in page
    assert 'name="new-label" value="Linux"' in page
    posting.refresh_from_db()
    assert (posting.state, posting.requirements.count()) == ("draft", 4)


def test_all_buttons_of_the_page_belong_to_one_form(as_budi, posting):
    page = as_budi.get(f"/rekrut/loker/{posting.public_id}/").content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    assert main.count("<form") == 1
    assert main.count("<button") == main.count('form="posting"') == 2


def test_a_session_that_ended_loses_no_requirement(client, as_budi, posting):
    first = posting.requirements.first()
    address = f"/rekrut/loker/{posting.public_id}/"
    key = f"label-{first.key}"
    typed = filled(posting, **{key: "Dukungan pengguna"})
    client.post(f"{address}terbit/", typed, headers={"referer": f"http://testserver{address}"})
    client.force_login(as_budi.get("/").wsgi_request.user, backend="django.contrib.auth.backends.ModelBackend")
    page = client.get(address).content.decode()
    assert ">Dukungan pengguna</textarea>" in page


def test_publishing_makes_it_public(as_budi, client, posting):
    assert client.get(f"/loker/{posting.slug}/").status_code == 404
    as_budi.post(f"/rekrut/loker/{posting.public_id}/terbit/")
    assert client.get(f"/loker/{posting.slug}/").status_code == 200


def test_what_limits_people_needs_a_reason_on_the_page(as_budi, nusantara):
    form = {"text": ADVERT + "- Usia maksimal 27 tahun\n", "title": "IT Helpdesk", "headcount": 1, "work_mode": "on_site"}
    address = as_budi.post("/rekrut/loker/baru/", form)["Location"]
    assert 'name="reason-discrimination.age"' in as_budi.get(address).content.decode()
    as_budi.post(f"{address}terbit/")
    assert JobPosting.objects.get().state == "draft"
    as_budi.post(f"{address}terbit/", {"reason-discrimination.age": "Naik menara, aturan K3"})
    assert JobPosting.objects.get().state == "published"


def test_a_title_that_misleads_gets_a_better_one(as_budi, nusantara):
    work = "- Membangun aplikasi web dengan Laravel\n- Menulis REST API\n- Memperbaiki bug dan menulis unit test\n"
    form = {"text": f"Tugas:\n{work}", "title": "Network Engineer", "headcount": 1, "work_mode": "on_site"}
    page = as_budi.get(as_budi.post("/rekrut/loker/baru/", form)["Location"]).content.decode()
    assert "Judul yang lebih tepat: Pengembang Perangkat Lunak." in page
    assert 'name="reason-clarity.title_duties"' in page
    assert "Tetap begini, karena:" in page


def test_closing(as_budi, nusantara):
    posting = builders.a_posting(nusantara)
    as_budi.post(f"/rekrut/loker/{posting.public_id}/penutupan/")
    posting.refresh_from_db()
    assert posting.state == "closed"


@pytest.mark.parametrize("tail", ["", "berkas/"])
def test_foreign_postings_are_not_there(as_dewi, as_citra, posting, tail):
    missing = as_dewi.get(f"/rekrut/loker/zzzzzzzzzzzz/{tail}")
    for session in (as_dewi, as_citra):
        answer = session.get(f"/rekrut/loker/{posting.public_id}/{tail}")
        assert (answer.status_code, answer.content == missing.content or answer.status_code == 404) == (404, True)


@pytest.mark.parametrize("tail", ["", "terbit/", "penutupan/"])
def test_foreign_postings_cannot_be_changed(as_dewi, posting, tail):
    assert as_dewi.post(f"/rekrut/loker/{posting.public_id}/{tail}").status_code == 404
    posting.refresh_from_db()
    assert posting.state == "draft"


@pytest.mark.parametrize("address", ["/rekrut/", "/rekrut/loker/"])
def test_lists_cost_the_same_with_one_and_three_rows(as_budi, nusantara, django_assert_num_queries, address):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def cost():
        with CaptureQueriesContext(
            connection,
        ) as seen:
            assert as_budi.get(address).status_code == 200
        return len(seen)

    builders.an_application(builders.a_posting(nusantara))
    as_budi.get(address)
    one = cost()
    for _ in range(2):
        builders.an_application(builders.a_posting(nusantara))
    assert cost() == one
