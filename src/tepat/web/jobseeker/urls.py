"""Addresses of jobseekers: their own page, and applying."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
