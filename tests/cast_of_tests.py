"""The cast. Sari seeks work in IT support; Budi recruits at PT Nusantara; Citra is hiring manager there; Dewi recruits
at another organization and must see nothing of PT Nusantara's."""

import pytest
from django.test import Client

import builders
from tepat.models import Account, Membership, Organization


@pytest.fixture
def nusantara(db: None) -> Organization:
    return builders.an_organization("PT Nusantara", slug="nusantara")


@pytest.fixture
def sari(db: None) -> Account:
    return builders.an_account("Sari", email="sari@contoh.id")


@pytest.fixture
def budi(nusantara: Organization) -> Account:
    account = builders.an_account("Budi", email="budi@contoh.id")
    builders.a_seat(account, nusantara, "recruiter")
    return account


@pytest.fixture
def citra(nusantara: Organization) -> Account:
    account = builders.an_account("Citra", email="citra@contoh.id")
    builders.a_seat(account, nusantara, "hiring_manager")
    return account


@pytest.fixture
def citras_seat(citra: Account) -> Membership:
    return citra.memberships.get()


@pytest.fixture
def dewi(db: None) -> Account:
    account = builders.an_account("Dewi", email="dewi@contoh.id")
    builders.a_seat(account, builders.an_organization("PT Lain", slug="lain"), "recruiter")
    return account


def session_of(account: Account) -> Client:
    """A browser without JavaScript, signed in."""
    client = Client()
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def as_budi(budi: Account) -> Client:
    return session_of(budi)


@pytest.fixture
def as_citra(citra: Account) -> Client:
    return session_of(citra)


@pytest.fixture
def as_dewi(dewi: Account) -> Client:
    return session_of(dewi)


@pytest.fixture
def as_sari(sari: Account) -> Client:
    return session_of(sari)
