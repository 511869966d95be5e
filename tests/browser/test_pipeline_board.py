"""The board by keyboard and by pointer: both press the same button."""

import pytest
from playwright.sync_api import expect

import builders
from tepat.models import Application


@pytest.fixture
def board(open_as, as_budi, nusantara):
    posting = builders.a_posting(nusantara)
    builders.an_application(posting, name="Ratna Puspita", stage="screening", days=2)
    builders.an_application(posting, name="Siti Rohana", days=9)
    page = open_as(as_budi, f"/rekrut/pipeline/?loker={posting.public_id}")
    page.locator("stage-board:defined").wait_for()
    return page


def stage_of(name: str) -> str:
    return Application.objects.get(candidate__name=name).stage


def test_m_opens_the_menu_of_the_card_and_a_move_can_be_undone(board):
    board.get_by_role("link", name="Ratna Puspita").first.focus()
    board.keyboard.press("m")
    board.keyboard.press("Tab")
    expect(board.locator(".move[open] button:focus")).to_have_text("Wawancara")
    board.keyboard.press("Enter")
    expect(board.get_by_text("Ratna Puspita dipindah ke Wawancara")).to_be_visible()
    assert stage_of("Ratna Puspita") == "interview"
    board.locator("stage-board:defined").wait_for()
    board.keyboard.press("z")
    expect(board.get_by_text("Ratna Puspita dipindah ke Wawancara")).to_be_hidden()
    assert stage_of("Ratna Puspita") == "screening"


def test_dragging_a_card_to_a_column_moves_it(board):
    card, column = board.locator(".card", has_text="Siti Rohana"), board.locator('.column[data-stage="test"]')
    card.drag_to(column, target_position={"x": 60, "y": 4})
    expect(board.get_by_text("Siti Rohana dipindah ke Tes praktik")).to_be_visible()
    assert stage_of("Siti Rohana") == "test"


def test_on_a_phone_the_table_stands_in_for_the_board(open_as, as_budi, nusantara):
    builders.an_application(builders.a_posting(nusantara), name="Siti Rohana")
    page = open_as(as_budi, "/rekrut/pipeline/", width=360, height=800)
    expect(page.locator("table")).to_be_visible()
    expect(page.locator("stage-board")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
