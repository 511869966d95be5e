"""Addresses of jobseekers: their own page, and applying."""

from django.urls import URLPattern, URLResolver, path

from tepat.web.jobseeker import alerts, applications, apply, data, fit_checks, home, kept, profile, resume

urlpatterns: list[URLPattern | URLResolver] = [
    path("loker/<slug:slug>/lamar/", apply.choose_cv, name="apply"),
    path("loker/<slug:slug>/lamar/periksa/", apply.check_cv, name="check_cv"),
    path("loker/<slug:slug>/lamar/kirim/", apply.send_application, name="send_application"),
    path("saya/", home.show, name="jobseeker_home"),
    path("saya/profil/", profile.fill_in, name="profile_form"),
    path("saya/profil/keterlihatan/", profile.choose, name="visibility"),
    path("saya/cv/", resume.upload, name="upload_cv"),
    path("saya/cv/<slug:cv_id>/", resume.check, name="own_cv"),
    path("saya/cv/<slug:cv_id>/penghapusan/", resume.remove, name="remove_cv"),
    path("saya/cv/<slug:cv_id>/halaman/<int:page>.png", resume.show_page, name="own_cv_page"),
    path("saya/cv/<slug:cv_id>/berkas/", resume.download, name="own_cv_file"),
    path("saya/lamaran/", applications.show_all, name="my_applications"),
    path("saya/lamaran/<slug:application_id>/", applications.show, name="my_application"),
    path("saya/lamaran/<slug:application_id>/terkirim/", applications.sent, name="application_sent"),
    path("saya/lamaran/<slug:application_id>/penarikan/", applications.withdraw, name="withdraw_application"),
    path("saya/alert/", alerts.show_all, name="my_alerts"),
    path("saya/alert/<slug:alert_id>/", alerts.change, name="change_alert"),
    path("alert/<slug:alert_id>/berhenti/<str:token>/", alerts.stop, name="stop_alert"),
    path("saya/simpanan/", kept.show_all, name="my_bookmarks"),
    path("saya/simpanan/<slug:posting_id>/", kept.toggle, name="toggle_bookmark"),
    path("saya/cocok/<slug:fit_check_id>/", fit_checks.show, name="my_fit_check"),
    path("saya/cocok/<slug:fit_check_id>/penghapusan/", fit_checks.forget, name="forget_fit_check"),
    path("saya/data/", data.show, name="my_data"),
    path("saya/data/persetujuan/<slug:purpose>/", data.change_consent, name="change_consent"),
    path("saya/data/ekspor/", data.export, name="export_data"),
    path("saya/data/penghapusan/", data.erase, name="erase_account"),
]
