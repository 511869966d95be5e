"""What every test may ask for: the cast, and a browser session that is signed in as one of them."""

from cast_of_tests import *  # noqa: F403 - fixtures
