"""MinimumWage: what the operator imported of this year's decrees, place by place."""

from typing import ClassVar

from django.db import models
from django.utils import timezone


class MinimumWageQuerySet(models.QuerySet["MinimumWage"]):
    def of(self, *, city: str, region: str, year: int) -> "MinimumWage | None":
        """The wage in force: of the city, else of the province; of the latest year up to `year`. None where none is known."""
        known = self.filter(year__lte=year).order_by("-year")
        own = known.filter(city__iexact=city, region__iexact=region) if city and region else self.none()
        anywhere = known.filter(city__iexact=city) if city else self.none()
        several = len(set(anywhere.values_list("region", flat=True)[:9])) > 1
        province = known.filter(city="", region__iexact=region) if region else self.none()
        return own.first() or (None if several else anywhere.first()) or province.first()


class MinimumWage(models.Model):
    personal_fields: ClassVar[frozenset[str]] = frozenset()

    region = models.CharField(max_length=80, help_text="Province")
    city = models.CharField(
        max_length=80, blank=True, help_text="City or regency without Kota/Kabupaten; empty = the whole province"
    )
    year = models.PositiveSmallIntegerField(help_text="In force from 1 January of this year")
    amount_idr_month = models.PositiveBigIntegerField(help_text="Rupiah a month")
    source = models.CharField(max_length=200, help_text="Decree it was taken from, as the operator wrote it")
    imported_at = models.DateTimeField(default=timezone.now, help_text="When")

    objects = MinimumWageQuerySet.as_manager()

    class Meta:
        ordering = ["region", "city", "-year"]
        constraints = [
            models.UniqueConstraint(fields=["region", "city", "year"], name="minimum_wage_once"),
            models.CheckConstraint(condition=models.Q(amount_idr_month__gt=0), name="minimum_wage_positive"),
        ]
