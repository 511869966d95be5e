"""Every sentence people read exists in Indonesian."""

import re

from tepat.config import catalogue


def forms(value):
    return value if isinstance(value, tuple | list) else (value,)


def places(sentence):
    return set(re.findall(r"%\((\w+)\)s|\{(\w+)\}", sentence or ""))


def test_nothing_is_untranslated():
    assert catalogue.missing(catalogue.renewed({})) == []


def test_placeholders_survive_translation():
    """A translation names nothing that its sentence does not give."""
    messages = [m for m in catalogue.renewed({}) if m.id]
    broken = [forms(m.id)[0] for m in messages for said in forms(m.string) if not places(said) <= places(" ".join(forms(m.id)))]
    assert broken == []
