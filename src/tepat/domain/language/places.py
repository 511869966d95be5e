"""Places of Indonesia, as written by people."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Place:
    """A province, regency or city, with the code of the Ministry of Home Affairs ("32.73").

    `name` stands without "Kota" or "Kabupaten".
    """

    code: str
    name: str
    kind: Literal["province", "city", "regency"]
    region: str
    aliases: tuple[str, ...] = ()
