"""Every sentence people read exists in Indonesian."""

from tepat.config import catalogue


def test_nothing_is_untranslated():
    assert catalogue.missing(catalogue.renewed({})) == []


def test_placeholders_survive_translation():
    import re

    broken = []
    for message in catalogue.renewed({}):
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        wanted = set(re.findall(r"%\((\w+)\)s|\{(\w+)\}", ids[-1])) if ids[0] else set()
        for string in strings:
            if (
                ids[0]
                and string
                and not set(re.findall(r"%\((\w+)\)s|\{(\w+)\}", string))
                <= wanted | set(re.findall(r"%\((\w+)\)s|\{(\w+)\}", ids[0]))
            ):
                broken.append(ids[0])
    assert broken == []
