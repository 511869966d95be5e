"""`tepat serve`: one command from nothing to a page, mends itself, stops cleanly, and lets the first operator in once."""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
from http.cookies import SimpleCookie
from urllib.parse import urlencode

import pytest


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Served:
    """A Tepat of its own in a scratch home."""

    def __init__(self, home, *options):
        env = {k: v for k, v in os.environ.items() if not k.startswith(("TEPAT_", "DJANGO_", "PYTEST"))}
        command = [sys.executable, "-m", "tepat", "serve", "--home", str(home), "--port", str(free_port()), *options]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env)
        self.said = []
        for line in self.process.stdout:
            self.said.append(line)
            if "Ctrl-C" in line:
                break
        else:
            pytest.fail(f"did not start: {self.process.stderr.read()}")
        self.port = int(re.search(r"http://127\.0\.0\.1:(\d+)/", "".join(self.said))[1])

    def ask(self, path, method="GET", body=None, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request(method, path, body=body, headers=headers)
        answer = connection.getresponse()
        page = answer.read().decode()
        connection.close()
        return answer, page

    def children(self):
        tasks = subprocess.run(
            ["ps", "-o", "pid=,args=", "--ppid", str(self.process.pid)], capture_output=True, text=True, check=False
        )
        return {int(line.split()[0]): line for line in tasks.stdout.splitlines()}

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(20)
        self.process.stdout.close()
        self.process.stderr.close()
        return code


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def served(home):
    served = Served(home, "--no-demo")
    yield served
    if served.process.poll() is None:
        served.stop()


def test_the_first_page_answers(served):
    assert served.ask("/healthz")[0].status == 200
    answer, page = served.ask("/")
    assert answer.status == 200
    assert '<html lang="id"' in page


def test_static_files_are_hashed_and_kept(served):
    address = re.search(r'href="(/static/css/app\.[0-9a-f]+\.css)"', served.ask("/")[1])[1]
    answer, _ = served.ask(address)
    assert answer.status == 200
    assert "immutable" in answer.getheader("Cache-Control")


def test_the_first_operator_comes_in_once(served):
    path = re.search(r"(/masuk/tautan/\S+)", "".join(served.said))[1]
    assert "".join(served.said).count("/masuk/tautan/") == 1
    answer, page = served.ask(path)
    cookies = SimpleCookie(answer.getheader("Set-Cookie") or "")
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]
    sent = {
        "Cookie": "; ".join(f"{m.key}={m.value}" for m in cookies.values()),
        "Content-Type": "application/x-www-form-urlencoded",
    }
    sent["Origin"] = f"http://127.0.0.1:{served.port}"
    answer, _ = served.ask(path, "POST", urlencode({"csrfmiddlewaretoken": token}), **sent)
    assert (answer.status, answer.getheader("Location")) == (302, "/operator/")
    again, _ = served.ask(path, "POST", urlencode({"csrfmiddlewaretoken": token}), **sent)
    assert again.getheader("Location") != "/operator/"


def test_a_process_that_dies_is_started_again(served):
    before = served.children()
    web = next(pid for pid, args in before.items() if "granian" in args)
    os.killpg(web, signal.SIGKILL)
    until = time.monotonic() + 20
    while time.monotonic() < until:
        try:
            if served.ask("/healthz")[0].status == 200:
                break
        except OSError:
            time.sleep(0.2)
    assert web not in served.children()
    assert served.ask("/healthz")[0].status == 200


def test_a_second_one_on_the_same_home_is_refused(served, home):
    env = {k: v for k, v in os.environ.items() if not k.startswith(("TEPAT_", "DJANGO_"))}
    second = subprocess.run(
        [sys.executable, "-m", "tepat", "serve", "--home", str(home)],
        capture_output=True,
        text=True,
        env=env,
        timeout=30,
        check=False,
    )
    assert second.returncode == 1
    assert str(home) in second.stderr


def test_it_stops_cleanly_and_a_home_in_use_gets_no_link(served, home):
    assert served.stop() == 0
    again = Served(home, "--no-demo")
    assert "/masuk/tautan/" not in "".join(again.said)
    assert again.stop() == 0
