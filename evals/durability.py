"""An accepted application is never lost and never doubled, whatever is killed meanwhile.

Starts a real Tepat (`tepat serve`, SQLite, its own home), lets many applicants send the last form of applying at once over HTTP,
each with an idempotency key that is repeated until an answer comes, kills every process of Tepat with SIGKILL at random points of
the way, starts it again, and afterwards compares what was promised to clients with what the database holds.

    python evals/durability.py --applications 2000 --applicants 32 --kills 20 --report evals/reports/durability.json
"""

import argparse
import contextlib
import http.client
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

SRC = Path(__file__).resolve().parents[1] / "src"
PATIENCE_S, ANSWER_S, DRAIN_S = 90.0, 20.0, 900.0
TWICE = 0.1
"""Share of forms that are sent twice at the same moment, as a nervous thumb does."""
TEXT = "Nama {name}\n\nPengalaman\nIT Support, PT Contoh\tJuli 2022 – sekarang\n• Active Directory dan jaringan LAN\n"


@dataclass(frozen=True, slots=True)
class Form:
    """One application to be sent: whose session, where, with which key."""

    session: str
    path: str
    key: str


@dataclass(slots=True)
class Tally:
    """What clients saw. `answers` counts HTTP statuses, `cut` broken connections; `seconds` until accepted, per form."""

    accepted: dict[str, str] = field(default_factory=dict)
    answers: Counter[int] = field(default_factory=Counter)
    cut: int = 0
    given_up: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    disagreeing: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)


class Installation:
    """A Tepat in a home of its own, killed and started again at will."""

    def __init__(self, home: Path) -> None:
        self.home, self.log = home, home.parent / "log.txt"
        self.port, self.kills = 0, 0
        self.serving: subprocess.Popen[bytes] | None = None
        self.restarts: list[float] = []

    def start(self) -> None:
        begun = time.monotonic()
        with self.log.open("ab") as log:
            before = self.log.stat().st_size
            command = [
                sys.executable,
                "-m",
                "tepat",
                "serve",
                "--no-demo",
                "--home",
                str(self.home),
                "--port",
                str(self.port or 18700),
            ]
            self.serving = subprocess.Popen(command, env=environment(self.home), stdout=log, stderr=log, start_new_session=True)
        until = begun + PATIENCE_S
        while time.monotonic() < until:
            if found := re.search(rb"Tepat: http://127\.0\.0\.1:(\d+)/", self.log.read_bytes()[before:]):
                self.port = int(found[1])
                self.restarts.append(time.monotonic() - begun)
                return
            if self.serving.poll() is not None:
                break
            time.sleep(0.02)
        raise RuntimeError(f"tepat did not start:\n{self.log.read_text()[-2000:]}")

    def kill(self) -> None:
        """SIGKILL to the command, the web and every worker with all their children, at one moment."""
        assert self.serving is not None
        for pid in [self.serving.pid, *descendants(self.serving.pid)]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.serving.wait()
        self.kills += 1

    def stop(self) -> None:
        if self.serving is not None and self.serving.poll() is None:
            self.serving.terminate()
            try:
                self.serving.wait(20)
            except subprocess.TimeoutExpired:
                self.kill()


def environment(home: Path) -> dict[str, str]:
    clean = {k: v for k, v in os.environ.items() if not k.startswith("TEPAT_") and k != "DJANGO_SETTINGS_MODULE"}
    return clean | {"TEPAT_HOME": str(home), "PYTHONPATH": str(SRC)}


def descendants(pid: int) -> list[int]:
    """Children, their children, and so on, from /proc."""
    parents: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            parents.setdefault(int(stat.read_text().rpartition(")")[2].split()[1]), []).append(int(stat.parent.name))
    found, ahead = [], [pid]
    while ahead:
        ahead = [child for parent in ahead for child in parents.get(parent, [])]
        found += ahead
    return found


def use_django(home: Path) -> None:
    """The same settings as the installation, in this process."""
    for name in [n for n in os.environ if n.startswith("TEPAT_")]:
        del os.environ[name]
    os.environ["TEPAT_HOME"] = str(home)
    os.environ["DJANGO_SETTINGS_MODULE"] = "tepat.config.settings"
    sys.path.insert(0, str(SRC))
    from tepat.config.starting import set_up

    set_up(say=lambda _words: None)


