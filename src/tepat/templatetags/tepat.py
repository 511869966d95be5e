"""Tags and filters of Tepat's templates. All of them are builtins: no `{% load %}` is needed."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms, template
from django.forms import BoundField
from django.template.defaultfilters import stringfilter
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tepat.domain.occupations.occupation import Statement
from tepat.services.wording.parts import part_name
from tepat.services.wording.roles import handling_word, said
from tepat.templatetags import wording
from tepat.templatetags.marks import Mark, marked

register = template.Library()

for words_filter in (wording.rupiah, wording.millions, wording.month_year, wording.day, wording.moment):
    register.filter(words_filter.__name__, words_filter)
for days_filter in (wording.days_ago, wording.days_left, wording.duration, wording.about_left):
    register.filter(days_filter.__name__, days_filter)
register.filter("say", wording.say)
register.filter("grouped", wording.grouped)
register.filter("part_name", part_name)
register.simple_tag(wording.rupiah_range, name="rupiah_range")
register.filter("said", said)
register.filter("handling", handling_word)


@register.simple_tag
def icon(name: str) -> SafeString:
    """A line icon of the sprite, hidden from screen readers: words stand beside it. Its size is the CSS property --icon."""
    return format_html('<svg class="icon" aria-hidden="true"><use href="{}#{}"/></svg>', static("img/icons.svg"), name)


@register.simple_tag(takes_context=True)
def outbox(context: template.Context, words: str) -> SafeString:
    """Inside a form: it may wait on the device until there is a connection, listed under `words`. Its POST must be idempotent."""
    return format_html('<input type="hidden" name="outbox" value="{} {}">', context.get("device_tag", ""), words)


@register.simple_tag(takes_context=True)
def told(context: template.Context, statement: Statement) -> SafeString:
    """A sentence of a guide, with the number of its source where that is not our own practice; needs `page.numbers`."""
    number = context["page"].numbers.get(statement.source)
    mark = format_html('<sup title="{}">{}</sup>', _("Source %(n)s") % {"n": number}, number) if number else SafeString()
    return format_html("{}{}", said(statement), mark)


@register.simple_tag
def glyph(verdict: str) -> SafeString:
    """The shape of a verdict alone, in its colour; words must stand beside it."""
    return format_html('<svg class="glyph {0}" aria-hidden="true"><use href="{1}#{0}"/></svg>', verdict, static("img/icons.svg"))


@register.simple_tag
def verdict(code: str) -> SafeString:
    """Shape and word in a badge."""
    return format_html('<span class="verdict {}">{}{}</span>', code, glyph(code), wording.say(code, "verdict"))


@register.simple_tag
def strip(requirements: str | Iterable[Any]) -> SafeString:
    """Dots in the order of the requirements, musts left of a hairline. Hidden from screen readers: words stand beside it.

    Takes the short form kept with a match ("mmpn|mn"), or items with `verdict` and `importance` (or `requirement.importance`).
    """
    musts, nices = _short(requirements) if isinstance(requirements, str) else _long(list(requirements))
    line = SafeString('<span class="hairline"></span>') if musts and nices else SafeString()
    dots = format_html("{}{}{}", _joined(map(glyph, musts)), line, _joined(map(glyph, nices)))
    return format_html('<span class="strip" aria-hidden="true">{}</span>', dots)


def _short(strip: str) -> tuple[list[str], list[str]]:
    letters = {"m": "met", "p": "partly", "n": "not_stated", "c": "contradicted"}
    musts, _line, nices = strip.partition("|")
    return [letters[c] for c in musts if c in letters], [letters[c] for c in nices if c in letters]


def _long(items: Sequence[Any]) -> tuple[list[str], list[str]]:
    pairs = [(_of(_of(i, "requirement") or i, "importance") or "must", str(_of(i, "verdict"))) for i in items]
    return [v for importance, v in pairs if importance == "must"], [v for importance, v in pairs if importance != "must"]


def _of(item: Any, name: str) -> Any:
    return item.get(name) if isinstance(item, Mapping) else getattr(item, name, None)


def _joined(pieces: Iterable[SafeString]) -> SafeString:
    return format_html_join("", "{}", ((p,) for p in pieces))


@register.simple_tag
def evidence(text: str, marks: Sequence[Mark] = ()) -> SafeString:
    """Their words in serif with numbered marks; safe for any text."""
    return format_html('<div class="theirs">{}</div>', marked(text, marks))


@register.simple_tag
def quote(text: str, marks: Sequence[Mark] = ()) -> SafeString:
    """A short quotation of their words, marks without numbers; without marks all of it is plain."""
    return format_html("<q>{}</q>", marked(text, marks))


@register.simple_tag
def field(bound: BoundField, hint: str = "", css: str = "", label: str = "") -> SafeString:
    """A form field: label, hint, error with sign and words, then the control with the value that was typed."""
    widget = bound.field.widget
    kind = "control"
    if isinstance(widget, forms.CheckboxInput):
        kind = "checkbox"
    elif isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        kind = "choices"
    elif widget.is_hidden:
        return SafeString(bound)
    given = {"field": bound, "hint": hint or bound.help_text, "kind": kind, "css": css, "label": label or bound.label}
    return SafeString(render_to_string("components/field.html", given))


@register.simple_tag(takes_context=True)
def address_with(context: template.Context, **changes: object) -> str:
    """The page's own query with some keys changed; None takes a key away. For facets, sort and pages."""
    query = context["request"].GET.copy()
    for key, value in changes.items():
        if value is None or value == "":
            query.pop(key, None)
        else:
            query[key] = str(value)
    written = query.urlencode()
    return f"?{written}" if written else context["request"].path


@register.filter
@stringfilter
def paragraphs(text: str) -> list[list[str]]:
    """A plain text as blocks of lines: an empty line parts blocks."""
    blocks: list[list[str]] = [[]]
    for line in text.splitlines():
        if line.strip():
            blocks[-1].append(line.strip())
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]
