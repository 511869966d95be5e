"""Addresses that everyone may open."""

from django.urls import URLPattern, URLResolver, path

from tepat.web.public import (
    choosing,
    comparison,
    fit_check,
    guide,
    guides,
    health,
    home,
    house,
    keeping,
    offline,
    organization,
    papers,
    posting,
    report,
    results,
    sitemap,
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.show, name="home"),
    path("loker/", results.show, name="results"),
    path("loker/<slug:slug>/", posting.show, name="posting"),
    path("loker/<slug:slug>/laporan/", report.report, name="report"),
    path("loker/<slug:slug>/simpanan/", keeping.keep, name="keep"),
    path("perusahaan/<slug:slug>/", organization.show, name="organization"),
    path("peran/", guides.show, name="guides"),
    path("peran/<slug:occupation>/", guide.show, name="guide"),
    path("peran/<slug:occupation>/vs/<slug:other>/", comparison.show, name="comparison"),
    path("peran/<slug:occupation>/cocok/", fit_check.check, name="fit_check"),
    path("peran/<slug:occupation>/cocok/simpanan/", fit_check.keep, name="keep_fit_check"),
    path("privasi/", papers.show_privacy, name="privacy"),
    path("bantuan/", papers.show_help, name="help"),
    path("pilihan/bahasa/", choosing.choose_language, name="choose_language"),
    path("pilihan/tema/", choosing.choose_theme, name="choose_theme"),
    path("sitemap.xml", sitemap.show_sitemap, name="sitemap"),
    path("robots.txt", sitemap.show_robots, name="robots"),
    path("healthz", health.show_live, name="healthz"),
    path("readyz", health.show_ready, name="readyz"),
    path("house", house.show, name="house"),
    path("sw.js", offline.show_worker, name="service_worker"),
    path("luring/", offline.show_offline, name="offline"),
    path("luring/sesi/", offline.show_session, name="offline_session"),
]