def make_rows(*, applicants: int, applications: int, seed: int) -> list[list[Form]]:
    """Postings, people with a confirmed CV and an open session; the forms of each person in an order of its own."""
    from django.db import transaction
    from django.utils import timezone

    from tepat.models import JobPosting, Organization
    from tepat.services.deciding import add_default_stages

    chance = random.Random(seed)
    with transaction.atomic():
        organization = Organization.objects.create(name="PT Uji Tahan", slug="uji-tahan", verification="verified")
        slugs = [f"loker-{n}" for n in range(-(-applications // applicants))]
        for slug in slugs:
            posting = JobPosting.objects.create(
                organization=organization,
                slug=slug,
                title="IT Support",
                text="IT Support",
                state="published",
                published_at=timezone.now(),
            )
            add_default_stages(posting)
        forms = [forms_of(f"Pelamar {n}", f"pelamar{n}@contoh.id", slugs) for n in range(applicants)]
    for mine in forms:
        chance.shuffle(mine)
    while (over := sum(map(len, forms)) - applications) > 0:
        for mine in forms[:over]:
            mine.pop()
    return forms


def forms_of(name: str, email: str, slugs: list[str]) -> list[Form]:
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore
    from django.utils import timezone

    from tepat.models import CV, Account

    account = Account.objects.create_user(email, name=name)
    session = SessionStore()
    session[SESSION_KEY], session[HASH_SESSION_KEY] = str(account.pk), account.get_session_auth_hash()
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session.create()
    text = TEXT.replace("{name}", name)
    cv = CV.objects.create(
        account=account, file_name="cv.txt", sha256=f"{account.pk:064x}", size_bytes=len(text), state="read", text=text,
        page_starts=[0], document={"basics": {"name": name, "email": email}}, confirmed_at=timezone.now(),
    )  # fmt: skip
    path = "/loker/{}/lamar/kirim/?cv=" + cv.public_id
    return [Form(str(session.session_key), path.format(slug), f"{account.pk}-{slug}") for slug in slugs]


def send(form: Form, installation: Installation, tally: Tally) -> str | None:
    """Sends one form until it is accepted; the address it led to, or None after 90 s."""
    body = urlencode({"csrfmiddlewaretoken": "a" * 32, "key": form.key, "consent_apply": "on"})
    cookies = f"sessionid={form.session}; csrftoken={'a' * 32}"
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": cookies}
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        connection = http.client.HTTPConnection("127.0.0.1", installation.port, timeout=ANSWER_S)
        try:
            connection.request("POST", form.path, body, headers)
            answer = connection.getresponse()
            answer.read()
        except (OSError, http.client.HTTPException):
            with tally.lock:
                tally.cut += 1
            time.sleep(0.1)
            continue
        finally:
            connection.close()
        with tally.lock:
            tally.answers[answer.status] += 1
        if answer.status == 303:
            return str(answer.headers["Location"])
        time.sleep(0.1)
    return None


def send_all(forms: list[Form], installation: Installation, tally: Tally, seed: int) -> None:
    """One applicant: form after form; some twice at once."""
    chance = random.Random(seed)
    with ThreadPoolExecutor(2) as thumbs:
        for form in forms:
            begun = time.monotonic()
            presses = 2 if chance.random() < TWICE else 1
            places = list(thumbs.map(lambda _n, f=form: send(f, installation, tally), range(presses)))
            with tally.lock:
                tally.seconds.append(time.monotonic() - begun)
                if None in places:
                    tally.given_up.append(form.key)
                elif len(set(places)) > 1:
                    tally.disagreeing.append(form.key)
                else:
                    tally.accepted[form.key] = str(places[0]).split("/")[3]


def run_load(installation: Installation, forms: list[list[Form]], *, kills: int, seed: int) -> tuple[Tally, float]:
    """All applicants at once; a kill whenever the number of accepted forms passes one of `kills` random marks."""
    tally, chance = Tally(), random.Random(seed)
    total = sum(map(len, forms))
    marks = sorted(chance.sample(range(1, max(kills + 1, int(total * 0.95))), kills))
    begun = time.monotonic()
    threads = [threading.Thread(target=send_all, args=(mine, installation, tally, seed + n)) for n, mine in enumerate(forms)]
    for thread in threads:
        thread.start()
    while any(t.is_alive() for t in threads):
        if marks and len(tally.accepted) >= marks[0]:
            marks.pop(0)
            time.sleep(chance.random() * 0.2)
            installation.kill()
            installation.start()
        time.sleep(0.005)
    return tally, time.monotonic() - begun


def drain() -> float:
    """Seconds until every application is matched and every letter has left; at most 900."""
    from tepat.models import Application, Message

    begun = time.monotonic()
    while time.monotonic() - begun < DRAIN_S:
        if not Application.objects.filter(match=None).exists() and not Message.objects.filter(state="waiting").exists():
            break
        time.sleep(0.5)
    return time.monotonic() - begun


def compare(forms: list[list[Form]], tally: Tally) -> dict[str, Any]:
    """What clients were promised against what stands in the database."""
    from django.db import connection
    from django.db.models import Count, Q

    from tepat.models import Application, Consent, Event, Message
    from tepat.services.recording import first_broken_seal

    stands = dict(Application.objects.values_list("idempotency_key", "public_id"))
    once = Count("events", filter=Q(events__code="application.created"), distinct=True)
    letters = Count("messages", filter=Q(messages__template="application_received"), distinct=True)
    rows = Application.objects.annotate(made=once, told=letters)
    with connection.cursor() as cursor:
        whole = cursor.execute("PRAGMA integrity_check").fetchone()[0]
    return {
        "lost": sum(stands.get(key) != public_id for key, public_id in tally.accepted.items()),
        "doubled": len(stands) - len({f.key for mine in forms for f in mine} & set(stands)),
        "applications": len(stands),
        "without_exactly_one_event": rows.exclude(made=1).count(),
        "without_exactly_one_receipt": rows.exclude(told=1).count(),
        "events": Event.objects.filter(code="application.created").count(),
        "receipts": Message.objects.filter(template="application_received").count(),
        "consents": Consent.objects.filter(purpose="apply").count(),
        "not_matched": Application.objects.filter(match=None).count(),
        "letters_not_sent": Message.objects.exclude(state="sent").count(),
        "integrity": whole,
        "broken_seal": first_broken_seal(),
    }


def report_of(
    installation: Installation, tally: Tally, found: dict[str, Any], *, seconds: float, drained: float
) -> dict[str, Any]:
    log = installation.log.read_text(errors="replace")
    took = sorted(tally.seconds)
    return {
        **found,
        "accepted": len(tally.accepted),
        "errors_visible": len(tally.given_up) + len(tally.disagreeing),
        "kills": installation.kills,
        "locked": log.count("database is locked"),
        "tracebacks": log.count("Traceback (most recent call last)"),
        "answers": {str(status): n for status, n in sorted(tally.answers.items())},
        "connections_cut": tally.cut,
        "seconds": round(seconds, 1),
        "per_second": round(len(tally.accepted) / seconds, 1),
        "until_accepted_ms": {p: round(took[min(len(took) - 1, len(took) * int(p) // 100)] * 1000) for p in ("50", "95", "99")},
        "restart_s": {
            "median": round(sorted(installation.restarts)[len(installation.restarts) // 2], 2),
            "most": round(max(installation.restarts), 2),
        },
        "drained_after_s": round(drained, 1),
    }


def is_sound(report: dict[str, Any]) -> bool:
    nothing = (
        "lost",
        "doubled",
        "errors_visible",
        "locked",
        "without_exactly_one_event",
        "without_exactly_one_receipt",
        "not_matched",
    )
    same = {report[name] for name in ("accepted", "applications", "events", "receipts", "consents")}
    return (
        len(same) == 1 and not any(report[name] for name in nothing) and report["integrity"] == "ok" and not report["broken_seal"]
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--applications", type=int, default=2000)
    parser.add_argument("--applicants", type=int, default=32)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--report", type=Path, default=Path(__file__).parent / "reports" / "durability.json")
    parser.add_argument("--keep", action="store_true", help="leave the home behind")
    chosen = parser.parse_args()
    scratch = Path(tempfile.mkdtemp(prefix="tepat-durability-"))
    installation = Installation(scratch / "home")
    try:
        use_django(installation.home)
        forms = make_rows(applicants=chosen.applicants, applications=chosen.applications, seed=chosen.seed)
        installation.start()
        tally, seconds = run_load(installation, forms, kills=chosen.kills, seed=chosen.seed)
        drained = drain()
        report = report_of(installation, tally, compare(forms, tally), seconds=seconds, drained=drained)
    finally:
        installation.stop()
        if not chosen.keep:
            shutil.rmtree(scratch, ignore_errors=True)
    load = round(os.getloadavg()[1], 1)
    report = {
        "cores": os.cpu_count(),
        "load_5_min": load,
        "applicants": chosen.applicants,
        "seed": chosen.seed,
        "sound": is_sound(report),
    } | report
    chosen.report.parent.mkdir(parents=True, exist_ok=True)
    chosen.report.write_text(json.dumps(report, indent=2) + "\n")
    print(json.dumps(report, indent=2))
    return 0 if report["sound"] else 1


if __name__ == "__main__":
    sys.exit(main())
