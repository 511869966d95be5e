"""Words for files: why one cannot be read, and what a reviewer should know about one that can."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tepat.domain.documents import Unreadable


def unreadable_message(answer: Unreadable) -> str:
    """Why a file gave no text, and what can be done about it: one or two sentences."""
    params = dict(answer.params)
    if "photo" in params:
        number = params.pop("photo")
        return _("Photo %(n)s: %(why)s") % {"n": number, "why": unreadable_message(Unreadable(answer.code, params))}
    if answer.code == "unsupported_type":
        return _unsupported(str(params.get("type", "")))
    if answer.code == "no_text":
        return _no_text(params)
    if params.get("missing"):
        return _("The file does not exist or cannot be opened.")
    seconds, megabytes = params.get("limit_seconds", 10), params.get("limit_mb", 20)
    messages = {
        "empty": _("The file is empty."),
        "encrypted": _("The file is protected with a password. Please save it without a password and send it again."),
        "too_large": _too_large(params, megabytes),
        "timeout": _("Reading the file took longer than %(limit)s seconds, so it was stopped.") % {"limit": seconds},
    }
    damaged = _("The file is damaged and cannot be opened. Please save it again and send the new file.")
    return messages.get(answer.code, damaged)


def _too_large(params: Mapping[str, Any], megabytes: Any) -> str:
    if "limit_megapixels" in params:
        return _("The picture is too large: at most %(limit)s million points are read.") % {"limit": params["limit_megapixels"]}
    if "limit_photos" in params:
        return _("At most %(limit)s photos make one CV.") % {"limit": params["limit_photos"]}
    return _("The file is too large: at most %(limit)s MB are read.") % {"limit": megabytes}


def _unsupported(kind: str) -> str:
    if kind == "program":
        return _("The file is a program, not a document, whatever its name says.")
    if kind == "archive":
        return _("The file is an archive without a document in it.")
    return _("Files of this kind are not read. Please send PDF, DOCX, DOC, ODT, RTF, HTML, TXT, or a photo as JPEG or PNG.")


def _no_text(params: Mapping[str, Any]) -> str:
    if params.get("needs"):
        return _(
            "The file is a photo or a scan. To read text in pictures, this server needs the system packages %(packages)s."
        ) % {"packages": params["needs"]}
    if params.get("recognised") or params.get("image"):
        return _("No text could be made out in the picture. Please take it again in better light, straight from above.")
    return _("The file holds no text.")


def flag_message(code: str, params: Mapping[str, Any]) -> str:
    """What a reviewer should know: one sentence. Unknown codes answer with themselves."""
    if code == "hidden_text":
        count = int(params.get("characters", 0))
        return ngettext(
            "%(count)s character that a reader cannot see was left out.",
            "%(count)s characters that a reader cannot see were left out.",
            count,
        ) % {"count": count}
    if code == "capped":
        return _capped(params)
    if code == "type_mismatch":
        return _("The name says %(claimed)s, the content is %(found)s.") % {
            "claimed": str(params.get("claimed", "")).upper(),
            "found": str(params.get("found", "")).upper(),
        }
    messages = {
        "prompt_injection": _("The text speaks to a machine that might judge it. It was treated as text and counts for nothing."),
        "active_content": _("The file contains scripts or embedded objects. None of them was run."),
        "mixed_scripts": _("Some words mix letters of different alphabets."),
        "low_quality_scan": _("The scan is hard to read, so there may be mistakes."),
        "duplicate": _("The same CV was received before."),
    }
    return messages.get(code, code)


def _capped(params: Mapping[str, Any]) -> str:
    if "pages" in params:
        return _("Only the first %(limit)s of %(pages)s pages were read.") % {
            "limit": params.get("limit_pages"),
            "pages": params["pages"],
        }
    return _("The text is very long. Only its first part was read.")


def reread_sentence(params: Mapping[str, Any]) -> str:
    """What reading a CV again changed: "2 skills more, experience 14 → 26 months"."""
    parts = []
    if found := int(params.get("skills_found") or 0):
        parts.append(ngettext("%(n)s skill more", "%(n)s skills more", found) % {"n": found})
    if gone := int(params.get("skills_gone") or 0):
        parts.append(ngettext("%(n)s skill fewer", "%(n)s skills fewer", gone) % {"n": gone})
    before, now = int(params.get("months_before") or 0), int(params.get("months_now") or 0)
    if before != now:
        parts.append(_("experience %(before)s → %(now)s months") % {"before": before, "now": now})
    return ", ".join(parts) or _("nothing changed")
