"""The loop of a worker process: tasks, chores, a short sleep; ends with its parent."""

import logging
import os
import signal
import time
from datetime import timedelta

from django.db import close_old_connections
from django_tasks_db.management.commands.db_worker import Worker

from tepat.services.recovering import put_back_tasks
from tepat.services.working import chores, keep_house

log = logging.getLogger("tepat.worker")
IDLE_SECONDS = 0.2
SCALED_OUT_AGE = timedelta(hours=1)
"""Where several workers serve a queue, only a task that has run longer than any may is taken for lost."""


class TaskWorker:
    """Serves queues until it is asked to stop (SIGTERM, SIGINT: after the task at hand) or its parent is gone."""

    def __init__(self, *, queues: list[str], chores: bool) -> None:
        self.queues = queues
        self.with_chores = chores
        self.parent = int(os.environ.get("TEPAT_PARENT", "0"))
        self.stopping = False

    def run(self, *, once: bool = False) -> None:
        """Blocks until stopped; with `once` until nothing is left to do."""
        signal.signal(signal.SIGTERM, self._stop)
        signal.signal(signal.SIGINT, self._stop)
        put_back_tasks(queues=self.queues, older_than=timedelta(0) if self.parent else SCALED_OUT_AGE)
        jobs = chores() if self.with_chores else []
        while not self.stopping and not self._orphaned():
            self._run_ready_tasks()
            done = keep_house(jobs)
            close_old_connections()
            if once and not done:
                return
            if not done:
                time.sleep(IDLE_SECONDS)

    def _run_ready_tasks(self) -> None:
        worker = Worker(
            queue_names=self.queues,
            interval=0,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=5,
            worker_id=f"tepat-{os.getpid()}",
            excluded_queue_names=[],
        )
        worker.run()

    def _stop(self, *_: object) -> None:
        self.stopping = True

    def _orphaned(self) -> bool:
        return bool(self.parent) and os.getppid() != self.parent
