"""Members: invited by mail, joined with the right address only, never without an owner."""

from datetime import timedelta

import pytest
from django.utils import timezone

import builders
from tepat.domain.refusal import Refusal
from tepat.models import Invitation, Membership, Message
from tepat.services.inviting import (
    accept_invitation,
    change_role,
    end_membership,
    invitation_by,
    invite_member,
    withdraw_invitation,
)


@pytest.fixture
def owner(nusantara):
    account = builders.an_account("Rini")
    builders.a_seat(account, nusantara, "owner")
    return account


def invited(nusantara, owner, email="baru@contoh.id", role="recruiter"):
    invitation = invite_member(nusantara, email=email, role=role, actor=owner.as_actor())
    token = Message.objects.latest("pk").params["path"].split("/")[2]
    return invitation, token


def test_an_invited_person_joins(nusantara, owner):
    _, token = invited(nusantara, owner)
    account = builders.an_account("Baru", email="baru@contoh.id")
    seat = accept_invitation(token, account=account)
    assert (seat.organization, seat.role) == (nusantara, "recruiter")
    assert accept_invitation(token, account=account) == Refusal("already_accepted")


@pytest.mark.parametrize(
    ("change", "code"),
    [({"expires_at": timezone.now() - timedelta(days=1)}, "expired"), ({"withdrawn_at": timezone.now()}, "withdrawn")],
)
def test_void_invitations_say_why(nusantara, owner, change, code):
    invitation, token = invited(nusantara, owner)
    Invitation.objects.filter(pk=invitation.pk).update(**change)
    assert invitation_by(token).code == code
    assert accept_invitation(token, account=builders.an_account("Baru", email="baru@contoh.id")).code == code
    assert not Membership.objects.filter(account__email="baru@contoh.id").exists()


def test_another_address_cannot_use_it(nusantara, owner, sari):
    _, token = invited(nusantara, owner)
    assert accept_invitation(token, account=sari) == Refusal("other_address", "", {"email": "baru@contoh.id"})


def test_unknown_tokens_are_unknown(db, sari):
    assert accept_invitation("x" * 43, account=sari) == Refusal("unknown_invitation")


def test_one_open_invitation_per_address(nusantara, owner):
    first, _ = invited(nusantara, owner)
    assert invite_member(nusantara, email="BARU@contoh.id", role="owner", actor=owner.as_actor()) == Refusal(
        "already_invited", "email"
    )
    withdraw_invitation(first, actor=owner.as_actor())
    assert isinstance(invite_member(nusantara, email="baru@contoh.id", role="owner", actor=owner.as_actor()), Invitation)


def test_members_are_not_invited_again(nusantara, owner, budi):
    assert invite_member(nusantara, email=budi.email, role="owner", actor=owner.as_actor()) == Refusal("already_member", "email")


def test_the_last_owner_stays(nusantara, owner):
    seat = owner.memberships.get()
    assert end_membership(seat, actor=owner.as_actor()) == Refusal("last_owner")
    assert change_role(seat, role="recruiter", actor=owner.as_actor()) == Refusal("last_owner")
    builders.a_seat(builders.an_account("Dua"), nusantara, "owner")
    assert isinstance(end_membership(seat, actor=owner.as_actor()), Membership)
    assert owner.as_actor().seats == ()
