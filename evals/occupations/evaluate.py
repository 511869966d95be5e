"""Measures the classifier and the title encoder beside TF-IDF and BM25; writes evals/reports and a page of docs/.

python evals/occupations/evaluate.py --data DIR --gold DIR [--most N] [--only PARTS] [--model FILE] [--out FILE]

--data: what train.py reads, and `bench/`, `resumes/`, `jobs_id/` to measure by; --gold: adverts.jsonl and adverts/.
What is absent is named and left out. `--only "calibration; resumes"` measures these parts and keeps the others of the
report at --out, each with the model it was measured with.
"""

import argparse
import json
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from baselines import bm25_likeness, svm_from, svm_in_folds, tfidf_likeness, words_and_pairs
from faithful import removals, title_changes, turnable
from gold import FAMILY_OF, Advert, gold_adverts, resumes, silver_adverts
from page import write_page
from scores import calibration_error, f1_by_class, macro, mean_average_precision, reciprocal
from sources import ESCO, ONET, is_held, rows, vacancies
from train import ROOT, SEED, made_up

from tepat.adapters.knowledge import load_knowledge, read_model
from tepat.domain.knowledge import Knowledge
from tepat.domain.occupations.classify import identify
from tepat.domain.occupations.likeness import likeness

REPORT = ROOT / "evals/reports/occupations.json"
FOLDS = 5
Figures = dict[str, Any]


def measure_resumes(data: Path, knowledge: Knowledge, most: int) -> Figures:
    """English IT résumés → nine families."""
    texts, families = zip(*resumes(data, most), strict=True)
    said = []
    for text in texts:
        found = identify(text, "cv", knowledge)
        said.append(FAMILY_OF.get(found[0].id, "other") if found else "other")
    trained = svm_in_folds(list(texts), list(families))
    roles = role_texts(knowledge)
    asked = {"tepat": said, "TF-IDF SVM trained on the other folds": trained}
    for name, alike in (("BM25 to what we say of roles", bm25_likeness), ("TF-IDF to what we say of roles", tfidf_likeness)):
        near = alike(list(texts), list(roles.values())).argmax(axis=1)
        asked[name] = [FAMILY_OF.get(list(roles)[i], "other") for i in near]
    return {"texts": len(texts), **{name: scored(families, answers) for name, answers in asked.items()}}


def scored(true: Any, said: Any, fewest: int = 1) -> Figures:
    by_class = f1_by_class(true, said, fewest)
    right = float(np.mean([a == b for a, b in zip(true, said, strict=True)]))
    return {
        "macro F1": round(macro(by_class), 3),
        "accuracy": round(right, 3),
        "F1": {k: round(v, 3) for k, v in by_class.items()},
    }


def role_texts(knowledge: Knowledge) -> dict[str, str]:
    """What the knowledge files say of each public role, as one text."""
    told: dict[str, list[str]] = {}
    for occupation in knowledge.occupations.values():
        said = [*occupation.aliases, *(p.replace("*", "").replace("~", " ") for p, _ in occupation.signals)]
        said += [text for duty in occupation.duties for text in (duty.text_id, duty.text_en)]
        told.setdefault(occupation.printed_as, []).extend(said)
    return {role: " ".join(said) for role, said in told.items()}


def measure_titles(data: Path, knowledge: Knowledge) -> Figures:
    """Titles that workers reported to O*NET → its occupations, by the names of these alone."""
    named = {row["O*NET-SOC Code"]: row["Title"] for row in rows(data / f"{ONET}/Occupation_Data.txt.gz")}
    places = {code: at for at, code in enumerate(named)}
    wanted: dict[str, set[int]] = {}
    for row in rows(data / f"{ONET}/Sample_of_Reported_Titles.txt.gz"):
        wanted.setdefault(row["Reported Job Title"], set()).add(places[row["O*NET-SOC Code"]])
    found: Figures = {"queries": len(wanted), "corpus": len(named)}
    for name, alike in likenesses(knowledge).items():
        found[name] = {"MAP": round(mean_average_precision(alike(list(wanted), list(named.values())), list(wanted.values())), 3)}
    return found


def likenesses(knowledge: Knowledge) -> dict[str, Callable[[list[str], list[str]], np.ndarray]]:
    def ours(queries: list[str], corpus: list[str]) -> np.ndarray:
        return np.stack(list(likeness(queries, corpus, model=knowledge.model)))

    def spelled(queries: list[str], corpus: list[str]) -> np.ndarray:
        return np.stack(list(likeness(queries, corpus)))

    return {"tepat": ours, "tepat without the model": spelled, "BM25": bm25_likeness, "TF-IDF": tfidf_likeness}


