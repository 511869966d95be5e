import pytest
from hypothesis import given
from hypothesis import strategies as st

from tepat.domain.language.dates import MONTHS, PartialDate, find_dates, find_durations, find_ranges, parse_date


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Jan 2020 – Mar 2021", "2020-01", "2021-03"),
        ("03/2021 s/d 12/2023", "2021-03", "2023-12"),
        ("'19–'21", "2019", "2021"),
        ("03/21 - 05/22", "2021-03", "2022-05"),
        ("Jan - Mar 2023", "2023-01", "2023-03"),
        ("Nov 2019 sampai dengan Mar 2020", "2019-11", "2020-03"),
        ("12 Januari 2020 - 3 Feb 2021", "2020-01", "2021-02"),
        ("May, 2019 – July, 2020", "2019-05", "2020-07"),
        ("2019-05 - 2020-06", "2019-05", "2020-06"),
        ("2019/2020", "2019", "2020"),
        ("2019 - 20", "2019", "2020"),
        ("Okt 2021 s.d. Nov 2023", "2021-10", "2023-11"),
        ("Des 2024 sampai Jun\n2026", "2024-12", "2026-06"),
        ("PT Karya SentraJan 2026 – Mar 2026", "2026-01", "2026-03"),
    ],
)
def test_ranges_are_read_as_people_write_them(text, start, end):
    (found,) = find_ranges(text)
    assert (str(found.start), str(found.end), found.ongoing) == (start, end, False)


@pytest.mark.parametrize(
    "text", ["sejak 2022", "2022 - sekarang", "2022 - hingga saat ini", "2022—Present", "2022 s/d kini", "since 2022"]
)
def test_what_still_runs_has_no_end(text):
    assert [(str(f.start), f.end, f.ongoing) for f in find_ranges(text)] == [("2022", None, True)]


@pytest.mark.parametrize("text", ["0812-2019-2020", "level 2\n\nDecember 2023", "RT 05/RW 04", "85218", "2023 - 2019"])
def test_other_numbers_are_no_ranges(text):
    assert find_ranges(text) == ()


def test_a_day_on_the_line_before_belongs_to_no_month():
    (found,) = find_ranges("naik ke level 2\n\nDecember 2023 — December 2025")
    assert found.span.start == len("naik ke level 2\n\n")


def test_single_dates_and_durations():
    assert [str(date) for date, _ in find_dates("lulus Agt 2020, wisuda 2021")] == ["2020-08", "2021"]
    assert [months for months, _ in find_durations("2 tahun 3 bulan; 1 yr, 8 mos; 6 bln")] == [27, 20, 6]


months = st.sampled_from(sorted(MONTHS))
years = st.integers(1960, 2040)


@given(months, years, months, years, st.sampled_from([" - ", " – ", " s/d ", " sampai ", " to ", " hingga "]))
def test_every_spelling_of_a_month_is_read_in_a_range(first, start, second, end, between):
    text = f"IT Support, {first.title()} {start}{between}{second} {end}."
    found = find_ranges(text)
    if start > end:
        assert found == ()
    else:
        assert [(f.start, f.end) for f in found] == [(PartialDate(start, MONTHS[first]), PartialDate(end, MONTHS[second]))]
        assert parse_date(found[0].start_span.of(text)) == found[0].start
        assert found[0].end_span is not None
        assert parse_date(found[0].end_span.of(text)) == found[0].end


@given(st.text(max_size=300))
def test_every_place_lies_in_the_text(text):
    for found in find_ranges(text):
        assert 0 <= found.span.start <= found.start_span.start < found.start_span.end <= found.span.end <= len(text)
    for _, span in find_dates(text):
        assert 0 <= span.start < span.end <= len(text)


@given(st.builds(PartialDate, st.integers(1, 9999), st.none() | st.integers(1, 12)))
def test_a_partial_date_is_written_and_read_back(date):
    assert PartialDate.parse(str(date)) == date
