"""`/loker/<slug>/laporan/`: somebody says that a posting is not right."""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tepat.models import JobPosting
from tepat.services.reporting import TooMany, report_posting
from tepat.services.spending import once
from tepat.templatetags.wording import TABLES
from tepat.web.actors import actor_of
from tepat.web.answers import SeeOther
from tepat.web.drafts import fresh_key
from tepat.web.policies import anyone


class ReportForm(forms.Form):
    reason = forms.ChoiceField(
        label=gettext_lazy("What is not right?"), choices=list(TABLES["report"].items()), widget=forms.RadioSelect
    )
    words = forms.CharField(
        label=gettext_lazy("In your own words"), widget=forms.Textarea, max_length=2000, required=False, strip=True
    )


@dataclass(frozen=True, slots=True)
class Page:
    posting: JobPosting
    form: ReportForm
    key: str


@anyone
def report(request: HttpRequest, slug: str) -> HttpResponse:
    """The form, and what it sends; 404 for a posting that is not public."""
    posting = get_object_or_404(JobPosting.objects.live().select_related("organization"), slug=slug)
    form = ReportForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        owner = str(actor_of(request).account_id or "")
        return SeeOther(once(owner, request.POST.get("key", ""), lambda: _sent(request, posting, form)))
    status = 422 if form.errors else 200
    page = Page(posting, form, request.POST.get("key") or fresh_key())
    return render(request, "public/report.html", {"page": page}, status=status)


def _sent(request: HttpRequest, posting: JobPosting, form: ReportForm) -> str:
    said = report_posting(posting, actor=actor_of(request), **form.cleaned_data)
    if isinstance(said, TooMany):
        messages.info(request, _("This posting was reported already. Somebody will look at it."))
    else:
        messages.success(request, _("Thank you. Somebody will look at this posting."))
    return f"/loker/{posting.slug}/"
