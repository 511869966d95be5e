"""Checking what was read: lines with numbers, doubt with answers, nothing said twice."""

from hypothesis import given
from hypothesis import strategies as st

from tepat.domain.cv.review import review

TEXT = (
    "SARI WULANDARI\nHP/WA: 0812-0000-0147\nJl. Kenanga 4, Cimahi\n\nPengalaman\n"
    "Helpdesk staff, PT Payung Bahari, Mar 2024 - Okt 2025\n• menerima tiket\n"
    "• instal ulang Windows\n\nSeragam sejak Maret 2022\n"
)


def at(*words: str) -> list[dict[str, int]]:
    return [{"start": TEXT.index(w), "end": TEXT.index(w) + len(w), "page": 1} for w in words]


DOCUMENT = {
    "basics": {"name": "Sari Wulandari", "phone": "+6281200000147", "location": {"city": "Cimahi"}},
    "work": [
        {"name": "PT Payung", "position": "Helpdesk staff", "startDate": "2024-03", "endDate": "2025-10", "summary": "tiket"}
    ],
    "education": [],
    "skills": [{"id": "windows", "name": "Windows"}],
    "certificates": [],
    "languages": [],
    "meta": {"confidence": {"/basics/location/city": 0.5}},
    "evidence": {
        "/basics/name": at("SARI WULANDARI"),
        "/basics/phone": at("0812-0000-0147"),
        "/basics/location/city": at("Cimahi"),
        "/work/0/position": at("Helpdesk staff"),
        "/work/0/name": at("PT Payung Bahari"),
        "/work/0/startDate": at("Mar 2024", "Maret 2022"),
        "/work/0/endDate": at("Okt 2025"),
        "/work/0/summary": at("menerima tiket\n• instal ulang Windows"),
        "/skills/0": at("Windows"),
    },
}  # fmt: skip


def rows(corrections=()):
    return {row.path: row for group in review(DOCUMENT, corrections, text=TEXT).groups for row in group.rows}


def test_each_value_stands_beside_its_line():
    phone = rows()["/basics/phone"]
    assert (phone.state, phone.lines[0].number, phone.lines[0].text) == ("clear", 2, "HP/WA: 0812-0000-0147")
    assert [phone.lines[0].text[a:b] for a, b in phone.lines[0].marks] == ["0812-0000-0147"]
    assert [line.number for line in rows()["/work/0/summary"].lines] == [7, 8]


def test_two_answers_are_a_doubt_with_both_to_choose_from():
    start = rows()["/work/0/startDate"]
    assert (start.state, start.answers) == ("doubtful", ("2024-03", "2022-03"))
    assert [line.number for line in start.lines] == [6, 10]


def test_little_confidence_is_a_doubt_with_one_answer():
    city = rows()["/basics/location/city"]
    assert (city.state, city.answers) == ("doubtful", ("Cimahi",))


def test_what_was_corrected_is_no_longer_doubtful_and_shows_no_line():
    changed = rows([("/work/0/startDate", "2022-03"), ("/basics/location/city", "Bandung")])
    assert (changed["/work/0/startDate"].value, changed["/work/0/startDate"].state) == ("2022-03", "corrected")
    assert changed["/basics/location/city"].lines == ()
    assert changed["/work/0/position"].state == "clear"


def test_counts_say_what_is_clear_to_choose_and_missing():
    found = review(DOCUMENT, [], text=TEXT)
    assert (found.count("clear", "corrected"), found.count("doubtful"), found.count("missing")) == (7, 2, 4)


def test_until_today_stands_on_the_line_of_the_beginning():
    document = DOCUMENT | {"work": [DOCUMENT["work"][0] | {"endDate": None}]}
    document["evidence"] = {k: v for k, v in DOCUMENT["evidence"].items() if k != "/work/0/endDate"}
    found = {row.path: row for group in review(document, [], text=TEXT).groups for row in group.rows}["/work/0/endDate"]
    assert (found.value, found.state, [line.number for line in found.lines]) == ("now", "clear", [6, 10])
    assert found.lines[0].marks == ()


def test_an_own_entry_is_the_persons_word_in_all_its_parts():
    changed = rows([("/work/-", {"position": "NOC", "endDate": None}), ("/skills/0", None)])
    assert (changed["/work/1/position"].value, changed["/work/1/position"].state) == ("NOC", "corrected")
    assert changed["/work/1/endDate"].value == "now"
    assert changed["/skills"].value is None


@given(st.text(st.characters(codec="utf-8"), max_size=400), st.data())
def test_marks_lie_inside_their_line_whatever_the_text(text, data):
    edges = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    document = {"basics": {"name": "x"}, "evidence": {"/basics/name": [{"start": edges[0], "end": edges[1]}]}}
    for group in review(document, [], text=text).groups:
        for row in group.rows:
            for line in row.lines:
                assert all(0 <= a < b <= len(line.text) for a, b in line.marks)
                assert line.number >= 1
