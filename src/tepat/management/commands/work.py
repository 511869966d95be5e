"""`tepat manage work`: runs tasks of some queues and, with --chores, keeps house."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from tepat.management.worker import TaskWorker


class Command(BaseCommand):
    help = "Runs background tasks; with --chores also letters, index, seals and digests."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--queues", default="default,mail,reading", help="queues to serve, with commas")
        parser.add_argument("--chores", action="store_true", help="also keep house; one process of an installation does")
        parser.add_argument("--once", action="store_true", help="do what is there, then end")

    def handle(self, *_args: Any, **options: Any) -> None:
        TaskWorker(queues=options["queues"].split(","), chores=options["chores"]).run(once=options["once"])
