"""How well duties tell the role: accuracy and time on evals/data/duties.tsv, or on a file of the same form given as argument.

python evals/duties.py [FILE.tsv]
"""

import statistics
import sys
import time
from collections import Counter
from pathlib import Path

from tepat.adapters.knowledge import load_knowledge
from tepat.domain.occupations.classify import classifier_of, classify_posting

OWN = Path(__file__).parent / "data" / "duties.tsv"


def main() -> None:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else OWN
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    rows = [tuple(line.split("\t", 1)) for line in lines[1:]]
    knowledge = load_knowledge()
    classifier_of(knowledge)
    right, seconds, wrong, sure = 0, [], Counter(), []
    for role, duties in rows:
        began = time.process_time()
        answer = classify_posting("", duties, knowledge=knowledge)[1]
        seconds.append(time.process_time() - began)
        said = answer[0].id if answer else "none"
        right += said == role
        sure.append(answer[0].score if answer else 0.0)
        wrong.update([(role, said)] if said != role else [])
    print(f"accuracy {right / len(rows):.3f} ({right}/{len(rows)}), mean share of the first {statistics.mean(sure):.2f}")
    print(f"time {statistics.median(seconds) * 1000:.1f} ms median, {max(seconds) * 1000:.1f} ms longest")
    for (role, said), count in wrong.most_common():
        print(f"  {role} read as {said}: {count}")


if __name__ == "__main__":
    main()
