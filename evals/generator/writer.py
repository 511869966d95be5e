"""From a story to a sheet: which sections a CV has, in which order, in whose words."""

from collections.abc import Iterator
from random import Random

from evals.generator import asides, head, history
from evals.generator.pools import Pools
from evals.generator.sheet import Section, Sheet
from evals.generator.story import Month, Story
from evals.generator.voice import Voice


def write_sheet(random: Random, pools: Pools, story: Story, *, today: Month) -> Sheet:
    """The CV of `story` in words of the split."""
    voice = Voice(random, pools, story, today=today)
    sections = order_sections(voice, [s for s in write_sections(voice) if s.entries or s.lines or s.tags])
    if voice.chance(0.0 if voice.english else 0.14, "signature"):
        sections.append(head.write_closing(voice))
    name, contact, identity = head.write_name(voice), tuple(head.write_contact(voice)), tuple(head.write_identity(voice))
    letter = head.write_letter(voice)
    traits = [*story.traits, *voice.traits, f"dates_{voice.dates.style}"]
    return Sheet(
        language=voice.say,
        title=voice.heads["title"],
        name=name,
        headline=random.choice(story.profession.titles[voice.say]),
        contact=contact,
        identity=identity,
        sections=tuple(sections),
        heads=voice.heads,
        labels=voice.labels,
        columns=voice.columns,
        labelled=random.random() < 0.5,
        dates=voice.dates,
        letter=letter,
        traits=tuple(dict.fromkeys(traits)),
    )


def write_sections(voice: Voice) -> Iterator[Section]:
    if voice.chance(0.75):
        yield head.write_summary(voice)
    yield from history.write_work(voice)
    yield history.write_education(voice)
    yield asides.write_skills(voice)
    yield asides.write_certificates(voice)
    yield asides.write_tongues(voice)
    yield from asides.write_rest(voice)
    yield asides.write_extras(voice)
    if voice.chance(0.22, "referees"):
        yield asides.write_referees(voice)


def order_sections(voice: Voice, sections: list[Section]) -> list[Section]:
    """Most begin with work, some with education or skills, a few have no order at all."""
    first = voice.random.choices(("work", "education", "skills"), weights=(6, 3, 1))[0]
    ordered = sorted(sections, key=lambda s: (s.key != "summary", s.key != first))
    if voice.chance(0.05, "no_order"):
        voice.random.shuffle(ordered)
    return ordered
