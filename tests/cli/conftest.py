"""The commands under test share one sandbox: each would start its own."""

import pytest

from tepat.adapters.extract import sandbox


class Shared(sandbox.Sandbox):
    def __exit__(self, *_):
        return None


@pytest.fixture(scope="session")
def shared_sandbox():
    shared = Shared(workers=1)
    yield shared
    shared.close()


@pytest.fixture(autouse=True)
def _one_sandbox(monkeypatch, shared_sandbox):
    monkeypatch.setattr(sandbox, "Sandbox", lambda *_, **__: shared_sandbox)
