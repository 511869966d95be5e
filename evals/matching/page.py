"""The report as a page of the documentation: every figure asked beside the figure reached."""

from typing import Any

HEAD = """# Matching, measured

Written by `tepat bench matching` on {day}. Every figure comes from that one run; the same figures as JSON stand in
`evals/reports/matching.json`. {data}

| what | reached | asked |
|---|---|---|
"""
JUDGED = """The order was measured on {adverts} adverts and {judged} pairs that two people judged, in a folder outside the project
(`--data`)."""
DRAWN = """The order was measured on {adverts} adverts of our own and {judged} pairs with drawn people, graded by the truth of the
generator: this flatters whoever finds roles. Judged pairs are measured with `--data`."""
TAIL = """
BM25 is bm25s (MIT) and the cosine of TF-IDF is scikit-learn's (BSD), both on the whole texts of the same adverts and CVs in the
same run. "Tuned on the other adverts": of {choices} settings the best on all adverts but one was chosen and measured on that one.

- *Twins* are drawn CVs in which name, mail, campus, sex, age, religion, family and street are others. Compared are score,
  nearness of work, ties, and every verdict.
- *Stuffed twins* repeat their skills, paste the advert or its keywords, or hide them in white. A short list of skills somebody
  does not have is a lie that no program sees; it counts less than work, and the quote shows that it is a list.
- *Sentences to a machine* stand at the end, among the duties or under the skills.
- *New weights* are put to the kept verdicts of all applicants, sorted, and each is told why it stands above the next; against
  opening and matching every CV anew, CPU time, rounds in turn, medians.
- *Computed again* means: from what the database keeps, in two processes with different hash seeds, compared byte by byte.
"""


def write_page(report: dict[str, Any], day: str) -> str:
    order, free = report["order"], report["leave_one_out"]
    words = (JUDGED if report["judged"] else DRAWN).format(**order)
    rows = [
        ("nDCG@10, Tepat", order["tepat"]["ndcg10"], f"≥ {order['least']['ndcg10']}"),
        ("nDCG@10, BM25 · TF-IDF", f"{order['bm25']['ndcg10']} · {order['tfidf']['ndcg10']}", ""),
        ("pairs in the right order, Tepat", order["tepat"]["pairs"], f"≥ {order['least']['pairs']}"),
        ("pairs in the right order, BM25 · TF-IDF", f"{order['bm25']['pairs']} · {order['tfidf']['pairs']}", ""),
        ("the same with numbers tuned on the other adverts only", f"{free['ndcg10']} · {free['pairs']}", ""),
        ("faults in quotes and explanations", f"{order['faults']} of {order['quotes']:,} quotes", "0"),
        *_proofs(report),
    ]
    table = "\n".join(f"| {what} | {reached} | {asked} |" for what, reached, asked in rows)
    return HEAD.format(day=day, data=words) + table + "\n" + TAIL.format(choices=free["choices"])


def _proofs(report: dict[str, Any]) -> list[tuple[str, str, str]]:
    twins, stuffed, told = report["twins"], report["stuffed"], report["injections"]
    speed, again = report["weighing"], report["again"]
    changed = sum(told["changed"].values())
    people = f"{speed['applicants']:,} applicants × {speed['requirements']}"
    return [
        (f"twins that differ, of {twins['twins']:,} × {twins['adverts']} adverts", str(twins["differ"]), "0"),
        (f"stuffed twins that rank higher, of {stuffed['twins']:,}", str(stuffed["gained"]), "0"),
        (
            f"sentences to a machine that change anything, of {told['sentences']} × {told['languages']} languages",
            str(changed),
            "0",
        ),
        (f"new weights against matching anew, {people}", f"1/{1 / speed['ratio']:.0f}", "≤ 1/10"),
        ("computed again, the same to the bit", f"{again['same']:,} of {again['matches']:,}", "all"),
    ]
