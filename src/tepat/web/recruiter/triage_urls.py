"""Addresses of triage, pipeline, shortlist and review."""

from django.urls import URLPattern, path

from tepat.web.recruiter import bulk, contacts, decisions, likenesses, originals, pipeline, review, shortlist, triage

urlpatterns: list[URLPattern] = [
    path("tinjau/", review.show_reviews, name="reviews"),
    path("tinjau/<slug:application_id>/", review.show_review, name="review"),
    path("tinjau/<slug:application_id>/pendapat/", review.give_opinion, name="give-opinion"),
    path("loker/<slug:posting_id>/shortlist/", shortlist.show_shortlist, name="shortlist"),
    path("loker/<slug:posting_id>/shortlist/cetak/", shortlist.print_shortlist, name="print-shortlist"),
    path("loker/<slug:posting_id>/shortlist.xlsx", shortlist.export_shortlist, {"form": "xlsx"}, name="shortlist-xlsx"),
    path("loker/<slug:posting_id>/shortlist.csv", shortlist.export_shortlist, {"form": "csv"}, name="shortlist-csv"),
    path("pipeline/", pipeline.show_pipeline, name="pipeline"),
    path("loker/<slug:posting_id>/triase/", triage.show_triage, name="triage"),
    path("loker/<slug:posting_id>/keputusan/", decisions.show_history, name="decisions"),
    path("loker/<slug:posting_id>/keputusan-massal/", bulk.decide_several, name="bulk-decision"),
    path("loker/<slug:posting_id>/pembagian/", decisions.share, name="share-applications"),
    path("lamaran/<slug:application_id>/", triage.show_candidate, name="triage-candidate"),
    path("lamaran/<slug:application_id>/kunjungan/", triage.note_view, name="note-view"),
    path("lamaran/<slug:application_id>/kelanjutan/", decisions.advance, name="advance"),
    path("lamaran/<slug:application_id>/penolakan/", decisions.reject, name="reject"),
    path("lamaran/<slug:application_id>/penundaan/", decisions.hold, name="hold"),
    path("lamaran/<slug:application_id>/simpanan/", decisions.keep_in_pool, name="keep-in-pool"),
    path("lamaran/<slug:application_id>/perpindahan/", decisions.move, name="move"),
    path("lamaran/<slug:application_id>/penerimaan/", decisions.hire, name="hire"),
    path("lamaran/<slug:application_id>/whatsapp/", contacts.open_whatsapp, name="open-whatsapp"),
    path("lamaran/<slug:application_id>/kesamaan/", likenesses.answer, name="answer-likeness"),
    path("lamaran/<slug:application_id>/kesamaan/pembatalan/", likenesses.withdraw, name="withdraw-likeness"),
    path("lamaran/<slug:application_id>/catatan/", decisions.add_note, name="add-note"),
    path("loker/<slug:posting_id>/keputusan/pembatalan/", decisions.undo_several, name="undo-several"),
    path("keputusan/<slug:move_id>/pembatalan/", decisions.undo, name="undo-decision"),
    path("pilihan/samaran/", triage.choose_blind, name="choose-blind"),
    path("pilihan/pintasan/", triage.choose_shortcuts, name="choose-shortcuts"),
    path("cv/<slug:cv_id>/halaman/<int:page>.png", originals.show_page, name="original-page"),
    path("cv/<slug:cv_id>/asli/", originals.download_original, name="original"),
]
