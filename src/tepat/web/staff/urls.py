"""Addresses of operators, below /operator/."""

from django.urls import path

from tepat.web.staff import health, moderation, verification

urlpatterns = [
    path("", health.health, name="operator"),
    path("verifikasi/", verification.queue, name="verification"),
    path("verifikasi/<slug:public_id>/", verification.decide, name="verification-decide"),
    path("moderasi/", moderation.queue, name="moderation"),
    path("moderasi/<slug:public_id>/", moderation.decide, name="moderation-decide"),
    path("laporan/<int:report_id>/selesai/", moderation.settle, name="report-settle"),
]
