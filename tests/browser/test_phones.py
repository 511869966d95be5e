"""What is long on a desk is short on a phone: nothing cut, one thing at a time."""

import pytest

import builders

LONG = "Pengalaman minimal 2 tahun sebagai IT Support, teknisi komputer, atau helpdesk di perusahaan dengan banyak cabang"


@pytest.fixture
def posting(nusantara):
    posting = builders.a_posting(nusantara, musts=(LONG, "Windows", "Jaringan kantor", "Active Directory"))
    for name in ("Bagas Prayogo", "Fitri Anggraeni", "Wulan Kusumawardani"):
        builders.an_application(posting, name=name, strip="mmpn|n")
    return posting


def test_a_requirement_is_read_whole_where_it_is_edited(open_as, as_budi, posting):
    page = open_as(as_budi, f"/rekrut/loker/{posting.public_id}/", width=360, height=780)
    label = page.locator("textarea[name^=label-]").first
    assert label.input_value() == LONG
    assert label.evaluate("e => e.scrollHeight <= e.clientHeight + 1 && e.scrollWidth <= e.clientWidth")


def test_the_shortlist_folds_its_proofs_on_a_phone_and_shows_them_on_a_desk(open_as, as_budi, posting):
    path = f"/rekrut/loker/{posting.public_id}/shortlist/"
    page = open_as(as_budi, path, width=360, height=780)
    assert not page.locator(".proofs").first.is_visible()
    page.locator(".fold > summary").first.click()
    assert page.locator(".proofs").first.is_visible()
    wide = open_as(as_budi, path, width=1280)
    assert wide.locator(".proofs").first.is_visible()
    assert not wide.locator(".fold > summary").first.is_visible()


def test_the_review_opens_one_person_at_a_time(open_as, as_citra, citras_seat, posting):
    from tepat.models import Share

    for application in posting.applications.all():
        Share.objects.create(application=application, membership=citras_seat)
    page = open_as(as_citra, "/rekrut/tinjau/", width=360, height=780)
    assert [e.is_visible() for e in page.locator(".answers").all()] == [True, False, False]
    page.locator(".review summary").nth(1).click()
    assert page.locator(".answers").nth(1).is_visible()
    buttons = page.locator(".answers").first.locator("button").all()
    assert len({round(b.bounding_box()["y"]) for b in buttons}) == 1
    assert all(b.evaluate("e => e.getBoundingClientRect().height") < 60 for b in buttons)


def test_a_posting_of_the_desk_is_one_line_to_press(open_as, as_budi, posting):
    page = open_as(as_budi, "/rekrut/", width=360, height=780)
    row = page.locator(".inbox tbody tr")
    assert row.evaluate("e => e.getBoundingClientRect().height") < 100
    box = row.bounding_box()
    page.mouse.click(box["x"] + 60, box["y"] + box["height"] - 8)
    page.wait_for_url(f"**/rekrut/loker/{posting.public_id}/triase/")
