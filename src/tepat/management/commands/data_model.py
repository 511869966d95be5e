"""`tepat manage data_model`: prints docs/data-model.md."""

from typing import Any

from django.core.management.base import BaseCommand

from tepat.management.data_model import data_model_page


class Command(BaseCommand):
    help = "Prints docs/data-model.md, generated from the models."

    def handle(self, *_args: Any, **_options: Any) -> None:
        self.stdout.write(data_model_page(), ending="")