def measure_vacancies(data: Path, knowledge: Knowledge, most: int) -> Figures:
    """Vacancy title of the half held out → ESCO occupation, by its preferred label alone and by the best of all its labels."""
    occupations = list(rows(data / f"{ESCO}/occupations_en.csv.gz", ","))
    place = {row["conceptUri"]: at for at, row in enumerate(occupations)}
    held = [(title, uri) for title, uri in vacancies(data) if is_held(title)]
    pairs = [(title, place[uri]) for title, uri in held if uri in place]
    absent = len(held) - len(pairs)
    pairs = pairs if len(pairs) <= most else Random(SEED).sample(pairs, most)
    titles, wanted = [t for t, _ in pairs], [at for _, at in pairs]
    labels, begins = [], []
    for row in occupations:
        begins.append(len(labels))
        labels.extend(dict.fromkeys(x for x in (row["preferredLabel"], *row["altLabels"].split("\n")) if x.strip()))
    found: Figures = {"queries": len(titles), "corpus": len(occupations), "without their occupation in this ESCO": absent}
    for name, alike in likenesses(knowledge).items():
        best = np.concatenate([np.maximum.reduceat(alike(part, labels), begins, axis=1) for part in parts_of(titles, 500)])
        alone = alike(titles, [row["preferredLabel"] for row in occupations])
        (mrr, ten), (mrr_alone, ten_alone) = reciprocal(best, wanted), reciprocal(alone, wanted)
        found[name] = {
            "MRR": round(mrr, 3),
            "R@10": round(ten, 3),
            "MRR, preferred label alone": round(mrr_alone, 3),
            "R@10, same": round(ten_alone, 3),
        }
    return found


def parts_of(items: list[str], size: int) -> Iterator[list[str]]:
    for at in range(0, len(items), size):
        yield items[at : at + size]


def measure_duties(gold: list[Advert], silver: list[Advert], data: Path, knowledge: Knowledge) -> Figures:
    """Adverts → the role of their duties, over roles with three adverts or more."""
    texts = made_up(data, knowledge, SEED, 3000)
    works, roles = [advert.work for advert in gold], [advert.role for advert in gold]
    told = role_texts(knowledge)
    near = bm25_likeness(works, list(told.values())).argmax(axis=1)
    asked = {
        "tepat": [advert.said for advert in gold],
        "TF-IDF SVM trained on our own texts": svm_from([t.text for t in texts], [t.role for t in texts], works),
        "BM25 to what we say of roles": [list(told)[i] for i in near],
    }
    if silver:
        asked["TF-IDF SVM trained on adverts without licence"] = svm_from(
            [a.work for a in silver], [a.role for a in silver], works
        )
    warned = {v: verdicts(gold, v) for v in ("mismatch", "two_roles")}
    return {"adverts": len(gold), **{name: scored(roles, said, 3) for name, said in asked.items()}, "warnings": warned}


def verdicts(gold: list[Advert], verdict: str) -> Figures:
    true, said = [a.verdict == verdict for a in gold], [a.clarity == verdict for a in gold]
    both = sum(t and s for t, s in zip(true, said, strict=True))
    return {"right": both, "said": sum(said), "true": sum(true)}


def measure_calibration(adverts: list[Advert]) -> Figures:
    """Top share against being right: as shipped, and with power and odds fitted on the other folds (Platt scaling)."""
    right = np.array([a.said == a.role for a in adverts], dtype=float)
    sure = np.clip([a.share for a in adverts], 1e-4, 1 - 1e-4)
    order, folded = np.array(Random(0).sample(range(len(adverts)), len(adverts))), np.zeros(len(adverts))
    for fold in range(FOLDS):
        inside = order[fold::FOLDS]
        others = np.setdiff1d(np.arange(len(adverts)), inside)
        folded[inside] = scaled(sure[inside], *fitted(sure[others], right[others]))
    return {
        "adverts": len(adverts),
        "accuracy": round(float(right.mean()), 3),
        "as shipped": round(calibration_error(sure, right), 3),
        "scaled out of fold": round(calibration_error(folded, right), 3),
    }


def scaled(sure: np.ndarray, power: float, odds: float) -> np.ndarray:
    return 1 / (1 + np.exp(-power * np.log(sure / (1 - sure)) - np.log(odds)))


