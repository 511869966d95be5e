"""Weights of a posting: kept, logged, and every kept match weighed anew without opening a CV."""

import pytest

from builders import a_posting, an_application
from tepat.domain.matching.weighing import Weights
from tepat.domain.permissions import Actor
from tepat.models import Application, Event, JobPosting
from tepat.services import weighing
from tepat.services.weighing import reweigh_posting, set_weights, weigh_anew

pytestmark = pytest.mark.django_db


@pytest.fixture
def two():
    """A posting and two who applied: one shows the first must, the other the second."""
    posting = a_posting(musts=("Linux", "MikroTik"), nices=())
    first, second = an_application(posting, name="Ayu", strip="mn|"), an_application(posting, name="Bima", strip="nm|")
    weigh_anew(posting)
    Event.objects.all().delete()
    return posting, first, second


def order(posting):
    return [a.candidate.name for a in Application.objects.filter(posting=posting).in_rank_order()]


def test_new_weights_turn_the_order_and_are_written_down(two, budi):
    posting, _first, second = two
    assert set_weights(posting, Weights(requirements={"r2": 200}), actor=Actor(budi.pk))
    assert order(posting) == ["Bima", "Ayu"]
    assert JobPosting.objects.get().weights == {"requirements": {"r2": 200}}
    said = Event.objects.get(code="posting.weights_changed")
    assert (said.actor_id, said.params) == (budi.pk, {"work": 60, "requirements": "r2:200"})
    changed = Event.objects.get(code="match.changed", application=second)
    assert changed.params["cause"] == "weights"
    assert changed.params["score_now"] > changed.params["score_before"]
    second.match.refresh_from_db()
    assert second.match.versions["weights"] == {"requirements": {"r2": 200}}


def test_the_same_weights_again_change_nothing(two, budi):
    posting = two[0]
    set_weights(posting, Weights(requirements={"r2": 200}), actor=Actor(budi.pk))
    assert not set_weights(posting, Weights(requirements={"r2": 200, "r1": 100}), actor=Actor(budi.pk))
    assert Event.objects.filter(code="posting.weights_changed").count() == 1


def test_the_usual_weights_bring_the_usual_order_back(two, budi):
    posting, first, _second = two
    before = Application.objects.select_related("match").get(pk=first.pk).match.score
    set_weights(posting, Weights(work=10, requirements={"r2": 200}), actor=Actor(budi.pk))
    set_weights(posting, Weights(), actor=Actor(budi.pk))
    assert Application.objects.select_related("match").get(pk=first.pk).match.score == before
    assert JobPosting.objects.get().weights == {}


def test_weights_out_of_range_and_of_unknown_requirements_are_not_kept(two, budi):
    posting = two[0]
    set_weights(posting, Weights(work=700, requirements={"r1": 9000, "r2": -5, "r99": 50}), actor=Actor(budi.pk))
    assert posting.weights == {"work": 100, "requirements": {"r1": 300, "r2": 0}}


def test_many_applications_are_weighed_in_the_background(two, budi, monkeypatch):
    monkeypatch.setattr(weighing, "AT_ONCE", 1)
    queued = []
    monkeypatch.setattr(type(reweigh_posting), "enqueue", lambda _task, pk: queued.append(pk))
    set_weights(two[0], Weights(requirements={"r2": 200}), actor=Actor(budi.pk))
    assert queued == [two[0].pk]
    reweigh_posting.func(queued[0])
    assert order(two[0]) == ["Bima", "Ayu"]
