"""What the catalogue tool finds in templates and Python."""

from pathlib import Path

import pytest
from django.utils import translation
from django.utils.translation.template import templatize

from tepat.config import catalogue
from tepat.config.catalogue import ROOT, _messages, _pythonized


def found(template: str) -> list:
    source = _pythonized(templatize(template, origin="sample.html"))
    return [(context, message) for context, message, _place in _messages(source, ROOT / "sample.html")]


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ('{% translate "Apply" %}', [(None, "Apply")]),
        ("{% translate 'Apply' %}", [(None, "Apply")]),
        ("""{% translate "The advert's words" as words %}""", [(None, "The advert's words")]),
        ('{% translate "on site" context "work mode" %}', [("work mode", "on site")]),
        ("{% blocktranslate with n=x %}{{ n }} of 7{% endblocktranslate %}", [(None, "%(n)s of 7")]),
        (
            "{% blocktranslate count n=x %}{{ n }} job{% plural %}{{ n }} jobs{% endblocktranslate %}",
            [(None, ("%(n)s job", "%(n)s jobs"))],
        ),
        ("{% blocktranslate trimmed %}\n  One\n  two.\n{% endblocktranslate %}", [(None, "One two.")]),
        (
            "{% blocktranslate trimmed count n=x %}\n {{ n }} job\n{% plural %}\n {{ n }} jobs\n{% endblocktranslate %}",
            [(None, ("%(n)s job", "%(n)s jobs"))],
        ),
        ('{% include "x.html" with words=_("Wait") %}', [(None, "Wait")]),
        ('{{ value|default:_("none") }}', [(None, "none")]),
        ('<p>{% translate "a" %}</p>{% if x == "b" %}{% translate "c" %}{% endif %}', [(None, "a"), (None, "c")]),
        ("plain words, gettext and all", []),
    ],
)
def test_messages_of_a_template(template, expected):
    assert found(template) == expected


def test_messages_of_python():
    source = '_("a"); ngettext("b", "c", n); pgettext_lazy("d", "e"); gettext(name); say("f")'
    assert [(c, m) for c, m, _ in _messages(source, Path(ROOT / "sample.py"))] == [(None, "a"), (None, ("b", "c")), ("d", "e")]


def test_words_compiled_after_they_were_asked_for_are_found(settings, tmp_path, monkeypatch):
    folder = tmp_path / "locale" / "id" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
    (folder / "django.po").write_text(head + 'msgid "a word of this test"\nmsgstr "sebuah kata"\n')
    settings.LOCALE_PATHS = [tmp_path / "locale"]
    monkeypatch.setattr(catalogue, "ROOT", tmp_path)
    with translation.override("id"):
        assert translation.gettext("a word of this test") == "a word of this test"
    catalogue.compile_if_stale()
    with translation.override("id"):
        assert translation.gettext("a word of this test") == "sebuah kata"
    assert sorted(path.name for path in folder.iterdir()) == ["django.mo", "django.po"]
