"""`doctor` and `/readyz`: each part of an installation, its verdict, and the mend."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django_tasks_db.models import DBTaskResult

from tepat.models import CV, Message, SearchChange
from tepat.services import engines
from tepat.services.recording import first_broken_seal

State = Literal["ok", "warning", "fault"]
LEAST_FREE_BYTES = 500 * 1024 * 1024
LATE = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Finding:
    """One part's verdict: `part` is a code, `words` and `mend` are in the reader's language; no `mend`: all is well."""

    part: str
    state: State
    words: str
    mend: str = ""


def examine(*, quick: bool = False) -> list[Finding]:
    """Every part; `quick` leaves out what reads whole tables (for /readyz)."""
    first = list(_run([_database, _migrations]))
    if any(f.state == "fault" for f in first):
        return first  # without tables nothing else can be asked
    checks: list[Callable[[], Finding]] = [_index, _queue, _mail]
    if not quick:
        checks += [_sqlite, _disk, _files, _events, _formats]
    return [*first, *_run(checks)]


def _run(checks: list[Callable[[], Finding]]) -> Iterator[Finding]:
    for check in checks:
        try:
            yield check()
        except Exception as fault:  # noqa: BLE001 - a part that fails is the finding
            yield Finding(check.__name__.strip("_"), "fault", f"{type(fault).__name__}: {fault}", _("See the log for the trace."))


def _database() -> Finding:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return Finding("database", "ok", connection.vendor)


def _migrations() -> Finding:
    executor = MigrationExecutor(connection)
    left = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return (
        Finding(
            "migrations",
            "fault",
            ngettext("%(n)s not applied", "%(n)s not applied", len(left)) % {"n": len(left)},
            "tepat manage migrate",
        )
        if left
        else Finding("migrations", "ok", _("all applied"))
    )


def _sqlite() -> Finding:
    if connection.vendor != "sqlite":
        return Finding("sqlite", "ok", _("not in use"))
    with connection.cursor() as cursor:
        cursor.execute("SELECT sqlite_version()")
        version = cursor.fetchone()[0]
        cursor.execute("PRAGMA journal_mode")
        journal = cursor.fetchone()[0]
        cursor.execute("PRAGMA quick_check")
        whole = cursor.fetchone()[0]
    if whole != "ok":
        return Finding("sqlite", "fault", _("the file is damaged: %(fault)s") % {"fault": whole}, _("Restore the last backup."))
    fixed = tuple(map(int, version.split("."))) >= (3, 51, 3)
    if not fixed:
        return Finding(
            "sqlite", "warning", f"{version}, journal {journal}", _("pip install pysqlite3 (a library without the WAL fault)")
        )
    return Finding("sqlite", "ok", f"{version}, journal {journal}")


def _index() -> Finding:
    health = engines.index().health()
    waiting = SearchChange.objects.count()
    late = SearchChange.objects.filter(at__lt=timezone.now() - LATE).count()
    if health.code != "ok":
        return Finding("index", "fault", _index_fault(health.code), "tepat reindex")
    if late:
        return Finding(
            "index",
            "warning",
            ngettext("%(n)s change waits for more than 10 minutes", "%(n)s changes wait for more than 10 minutes", late)
            % {"n": late},
            _("Is the worker running?"),
        )
    return Finding(
        "index",
        "ok",
        _("%(documents)s documents, %(waiting)s changes waiting") % {"documents": health.documents, "waiting": waiting},
    )


def _index_fault(code: str) -> str:
    words = {"missing": _("is not there"), "damaged": _("is damaged"), "outdated": _("was built by another release")}
    return words.get(code, code)


def _queue() -> Finding:
    old = DBTaskResult.objects.filter(
        status="READY", enqueued_at__lt=timezone.now() - LATE, run_after__lt=timezone.now() - LATE
    ).count()
    failed = DBTaskResult.objects.filter(status="FAILED", finished_at__gte=timezone.now() - timedelta(days=1)).count()
    if old:
        return Finding(
            "queue",
            "warning",
            ngettext("%(n)s task waits for more than 10 minutes", "%(n)s tasks wait for more than 10 minutes", old) % {"n": old},
            _("Is the worker running?") + " tepat manage work --chores",
        )
    if failed:
        return Finding(
            "queue",
            "warning",
            ngettext("%(n)s task failed since yesterday", "%(n)s tasks failed since yesterday", failed) % {"n": failed},
            _("See the log of the worker."),
        )
    return Finding("queue", "ok", _("nothing waits long"))


def _mail() -> Finding:
    late = Message.objects.filter(state="waiting", run_after__lt=timezone.now() - LATE).count()
    failed = Message.objects.filter(state="failed").count()
    if late or failed:
        return Finding(
            "mail",
            "warning",
            _("%(late)s letters late, %(failed)s given up") % {"late": late, "failed": failed},
            _("Check TEPAT_MAIL_URL and the mail server."),
        )
    backend = _("files in the home") if "filebased" in settings.EMAIL_BACKEND else "SMTP"
    return Finding("mail", "ok", backend)


def _disk() -> Finding:
    free = shutil.disk_usage(settings.HOME).free
    words = _("%(n)s MiB free") % {"n": free // 1024 // 1024}
    return (
        Finding("disk", "ok", words)
        if free >= LEAST_FREE_BYTES
        else Finding("disk", "warning", words, _("Make room: writes will fail soon."))
    )


def _files() -> Finding:
    newest = CV.objects.exclude(stored_as="").order_by("-pk").values_list("stored_as", flat=True)[:20]
    gone = sum(not default_storage.exists(key) for key in newest)
    return (
        Finding(
            "files",
            "fault",
            _("%(gone)s of the last %(all)s files are gone") % {"gone": gone, "all": len(newest)},
            _("Restore the last backup."),
        )
        if gone
        else Finding("files", "ok", _("all there"))
    )


def _events() -> Finding:
    broken = first_broken_seal()
    return (
        Finding(
            "events",
            "fault",
            _("the chain breaks at event %(n)s") % {"n": broken},
            _("Somebody changed the log: compare with a backup."),
        )
        if broken
        else Finding("events", "ok", _("chain whole"))
    )


def _formats() -> Finding:
    absent = engines.extractor().missing_packages()
    if absent:
        return Finding("formats", "warning", _("photos and scans cannot be read well"), f"apt install {' '.join(absent)}")
    return Finding("formats", "ok", _("all are read"))
