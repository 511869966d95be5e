"""Europass XML, both dialects: SkillsPassport with LearnerInfo, and Candidate of http://www.europass.eu/1.0."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from html import unescape

from tepat.adapters.extract.xml import Element, UnsafeXml, parse_xml
from tepat.domain.cv.compose import EducationValues, ProfileValues, WorkValues
from tepat.domain.cv.imported import education_values, skill_values, work_value
from tepat.domain.language.phones import to_e164

MOST = 200
NATIVE = "Native"
SPOKEN = ("Listening", "Reading", "SpokenInteraction", "SpokenProduction", "Writing")
_LEVEL = re.compile(r"[ABC][12]")
_TONGUES = {
    "ind": "Indonesian", "eng": "English", "jav": "Javanese", "sun": "Sundanese", "jpn": "Japanese", "zho": "Mandarin",
    "kor": "Korean", "ara": "Arabic", "deu": "German", "fra": "French", "nld": "Dutch", "spa": "Spanish", "msa": "Malay",
}  # fmt: skip
"""Names of languages by their codes (ISO 639-2), which the later dialect writes."""
_TAG = re.compile(r"<[^>]{0,200}>")
_BREAK = re.compile(r"</(?:p|li|div|h\d)>|<br\s*/?>", re.IGNORECASE)


def europass_root(data: bytes) -> Element | None:
    """The root of a Europass document, None for anything else."""
    if b"SkillsPassport" not in data[:4000] and b"europass.eu/1.0" not in data[:4000]:
        return None
    try:
        root = parse_xml(data)
    except UnsafeXml:
        return None
    return root if _name(root) in ("SkillsPassport", "Candidate") else None


def from_europass(root: Element, *, as_of: date) -> ProfileValues:
    return _passport(root, as_of) if _name(root) == "SkillsPassport" else _candidate(root, as_of)


def _passport(root: Element, as_of: date) -> ProfileValues:
    phone = _text(root, "Identification/ContactInfo/TelephoneList/Telephone/Contact")
    tongues = [*_all(root, "MotherTongueList/MotherTongue"), *_all(root, "ForeignLanguageList/ForeignLanguage")]
    computer = _plain(_text(root, "Skills/Computer/Description"))
    return ProfileValues(
        name=f"{_text(root, 'PersonName/FirstName')} {_text(root, 'PersonName/Surname')}".strip(),
        email=_text(root, "ContactInfo/Email/Contact"),
        phone=to_e164(phone) or phone,
        city=_text(root, "ContactInfo/Address/Contact/Municipality"),
        summary=_plain(_text(root, "Headline/Description/Label")),
        work=tuple(
            work_value(
                _text(w, "Position/Label"),
                _text(w, "Employer/Name"),
                _year_month(w, "Period/From"),
                _year_month(w, "Period/To"),
                _plain(_text(w, "Activities")),
            )
            for w in _all(root, "WorkExperienceList/WorkExperience")
        ),
        education=tuple(_schools(root, as_of)),
        skills=skill_values(part.strip(" .") for part in re.split(r"[,;\n•]", computer) if 1 < len(part.strip()) <= 40),
        languages=tuple((name, name) for t in tongues if (name := _text(t, "Description/Label"))),
        fluencies={_text(t, "Description/Label"): _passport_fluency(t) for t in tongues},
    )


def _schools(root: Element, as_of: date) -> Iterator[EducationValues]:
    for school in _all(root, "EducationList/Education"):
        title = _text(school, "Title")
        yield from education_values(
            f"{_text(school, 'Level/Label')} {title}",
            title,
            _text(school, "Organisation/Name"),
            _year_month(school, "Period/To"),
            "",
            as_of=as_of,
            start=_year_month(school, "Period/From"),
        )


def _candidate(root: Element, as_of: date) -> ProfileValues:
    channels = {_text(c, "ChannelCode"): c for c in _all(root, "CandidatePerson/Communication") if _text(c, "ChannelCode")}
    phone = channels.get("Telephone")
    dialled = f"+{_text(phone, 'CountryDialing')}{_text(phone, 'DialNumber')}" if phone is not None else ""
    competencies = list(_all(root, "PersonQualifications/PersonCompetency"))
    spoken = {_tongue(c): _levels(_all(c, "CompetencyDimension/Score/ScoreText")) for c in competencies if _is_tongue(c)}
    mother = {_TONGUES.get(code, code): NATIVE for c in _all(root, "PrimaryLanguageCode") if (code := _text_of(c))}
    return ProfileValues(
        name=f"{_text(root, 'PersonName/GivenName')} {_text(root, 'PersonName/FamilyName')}".strip(),
        email=_text(channels["Email"], "URI") if "Email" in channels else "",
        phone=to_e164(dialled) or "",
        city=_text(root, "CandidatePerson/Communication/Address/CityName"),
        summary=_plain(_text(root, "CandidateProfile/ExecutiveSummary")),
        work=tuple(_employments(root)),
        education=tuple(_attendances(root, as_of)),
        skills=skill_values(_competency(c) for c in competencies if not _is_tongue(c)),
        languages=tuple((name, name) for name in {**mother, **spoken} if name),
        fluencies={**spoken, **mother},
    )


def _employments(root: Element) -> Iterator[WorkValues]:
    for employer in _all(root, "EmploymentHistory/EmployerHistory"):
        for position in _all(employer, "PositionHistory"):
            yield work_value(
                _text(position, "PositionTitle"),
                _text(employer, "OrganizationName"),
                _text(position, "EmploymentPeriod/StartDate/FormattedDateTime"),
                _text(position, "EmploymentPeriod/EndDate/FormattedDateTime"),
                _plain(_text(position, "Description")),
            )


def _attendances(root: Element, as_of: date) -> Iterator[EducationValues]:
    for school in _all(root, "EducationHistory/EducationOrganizationAttendance"):
        degree = _text(school, "EducationDegree/DegreeName")
        yield from education_values(
            degree,
            degree,
            _text(school, "OrganizationName"),
            _text(school, "AttendancePeriod/EndDate/FormattedDateTime"),
            _text(school, "EducationDegree/FinalGrade/ScoreText"),
            as_of=as_of,
            start=_text(school, "AttendancePeriod/StartDate/FormattedDateTime"),
        )


def _passport_fluency(tongue: Element) -> str:
    if _name(tongue) == "MotherTongue":
        return NATIVE
    return _levels(level for skill in SPOKEN for level in _all(tongue, f"ProficiencyLevel/{skill}"))


def _levels(nodes: Iterable[Element]) -> str:
    """The lowest and the highest level of the European frame among those of listening, reading, speaking and writing."""
    levels = sorted({level for node in nodes if _LEVEL.fullmatch(level := _text_of(node).upper())})
    return "–".join(dict.fromkeys((levels[0], levels[-1]))) if levels else ""


def _is_tongue(competency: Element) -> bool:
    return _text(competency, "TaxonomyID") == "language"


def _tongue(competency: Element) -> str:
    written = _competency(competency)
    return _TONGUES.get(written, written)


def _competency(node: Element) -> str:
    return _text(node, "CompetencyName") or _text(node, "CompetencyID")


def _year_month(node: Element, path: str) -> str:
    """ISO from the attributes year="2020" month="--03"."""
    found = next(_all(node, path), None)
    if found is None:
        return ""
    year, month = found.get("year", ""), found.get("month", "").strip("-")
    return f"{year}-{month.zfill(2)}" if month else year


def _name(node: Element) -> str:
    return str(node.tag).rpartition("}")[2]


def _all(node: Element, path: str) -> Iterator[Element]:
    """Nodes on a path of local names that begins anywhere below `node`."""
    xpath = "descendant::" + "/".join(f"*[local-name()='{step}']" for step in path.split("/"))
    yield from node.xpath(xpath)[:MOST]


def _text(node: Element, path: str) -> str:
    found = next(_all(node, path), None)
    return "" if found is None else _text_of(found)


def _text_of(node: Element) -> str:
    return "".join(node.itertext()).strip()


def _plain(markup: str) -> str:
    return unescape(_TAG.sub("", _BREAK.sub("\n", markup))).strip()
