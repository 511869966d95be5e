"""Members: owners invite and let go; recruiters only look."""

import pytest

import builders
from tepat.models import Invitation, Membership


@pytest.fixture
def as_rini(nusantara):
    from cast_of_tests import session_of

    account = builders.an_account("Rini")
    builders.a_seat(account, nusantara, "owner")
    return session_of(account)


def test_an_owner_invites(as_rini):
    answer = as_rini.post("/rekrut/anggota/", {"email": "baru@contoh.id", "role": "recruiter"}, follow=True)
    assert "Undangan terkirim ke baru@contoh.id" in answer.content.decode()
    assert Invitation.objects.get().role == "recruiter"


def test_a_fault_stays_beside_what_was_typed(as_rini, budi):
    answer = as_rini.post("/rekrut/anggota/", {"email": budi.email, "role": "owner"})
    assert answer.status_code == 422
    assert "sudah menjadi anggota" in answer.content.decode()
    assert budi.email in answer.content.decode()


def test_recruiters_only_look(as_budi, as_rini):
    page = as_budi.get("/rekrut/anggota/").content.decode()
    assert "Rini" in page
    assert "Undang orang" not in page
    as_budi.post("/rekrut/anggota/", {"email": "baru@contoh.id", "role": "owner"})
    assert not Invitation.objects.exists()


def test_roles_change_and_seats_end(as_rini, budi):
    seat = budi.memberships.get()
    as_rini.post(f"/rekrut/anggota/{seat.public_id}/peran/", {"role": "interviewer"})
    seat.refresh_from_db()
    assert seat.role == "interviewer"
    as_rini.post(f"/rekrut/anggota/{seat.public_id}/akhir/")
    assert not Membership.objects.current().filter(pk=seat.pk).exists()


def test_foreign_seats_are_not_there(as_rini, dewi):
    seat = dewi.memberships.get()
    for tail in ("peran", "akhir"):
        assert as_rini.post(f"/rekrut/anggota/{seat.public_id}/{tail}/", {"role": "owner"}).status_code == 404
    assert Membership.objects.current().filter(pk=seat.pk, role="recruiter").exists()


def test_an_invitation_is_withdrawn(as_rini):
    as_rini.post("/rekrut/anggota/", {"email": "baru@contoh.id", "role": "recruiter"})
    invitation = Invitation.objects.get()
    as_rini.post(f"/rekrut/anggota/undangan/{invitation.public_id}/batal/")
    invitation.refresh_from_db()
    assert invitation.withdrawn_at is not None
