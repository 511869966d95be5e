"""What every test may ask for: the cast, and a browser session that is signed in as one of them."""

from collections.abc import Iterator

import pytest
from django.utils import translation
from hypothesis import settings

from cast_of_tests import *  # noqa: F403 - fixtures

# The same examples on every run and machine; how busy the machine is decides nothing.
settings.register_profile("house", derandomize=True, deadline=None)
settings.load_profile("house")


LONGEST = ("test_access_matrix.py", "test_postgresql.py", "test_screens_axe.py", "test_apply.py", "test_serve.py")
"""Files that take long although they hold few tests: begun first, so that no worker is left alone with one at the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: LONGEST.index(item.path.name) if item.path.name in LONGEST else len(LONGEST))


@pytest.fixture(autouse=True)
def indonesian() -> Iterator[None]:
    """Every test begins in Indonesian, whatever the one before it chose."""
    with translation.override("id"):
        yield
