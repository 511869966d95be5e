"""What a page answers after something was done."""

from django.http import HttpRequest, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme


class SeeOther(HttpResponseRedirect):
    """POST, then GET: 303 leads on whatever the method was."""

    status_code = 303


def safe_next(request: HttpRequest, default: str, *, within: str = "/rekrut/") -> str:
    """The form's `next`, if it is an own address under `within`; else `default`."""
    wanted = request.POST.get("next", "")
    own = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if own and wanted.startswith(within) else default
