"""How much of what people write the skill vocabulary knows: share of mentions and of distinct terms, and which it does not.

python evals/vocabulary.py FILE…   each a list with one mention per line, such as the skills that adverts list
"""

import sys
from collections import Counter
from pathlib import Path

from tepat.adapters.knowledge import load_knowledge


def main() -> None:
    index = load_knowledge().skill_index
    for path in map(Path, sys.argv[1:]):
        counts = Counter(line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
        known = {term for term in counts if index.find(f"- {term}\n")}
        mentions, found = counts.total(), sum(counts[term] for term in known)
        print(f"{path.name}: mentions {found}/{mentions} = {found / mentions:.3f}, distinct {len(known)}/{len(counts)}")
        print("  unknown:", ", ".join(term for term, _ in counts.most_common() if term not in known)[:600])


if __name__ == "__main__":
    main()
