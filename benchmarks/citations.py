"""Every cite of the briefs on the example world, cut out of its article: is the sentence gone?

    python -m benchmarks.citations [HOW_MANY_PER_BRIEF]

Reads and judges the world again for each, so that all of them take several minutes. Prints the
sentences that came back; exit status 1 if there is any.
"""

from __future__ import annotations

import random
import sys

from tests.briefing.test_deletion import PERIODS, gone, written


def main(arguments: list[str]) -> int:
    """Try all cites, or a sample of each brief drawn with a fixed seed."""
    tried = back = 0
    for number in range(len(PERIODS)):
        jobs = [(s, at) for s in written(number).sentences for at in range(len(s.cites))]
        if arguments:
            random.Random(number).shuffle(jobs)
            jobs = jobs[: int(arguments[0])]
        for sentence, at in jobs:
            tried += 1
            if not gone(number, sentence, at):
                back += 1
                print(f"{sentence.section}: {sentence.text[:200]} | {sentence.cites[at]}")
    print(f"{tried} cites cut out, {back} sentences came back")
    return 1 if back else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
