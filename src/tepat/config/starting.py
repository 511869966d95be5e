"""What has to stand before the first page: database, cache table, static files, recovered tasks, and the first ways in."""

import hashlib
import io
import os
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from tepat.config import options

Say = Callable[[str], object]
NOT_SERVED = ["django_htmx/ext*", "ext", "htmax*", "htmx-4*", "htmx-2.js"]
"""Forms and extensions of htmx that no page loads: seconds of compressing, and some import each other by bare names."""


PACKAGE = Path(__file__).parents[1]
WITH_TABLES = ("django", "django-allauth", "django-tasks-db", "pysqlite3")


def is_prepared() -> bool:
    """True if nothing that `set_up` looks at has changed since it last came to its end: the web may start at once."""
    stamp = options.home() / "prepared"
    return stamp.is_file() and stamp.read_text() == _state()


def _state() -> str:
    """Names, sizes and times of migrations and static files, versions of what brings tables, and the database chosen."""
    digest = hashlib.sha256(options.read("DATABASE_URL").encode())
    for path in sorted([*PACKAGE.glob("migrations/*.py"), *(p for p in PACKAGE.glob("static/**/*") if p.is_file())]):
        digest.update(f"{path} {path.stat().st_size} {path.stat().st_mtime_ns}\n".encode())
    for name in WITH_TABLES:
        digest.update(_version(name).encode())
    return digest.hexdigest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def set_up(*, say: Say) -> None:
    """Makes Django ready, migrates what is to be migrated and collects static files that changed."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tepat.config.settings")
    import django
    from django.core.management import call_command

    django.setup()
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        say("Menyiapkan basis data … / preparing the database …")
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
    collect_static()
    (options.home() / "prepared").write_text(_state())


def verify() -> None:
    """Refuses a start with a fault, such as a route without a policy; puts back what a kill left behind."""
    from django.core.management import call_command

    call_command("check", stdout=io.StringIO())
    from tepat.services.recovering import put_back_tasks

    put_back_tasks(queues=["default", "mail", "reading"])


def collect_static() -> None:
    """Collects and hashes the static files, if any of them changed since the last time."""
    from django.conf import settings
    from django.contrib.staticfiles.finders import get_finders
    from django.core.management import call_command

    from tepat.config import static

    files = {Path(storage.path(name)) for finder in get_finders() for name, storage in finder.list(NOT_SERVED)}
    digest = hashlib.sha256()
    # What joins and compresses them counts too: a new way of doing it makes other files of the same sources.
    for path in sorted(files | {Path(static.__file__)}):
        digest.update(f"{path} {path.stat().st_size} {path.stat().st_mtime_ns}\n".encode())
    digest.update(str(find_spec("brotli") is not None).encode())
    stamp = Path(settings.STATIC_ROOT) / ".collected"
    if stamp.is_file() and stamp.read_text() == digest.hexdigest():
        return
    call_command("collectstatic", verbosity=0, interactive=False, ignore_patterns=NOT_SERVED)
    stamp.write_text(digest.hexdigest())


def first_links(*, demo: bool, say: Say) -> list[tuple[str, str]]:
    """(role, path) of one-time sign-in links: one per role of the demo, or the one that makes the first operator.

    The latter is given until an operator has come in; a home in use gets none.
    """
    from tepat.models import Account
    from tepat.services import demonstrating

    if demonstrating.is_demo():
        return demonstrating.demo_links()
    if demo and not Account.objects.exists():
        say("Menyiapkan isi contoh … / preparing the demo …")
        _fill_demo()
        return demonstrating.demo_links()
    if Account.objects.filter(is_operator=True).exclude(last_login=None).exists():
        return []
    return [("operator", demonstrating.first_operator_link())]


def _fill_demo() -> None:
    # Imported here: writing PDF files takes a second to load, and only a first start needs it.
    from django.utils import timezone

    from tepat.adapters.generator.showcase import demo_cvs, load_demo
    from tepat.services import demonstrating

    demonstrating.load_demo(load_demo(), demo_cvs(timezone.localdate()))
