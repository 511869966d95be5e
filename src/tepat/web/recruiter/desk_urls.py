"""Addresses of desk, postings, intake and members, below /rekrut/."""

from django.urls import path

from tepat.web.recruiter import candidates, desk, intake, members, postings

urlpatterns = [
    path("", desk.desk, name="desk"),
    path("loker/", postings.list_postings, name="postings"),
    path("loker/baru/", postings.write_posting, name="posting-write"),
    path("loker/<slug:public_id>/", postings.edit_posting, name="posting-edit"),
    path("loker/<slug:public_id>/terbit/", postings.publish, name="posting-publish"),
    path("loker/<slug:public_id>/penutupan/", postings.close, name="posting-close"),
    path("loker/<slug:public_id>/berkas/", intake.drop, name="intake-drop"),
    path("berkas/<slug:public_id>/", intake.progress, name="intake"),
    path("berkas/file/<slug:public_id>/ulang/", intake.retry, name="intake-retry"),
    path("kandidat/", candidates.search, name="candidates"),
    path("anggota/", members.members, name="members"),
    path("anggota/pengaman/", members.protection, name="members-protection"),
    path("anggota/<slug:public_id>/peran/", members.role, name="member-role"),
    path("anggota/<slug:public_id>/akhir/", members.end, name="member-end"),
    path("anggota/undangan/<slug:public_id>/batal/", members.withdraw, name="invitation-withdraw"),
]
