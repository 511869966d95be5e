"""A route without a policy stops the start."""

import pytest
from django.http import HttpResponse
from django.test import override_settings
from django.urls import path

from tepat.web.policies import anyone, check_every_route_has_a_policy, member, policy_of, routes


def naked(request):
    return HttpResponse("")


urlpatterns = [path("terbuka/", naked), path("tertutup/", anyone(naked))]


def test_every_route_of_the_site_declares_a_policy():
    assert check_every_route_has_a_policy() == []
    assert len(list(routes())) > 60


def test_a_naked_route_is_refused():
    with override_settings(ROOT_URLCONF="test_policies"):
        faults = check_every_route_has_a_policy()
    assert [f.id for f in faults] == ["tepat.E001"]
    assert "terbuka/" in faults[0].msg


def test_policies_have_names():
    assert policy_of(member("see_desk")(naked)) == "member:see_desk"
    assert policy_of(naked) is None


@pytest.mark.parametrize("address", ["/rekrut/", "/operator/", "/rekrut/loker/baru/"])
def test_nobody_is_led_to_sign_in_and_back(client, db, address):
    answer = client.get(address)
    assert answer.status_code == 302
    assert answer["Location"] == f"/masuk/?next={address}"


def test_a_suspended_account_is_nobody(as_budi, budi):
    assert as_budi.get("/rekrut/").status_code == 200
    budi.is_active = False
    budi.save()
    assert as_budi.get("/rekrut/").status_code == 302


@pytest.mark.parametrize(
    ("sender", "back"),
    [("http://testserver/rekrut/loker/baru/", "/rekrut/loker/baru/"), ("https://jahat.example/rekrut/", "/"), ("", "/")],
)
def test_a_post_of_nobody_leads_to_sign_in_and_back_to_its_page(client, db, sender, back):
    answer = client.post("/rekrut/loker/baru/", {"title": "x"}, HTTP_REFERER=sender)
    assert answer["Location"] == f"/masuk/?next={back}"
