"""Addresses of this audience."""

from django.urls import include, path

urlpatterns = [
    path("", include("tepat.web.recruiter.desk_urls")),
    path("", include("tepat.web.recruiter.triage_urls")),
]
