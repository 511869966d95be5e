"""A POST that arrives twice does its work once: the second is led to where the first went."""

from collections.abc import Callable

from django.db import IntegrityError, transaction

from tepat.models import SpentKey


def once(owner: str, key: str, do: Callable[[], str]) -> str:
    """Where the first request with this key led; `do` works and answers with a path, in the same transaction as the key.

    An empty key means that the form carried none: `do` is simply called.
    """
    if not key:
        return do()
    if spent := SpentKey.objects.filter(owner=owner, key=key[:64]).values_list("answer_path", flat=True).first():
        return spent
    try:
        with transaction.atomic():
            row = SpentKey.objects.create(owner=owner, key=key[:64], answer_path="/")
            row.answer_path = do()
            row.save(update_fields=["answer_path"])
            return row.answer_path
    except IntegrityError:
        answer = SpentKey.objects.filter(owner=owner, key=key[:64]).values_list("answer_path", flat=True).first()
        if answer is None:
            raise
        return answer
