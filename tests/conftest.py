"""What every test may ask for: the cast, and a browser session that is signed in as one of them."""

from collections.abc import Iterator

import pytest
from django.utils import translation
from hypothesis import settings

from cast_of_tests import *  # noqa: F403 - fixtures

# The same examples on every run and machine; how busy the machine is decides nothing.
settings.register_profile("house", derandomize=True, deadline=None)
settings.load_profile("house")


@pytest.fixture(autouse=True)
def indonesian() -> Iterator[None]:
    """Every test begins in Indonesian, whatever the one before it chose."""
    with translation.override("id"):
        yield
