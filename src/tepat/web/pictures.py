"""Pages of a stored file as pictures, drawn in the sandbox: whoever calls has checked who may see them."""

from django.core.files.storage import default_storage
from django.http import Http404, HttpResponse

from tepat.domain.documents import IncomingFile, PagePicture
from tepat.models import CV
from tepat.services import engines

MINUTES_KEPT = 10


def answer_page(cv: CV, page: int) -> HttpResponse:
    """One page as a PNG; 404 for what cannot be drawn."""
    if not cv.stored_as or not default_storage.exists(cv.stored_as):
        raise Http404
    with default_storage.open(cv.stored_as) as file:
        drawn = engines.drawer().draw(IncomingFile(cv.file_name, file.read()), page=page)
    if not isinstance(drawn, PagePicture):
        raise Http404
    kept = {"Cache-Control": f"private, max-age={60 * MINUTES_KEPT}", "X-Content-Type-Options": "nosniff"}
    return HttpResponse(drawn.png, content_type="image/png", headers=kept)
