"""Times the analysis of texts that no article should be, at one length and at twice that: the ratio tells whether time is linear.

    python3 scripts/hostile.py PROGRAM

Prints, for each kind of text, bytes, seconds at both lengths, and the ratio less start-up (2 is linear). A crash or a run of over
a minute is said and makes the status 1. Nothing is asserted about speed: other work on the machine slows a run down.
"""

import pathlib
import subprocess
import sys
import tempfile
import time

NEWS = "The minister said on Monday that her country would not sign the treaty, which Russia and China support. "
#: What is repeated, and how often at the shorter length.
TEXTS = {
    "news": (NEWS, 200),
    "one sentence": ("and the minister of the country said that it would leave ", 500),
    "one word": ("treaty", 2_000),
    "newlines": ("\n", 1_000_000),
    "brackets": ("[", 10_000),
    "pairs of brackets": ("(a ", 4_000),
    "quotation marks": ("“", 10_000),
    "straight quotation marks": ("\" ", 10_000),
    "pairs of single marks": ("‘a’ ", 4_000),
    "he said": ("He said it. ", 2_000),
    "reports": ("according to Smith the war ended, ", 300),
    "pronouns": ("he and she, ", 1_000),
    "the country": ("The country said it. Its government left. ", 800),
    "one name": ("Vladimir Putin ", 2_000),
    "surnames": ("Smith said. ", 2_000),
    "another script": ("Министр сказал, что страна не подпишет договор. ", 400),
    "no blanks": ("大臣は条約に署名しないと述べた。", 500),
    "right to left": ("قال الوزير إن بلاده لن توقع المعاهدة. ", 400),
    "marks without width": ("Vla\u200bdimir\u200f Pu\u2060tin said no. ", 500),
    "emoji": ("🇺🇦👩‍👩‍👧‍👦☃️ ", 1_000),
    "combining marks": ("e" + "\u0301" * 50 + " ", 500),
    "commas": (", ", 5_000),
}


def seconds(program, path):
    begin = time.perf_counter()
    run = subprocess.run([program, "annotate", "--format", "json", path], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=60)
    return time.perf_counter() - begin, run


def main():
    if len(sys.argv) != 2:
        print(__doc__.strip(), file=sys.stderr)
        return 64
    program, status = sys.argv[1], 0
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "text.txt"
        path.write_text("One word.\n", encoding="utf-8")
        start = min(seconds(program, path)[0] for _ in range(3))
        print(f"{'text':<28}{'bytes':>10}{'seconds':>9}{'twice':>9}{'ratio':>7}   (start-up {start:.2f} s)")
        for name, (part, count) in TEXTS.items():
            times = []
            for length in (count, 2 * count):
                path.write_text(part * length, encoding="utf-8")
                try:
                    took, run = seconds(program, path)
                except subprocess.TimeoutExpired:
                    took, run = 60.0, None
                if run is None or run.returncode not in (0, 65):
                    status = 1
                    why = "over a minute" if run is None else f"status {run.returncode}: {run.stderr.decode(errors='replace')[:200]}"
                    print(f"{name}: {why}")
                times.append(took)
            ratio = max(0.0, times[1] - start) / max(0.005, times[0] - start)
            print(f"{name:<28}{len((part * count).encode()):>10}{times[0]:>9.2f}{times[1]:>9.2f}{ratio:>7.1f}", flush=True)
    return status


if __name__ == "__main__":
    sys.exit(main())
