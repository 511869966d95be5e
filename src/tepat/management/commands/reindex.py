"""`tepat reindex`: both search indexes anew from the database."""

from typing import Any

from django.core.management.base import BaseCommand

from tepat.services.indexing import rebuild_index


class Command(BaseCommand):
    help = "Rebuilds the search indexes beside the living ones and puts them in their place."

    def handle(self, *_args: Any, **_options: Any) -> None:
        for kind, count in rebuild_index().items():
            self.stdout.write(f"{kind}: {count}")
