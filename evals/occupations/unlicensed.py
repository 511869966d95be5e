"""Texts that may not be passed on, as texts to learn from: only to know what leaving them out costs.

python evals/occupations/unlicensed.py --data DIR --out FILE.jsonl
python evals/occupations/unlicensed.py --data DIR --gold DIR --model MODEL

The first writes the adverts whose title names a role surely and every other résumé; `train.py --adverts FILE.jsonl --out MODEL`
learns from them. The second measures that model and the shipped one by the other résumés and by adverts that people have read.
"""

import argparse
import json
from dataclasses import replace
from pathlib import Path

from generate import Written
from gold import FAMILY_OF, gold_adverts, lines_of, resumes, silver_adverts
from scores import f1_by_class, macro

from tepat.adapters.knowledge import load_knowledge, read_model
from tepat.domain.occupations.classify import identify

ROLE_OF = {
    "helpdesk": "it-helpdesk",
    "it_support": "it-support",
    "computer_technician": "computer-technician",
    "network": "network-engineer",
    "sysadmin": "system-administrator",
    "dba": "database-administrator",
    "security": "security-specialist",
    "project_manager": "project-manager",
    "developer": "software-developer",
}


def read_adverts(path: Path) -> list[Written]:
    """JSON Lines of `text` (of an advert: duties and demands), `role` and `kind`."""
    return [Written(row["text"], row["role"], row.get("kind", "posting")) for row in lines_of(path)]


def write_texts(data: Path, out: Path) -> None:
    adverts = silver_adverts(data, load_knowledge())
    texts = [Written(advert.work, advert.role, "posting") for advert in adverts]
    texts += [Written(text, ROLE_OF[family], "cv") for text, family in resumes(data, 10**9)[1::2]]
    lines = (json.dumps({"text": t.text, "role": t.role, "kind": t.kind}, ensure_ascii=False) for t in texts)
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(adverts)} adverts, {len(texts) - len(adverts)} résumés")


def compare(data: Path, gold: Path, model: Path) -> None:
    shipped = load_knowledge()
    for name, knowledge in (("as shipped", shipped), ("with them", replace(shipped, model=read_model(model)))):
        adverts = gold_adverts(gold, knowledge)
        duties = f1_by_class([a.role for a in adverts], [a.said for a in adverts], 3)
        texts, families = zip(*resumes(data, 10**9)[0::2], strict=True)
        found = [identify(text, "cv", knowledge) for text in texts]
        work = f1_by_class(families, [FAMILY_OF.get(f[0].id, "other") if f else "other" for f in found])
        figures = ", ".join(f"{role} {f1:.3f}" for role, f1 in (duties | work).items())
        print(f"{name}: duties {macro(duties):.3f}, résumés {macro(work):.3f}; {figures}")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--data", type=Path, required=True)
    asked.add_argument("--out", type=Path)
    asked.add_argument("--gold", type=Path)
    asked.add_argument("--model", type=Path)
    chosen = asked.parse_args()
    if chosen.out:
        write_texts(chosen.data, chosen.out)
    if chosen.gold and chosen.model:
        compare(chosen.data, chosen.gold, chosen.model)


if __name__ == "__main__":
    main()