def fitted(sure: np.ndarray, right: np.ndarray) -> tuple[float, float]:
    """Power and odds under which what was seen is likeliest."""
    asked = [(power, odds) for power in np.arange(0.5, 1.6, 0.1) for odds in np.arange(0.4, 3.6, 0.2)]

    def surprise(scale: tuple[float, float]) -> float:
        share = scaled(sure, *scale)
        return -float(np.log(np.where(right == 1, share, 1 - share)).mean())

    return min(asked, key=surprise)


def measure_citing(adverts: list[Advert], knowledge: Knowledge) -> Figures:
    """Do the cited sentences decide? And could any others do so better?"""
    return {**removals(adverts, knowledge), **turnable(adverts, knowledge)}


def measure_speed(texts: list[str], kind: Any, knowledge: Knowledge) -> Figures:
    """Milliseconds of processor time for one text, without reading the file."""
    for text in texts[:5]:
        identify(text, kind, knowledge)
    spent, beside = [], []
    for text in texts:
        began = time.process_time()
        identify(text, kind, knowledge)
        read = time.process_time()
        words_and_pairs(text)
        spent.append((read - began) * 1000)
        beside.append((time.process_time() - read) * 1000)
    return {
        "texts": len(texts),
        "median ms": round(statistics.median(spent), 2),
        "median ms of splitting the text alone, as TF-IDF does": round(statistics.median(beside), 2),
        "p95 ms": round(float(np.percentile(spent, 95)), 2),
        "median characters": int(statistics.median(map(len, texts))),
    }


def kept_report(path: Path) -> Figures:
    """The parts of an earlier report, each with the model it was measured with."""
    earlier = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    model = str(earlier.get("model"))[:12]
    return {name: {"measured with model": model} | part for name, part in earlier.items() if isinstance(part, dict)}


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--data", type=Path, required=True)
    asked.add_argument("--gold", type=Path, required=True)
    asked.add_argument("--most", type=int, default=10**9, help="at most this many résumés and vacancies")
    asked.add_argument("--only", default="", help="parts to measure, parted by semicolons; the others are kept")
    asked.add_argument("--model", type=Path, help="another model than the shipped one")
    asked.add_argument("--out", type=Path, default=REPORT)
    chosen = asked.parse_args()
    knowledge = load_knowledge()
    if chosen.model:
        knowledge = replace(knowledge, model=read_model(chosen.model))
    report: Figures = {"model": knowledge.model.digest if knowledge.model else None, "knowledge": knowledge.version}
    data, gold, silver = chosen.data, [], []
    if (chosen.gold / "adverts.jsonl").is_file():
        gold = gold_adverts(chosen.gold, knowledge)
    if (data / "jobs_id").is_dir() and (not chosen.only or "calibration" in chosen.only or "duties" in chosen.only):
        silver = silver_adverts(data, knowledge)
    steps: dict[str, tuple[bool, Callable[[], Figures]]] = {
        "duties of adverts": (bool(gold), lambda: measure_duties(gold, silver, data, knowledge)),
        "calibration": (len(silver) >= 600, lambda: measure_calibration(silver)),
        "title changed": (bool(gold), lambda: dict(zip(("stayed", "readings"), title_changes(gold, knowledge), strict=True))),
        "sentences removed": (bool(gold), lambda: measure_citing([a for a in gold if a.said == a.role], knowledge)),
        "speed, adverts": (bool(gold), lambda: measure_speed([a.text for a in gold], "posting", knowledge)),
        "reported titles": ((data / ONET).is_dir(), lambda: measure_titles(data, knowledge)),
        "vacancy titles": ((data / "bench").is_dir(), lambda: measure_vacancies(data, knowledge, chosen.most)),
        "speed, CVs": ((data / "resumes").is_dir(), lambda: measure_speed([t for t, _ in resumes(data, 200)], "cv", knowledge)),
        "resumes": ((data / "resumes").is_dir(), lambda: measure_resumes(data, knowledge, chosen.most)),
    }
    earlier, only = kept_report(chosen.out), {part.strip() for part in chosen.only.split(";") if part.strip()}
    for name, (there, measure) in steps.items():
        if only and name not in only:
            report[name] = earlier.get(name, "not measured")
            continue
        report[name] = measure() if there else "not measured: its data is not there"
        print(name, json.dumps(report[name]), flush=True)
    chosen.out.write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    if chosen.out == REPORT:
        write_page(report, ROOT / "docs/occupations-measured.md")


if __name__ == "__main__":
    main()
