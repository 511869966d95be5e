"""Tepat as a Django app: hands the engines to the services and refuses routes without a policy."""

from django.apps import AppConfig
from django.core import checks


class TepatConfig(AppConfig):
    name = "tepat"
    label = "tepat"

    def ready(self) -> None:
        from tepat.config.catalogue import compile_if_stale
        from tepat.config.engines import install
        from tepat.web.policies import check_every_route_has_a_policy

        compile_if_stale()
        install()
        checks.register(check_every_route_has_a_policy, "urls")
