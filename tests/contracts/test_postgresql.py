"""The same product on PostgreSQL: migrations from zero, and what must not fail is tested again on a cluster of its own."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from postgresql_cluster import Cluster, programs

ROOT = Path(__file__).parents[2]
ESSENTIAL = (
    *("tests/models/test_constraints.py", "tests/services/test_concurrency.py", "tests/services/test_deciding.py"),
    *("tests/services/test_intake.py", "tests/services/test_indexing.py", "tests/services/test_spending.py"),
    *("tests/services/test_alerting.py", "tests/services/test_applying.py"),
)

FROM_ZERO = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "tepat.config.settings"
import django
django.setup()
from django.core.management import call_command
from django.db import connection
call_command("migrate", verbosity=0)
call_command("createcachetable")
call_command("makemigrations", check_changes=True, dry_run=True)
call_command("check")
call_command("migrate", check_unapplied=True)
print(connection.vendor)
"""


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    folder = programs()
    if folder is None:
        pytest.skip("no postgresql installed")
    pytest.importorskip("psycopg", reason="no driver for postgresql installed")
    with Cluster(folder) as running:
        yield running


def run(words: list[str], *, home: Path, url: str, **env: str) -> subprocess.CompletedProcess[str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("TEPAT_", "DJANGO_", "PYTEST_"))}
    given = {"TEPAT_HOME": str(home), "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT / "tests")])}
    given["TEPAT_TEST_DATABASE_URL" if env.get("tests") else "TEPAT_DATABASE_URL"] = url
    return subprocess.run(
        [sys.executable, "-W", "error::DeprecationWarning", *words],
        cwd=ROOT, env=kept | given, capture_output=True, text=True, check=False, timeout=280,
    )  # fmt: skip


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_migrations_from_zero_make_what_the_models_say(tmp_path, request, kind):
    url = request.getfixturevalue("cluster").url if kind == "postgresql" else ""
    done = run(["-c", FROM_ZERO], home=tmp_path, url=url)
    assert done.returncode == 0, done.stdout[-1500:] + done.stderr[-1500:]
    assert kind in done.stdout


def test_the_essential_flows_pass_on_postgresql(cluster, tmp_path):
    """Applying, keys spent once, undo, the pile of CVs, alerts, the index: their own tests, on the other database."""
    words = ["-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "-p", "no:xdist", "-m", "not long", *ESSENTIAL]
    done = run(words, home=tmp_path, url=cluster.url, tests="yes")
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-1000:]
    assert "skipped" not in done.stdout.splitlines()[-1]
