"""Addresses of this audience."""

from django.urls import URLPattern, URLResolver, path

from tepat.web.public import house

urlpatterns: list[URLPattern | URLResolver] = [
    path("house", house.show, name="house"),
]
