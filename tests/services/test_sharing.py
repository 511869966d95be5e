"""Laying people before a seat, and what is answered."""

import builders
from tepat.domain.refusal import Refusal
from tepat.models import Message, Note, Share
from tepat.services.sharing import share_applications, write_note


def test_sharing_twice_writes_one_letter_about_the_new_ones(nusantara, budi, citras_seat):
    posting = builders.a_posting(nusantara)
    people = [builders.an_application(posting) for _ in range(2)]
    assert share_applications(people, membership=citras_seat, actor=budi.as_actor()) == 2
    assert share_applications(people, membership=citras_seat, actor=budi.as_actor()) == 0
    letter = Message.objects.get()
    assert (letter.template, letter.to_address, letter.params["count"]) == ("application_shared", "citra@contoh.id", 2)


def test_nothing_is_laid_before_a_seat_elsewhere_or_one_that_ended(nusantara, budi, dewi, citras_seat):
    from django.utils import timezone

    application = builders.an_application(builders.a_posting(nusantara))
    assert share_applications([application], membership=dewi.memberships.get(), actor=budi.as_actor()) == 0
    citras_seat.ended_at = timezone.now()
    assert share_applications([application], membership=citras_seat, actor=budi.as_actor()) == 0
    assert not Share.objects.exists()
    assert not Message.objects.exists()


def test_a_note_needs_words_or_an_opinion(nusantara, citra):
    application = builders.an_application(builders.a_posting(nusantara))
    actor = citra.as_actor()
    assert write_note(application, words="  ", actor=actor) == Refusal("words_missing", "words")
    assert write_note(application, words="x", actor=actor, opinion="perhaps") == Refusal("unknown_opinion", "opinion")
    assert isinstance(write_note(application, words="", actor=actor, opinion="yes"), Note)
