"""How adverts state limits that are not about the work. Patterns read the plain, lower-case text (see spelling.py)."""

from tepat.domain.postings.limits_age import AGE
from tepat.domain.postings.limits_belonging import BELONGING
from tepat.domain.postings.limits_body import BODY
from tepat.domain.postings.limits_frames import FRAMES
from tepat.domain.postings.limits_sex import SEX
from tepat.domain.postings.wordings import Row

LIMITS: tuple[Row, ...] = (*AGE, *SEX, *BODY, *BELONGING, *FRAMES)
