"""Addresses of signing in, the account, and ways into an organization. allauth's views under Tepat's own words."""

from allauth.account import views as allauth
from django.urls import URLPattern, URLResolver, include, path

from tepat.web.account import destination, entry, home, invitation, link, organization, protection

urlpatterns: list[URLPattern | URLResolver] = [
    path("masuk/", entry.sign_in, name="account_request_login_code"),
    path("masuk/kode/", allauth.confirm_login_code, name="account_confirm_login_code"),
    path("masuk/sandi/", allauth.login, name="account_login"),
    path("masuk/tujuan/", destination.lead_on, name="destination"),
    path("masuk/tautan/<str:token>/", link.sign_in_link, name="sign_in_link"),
    path("daftar/", entry.register, name="account_signup"),
    path("akun/", home.account_home, name="account_home"),
    path("akun/pengaman/", protection.set_up, name="protection"),
    path("akun/logout/", allauth.logout, name="account_logout"),
    path("akun/nonaktif/", allauth.account_inactive, name="account_inactive"),
    path("akun/konfirmasi/", allauth.reauthenticate, name="account_reauthenticate"),
    path("akun/email/", allauth.email, name="account_email"),
    path("akun/email/kode/", allauth.email_verification_sent, name="account_email_verification_sent"),
    path("akun/sandi/", allauth.password_change, name="account_change_password"),
    path("akun/sandi/buat/", allauth.password_set, name="account_set_password"),
    path("akun/sandi/lupa/", allauth.password_reset, name="account_reset_password"),
    path("akun/sandi/lupa/kode/", allauth.confirm_password_reset_code, name="account_confirm_password_reset_code"),
    path("akun/sandi/lupa/baru/", allauth.complete_password_reset, name="account_complete_password_reset"),
    path("akun/sandi/lupa/selesai/", allauth.password_reset_from_key_done, name="account_password_reset_completed"),
    path("akun/2fa/", include("allauth.mfa.urls")),
    path("undangan/<str:token>/", invitation.accept_invitation_page, name="invitation"),
    path("rekrut/daftar/", organization.register_page, name="register_organization"),
    path("rekrut/pilih/", organization.choose, name="choose_organization"),
]
