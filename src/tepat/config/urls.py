"""All addresses. Each audience keeps its own list; a route without a policy stops the start."""

from django.urls import include, path

urlpatterns = [
    path("", include("tepat.web.public.urls")),
    path("", include("tepat.web.account.urls")),
    path("", include("tepat.web.jobseeker.urls")),
    path("rekrut/", include("tepat.web.recruiter.urls")),
    path("operator/", include("tepat.web.staff.urls")),
]
handler404 = "tepat.web.faults.not_found"
handler500 = "tepat.web.faults.server_error"
