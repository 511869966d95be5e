"""Every field says what it is and whether it is personal; the data model page is generated from that."""

from pathlib import Path

from django.apps import apps

from tepat.management.data_model import data_model_page

ROOT = Path(__file__).parents[2]
MODELS = [m for m in apps.get_app_config("tepat").get_models() if m.__module__.startswith("tepat.") and not m._meta.auto_created]


def own_fields(model):
    return [f for f in model._meta.get_fields() if getattr(f, "column", None) and not f.auto_created and f.model is model]


def test_every_field_has_help_text():
    inherited = {"password", "last_login", "is_superuser"}
    assert [f"{m.__name__}.{f.name}" for m in MODELS for f in own_fields(m) if not f.help_text and f.name not in inherited] == []


def test_every_model_says_which_fields_are_personal():
    assert [m.__name__ for m in MODELS if not isinstance(m.__dict__.get("personal_fields"), frozenset)] == []


def test_personal_fields_exist():
    unknown = {
        f"{m.__name__}.{name}" for m in MODELS for name in m.personal_fields if name not in {f.name for f in m._meta.get_fields()}
    }
    assert unknown == set()


def test_what_sounds_personal_is_marked():
    """A new column called email, phone or text of a person cannot slip in unmarked."""
    telling = {"email", "phone", "expected_salary_idr_month", "to_address", "document", "words"}
    unmarked = [
        f"{m.__name__}.{f.name}" for m in MODELS for f in own_fields(m) if f.name in telling and f.name not in m.personal_fields
    ]
    assert unmarked == []


def test_the_data_model_page_is_current():
    assert (ROOT / "docs" / "data-model.md").read_text() == data_model_page()


def test_everything_with_an_owner_has_one_door():
    """Whoever reads rows of people or organizations asks `visible_to`."""
    without = [
        m.__name__
        for m in MODELS
        if m.personal_fields and not hasattr(m.objects, "visible_to") and not hasattr(m.objects.all(), "visible_to")
    ]
    assert sorted(without) == ["Account", "Message", "PostingReport"]
