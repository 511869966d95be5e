"""Maybe the same person: asked in the pile, in triage and on the shortlist; answered with one press, taken back with one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import builders
from tepat.models import Application, Candidate, Event, Intake, IntakeFile, Likeness

ASKED = "Mungkin orang yang sama dengan pelamar"


@pytest.fixture
def posting(nusantara):
    return builders.a_posting(nusantara)


def applied(posting, employer="PT Gudang Tiga Rasa", *, name="Bagas Prayogo", **fields):
    """An application whose CV names one employer."""
    cv = builders.a_cv(organization=posting.organization, name=name)
    cv.document["work"] = [{"name": employer, "position": "IT Support"}]
    cv.save(update_fields=["document"])
    return builders.an_application(posting, name=name, cv=cv, **fields)


@pytest.fixture
def two(posting, nusantara):
    """The same name and employer, written otherwise, for another posting."""
    other = builders.a_posting(nusantara, title="Helpdesk, Cimahi")
    return applied(posting), applied(other, "GUDANG TIGA RASA, Tbk", name="BAGAS PRAYOGO, S.Kom")


def desk(application):
    return f"/rekrut/loker/{application.posting.public_id}/triase/?lamaran={application.public_id}"


def answer(client, application, other, same="1"):
    path = f"/rekrut/lamaran/{application.public_id}/kesamaan/"
    return client.post(path, {"other": other.public_id, "same": same, "next": desk(application)})


def pages_of(application):
    return desk(application), f"/rekrut/loker/{application.posting.public_id}/shortlist/"


def test_triage_and_shortlist_ask_with_a_way_to_the_other(as_budi, two):
    first, second = two
    for one, other in ((first, second), (second, first)):
        for path in pages_of(one):
            html = as_budi.get(path).content.decode()
            assert f"{ASKED} {other.posting.title}" in html
            assert f'href="/rekrut/lamaran/{other.public_id}/"' in html


def test_the_pile_asks(as_budi, two):
    first, _second = two
    pile = Intake.objects.create(posting=first.posting)
    IntakeFile.objects.create(intake=pile, position=1, file_name="a.pdf", state="done", application=first, cv=first.cv)
    path = f"/rekrut/berkas/{pile.public_id}/"
    assert f"{ASKED} Helpdesk, Cimahi" in as_budi.get(path).content.decode()
    as_budi.post("/rekrut/pilihan/samaran/", {"blind": "1"})
    assert ASKED not in as_budi.get(path).content.decode()


def test_another_employer_or_another_organization_is_no_question(as_budi, posting):
    one = applied(posting)
    applied(posting, "PT Lain Sekali")
    applied(builders.a_posting())
    applied(posting, name="Bagus Prayogo")
    for path in pages_of(one):
        assert ASKED not in as_budi.get(path).content.decode()


def test_same_mail_is_known_already(as_budi, two):
    Candidate.objects.filter(pk__in=[a.candidate_id for a in two]).update(email="bagas@contoh.id")
    html = as_budi.get(desk(two[0])).content.decode()
    assert ASKED not in html
    assert "Pernah melamar Helpdesk, Cimahi" in html


def test_one_press_says_the_same_and_joins_nothing(as_budi, two):
    first, second = two
    before = list(Application.objects.order_by("pk").values())
    assert answer(as_budi, first, second)["Location"] == desk(first)
    assert Likeness.objects.get().is_same
    assert list(Application.objects.order_by("pk").values("candidate_id", "stage", "outcome", "cv_id")) == [
        {k: row[k] for k in ("candidate_id", "stage", "outcome", "cv_id")} for row in before
    ]
    event = Event.objects.get(code="candidate.likeness_answered")
    assert event.params == {"other": second.public_id, "same": True}
    for one, other in ((first, second), (second, first)):
        html = as_budi.get(desk(one)).content.decode()
        assert f"Orang yang sama: juga melamar {other.posting.title}" in html
        assert ASKED not in html


def test_the_answer_can_be_changed_and_taken_back(as_budi, two):
    first, second = two
    answer(as_budi, first, second)
    answer(as_budi, second, first, same="0")
    assert [row.is_same for row in Likeness.objects.all()] == [False]
    html = as_budi.get(desk(first)).content.decode()
    assert "Bukan pelamar Helpdesk, Cimahi" in html
    as_budi.post(f"/rekrut/lamaran/{first.public_id}/kesamaan/pembatalan/", {"other": second.public_id})
    assert not Likeness.objects.exists()
    assert ASKED in as_budi.get(desk(first)).content.decode()
    assert Event.objects.filter(code="candidate.likeness_withdrawn").count() == 1


def test_a_press_that_comes_twice_stays_one_answer(as_budi, two):
    for _ in range(2):
        answer(as_budi, *two)
    assert Likeness.objects.count() == 1


def test_only_people_of_one_name_in_one_organization_are_compared(as_budi, posting, two):
    stranger = applied(builders.a_posting())
    assert answer(as_budi, two[0], stranger).status_code == 404
    answer(as_budi, two[0], applied(posting, name="Nadira Hasanah"))
    answer(as_budi, two[0], two[0])
    assert not Likeness.objects.exists()


def test_nobody_else_answers(as_dewi, as_citra, two):
    for who in (as_dewi, as_citra):
        assert answer(who, *two).status_code == 404
        path = f"/rekrut/lamaran/{two[0].public_id}/kesamaan/pembatalan/"
        assert who.post(path, {"other": two[1].public_id}).status_code == 404
    assert not Likeness.objects.exists()


def test_erasing_one_of_them_takes_the_answer_along(as_budi, two):
    answer(as_budi, *two)
    two[1].candidate.delete()
    assert not Likeness.objects.exists()


def test_what_hides_names_asks_nothing(as_budi, two):
    as_budi.post("/rekrut/pilihan/samaran/", {"blind": "1"})
    for path in pages_of(two[0]):
        assert ASKED not in as_budi.get(path).content.decode()


def test_one_question_and_three_cost_the_same_number_of_queries(as_budi, two):
    first, _second = two
    pile = Intake.objects.create(posting=first.posting)
    IntakeFile.objects.create(intake=pile, position=1, file_name="a.pdf", state="done", application=first, cv=first.cv)
    paths = (*pages_of(first), f"/rekrut/berkas/{pile.public_id}/")
    costs = []
    for _ in range(2):
        [as_budi.get(path) for path in paths]
        for path in paths:
            with CaptureQueriesContext(connection) as seen:
                html = as_budi.get(path).content.decode()
            assert ASKED in html
            costs.append(len(seen))
        for n in range(2, 4):
            more = applied(first.posting, name="Bagas Prayogo, MT")
            IntakeFile.objects.create(intake=pile, position=n, file_name="b.pdf", state="done", application=more, cv=more.cv)
    assert costs[:3] == costs[3:]
