"""Addresses of operators, below /operator/."""

from django.urls import path

from tepat.web.staff import health, moderation, rereading, verification, wages

urlpatterns = [
    path("", health.health, name="operator"),
    path("baca-ulang/", rereading.state, name="rereading"),
    path("baca-ulang/mulai/", rereading.start, name="rereading-start"),
    path("upah/", wages.wages, name="wages"),
    path("verifikasi/", verification.queue, name="verification"),
    path("verifikasi/<slug:public_id>/", verification.decide, name="verification-decide"),
    path("moderasi/", moderation.queue, name="moderation"),
    path("moderasi/<slug:public_id>/", moderation.decide, name="moderation-decide"),
    path("laporan/<int:report_id>/selesai/", moderation.settle, name="report-settle"),
]
