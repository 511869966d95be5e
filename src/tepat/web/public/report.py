"""`/loker/<slug>/laporan/`: somebody says that a posting is not right."""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tepat.models import JobPosting
from tepat.services.reporting import TooMany, report_posting
from tepat.templatetags.wording import TABLES
from tepat.web.actors import actor_of
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


@anyone
def report(request: HttpRequest, slug: str) -> HttpResponse:
    """The form, and what it sends; 404 for a posting that is not public."""
    posting = get_object_or_404(JobPosting.objects.live().select_related("organization"), slug=slug)
    form = ReportForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = report_posting(posting, actor=actor_of(request), **form.cleaned_data)
        if isinstance(said, TooMany):
            messages.info(request, _("This posting was reported already. Somebody will look at it."))
        else:
            messages.success(request, _("Thank you. Somebody will look at this posting."))
        return HttpResponseRedirect(f"/loker/{slug}/", status=303)
    status = 422 if form.errors else 200
    return render(request, "public/report.html", {"page": Page(posting, form)}, status=status)
