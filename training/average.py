"""Averages the weights of several epochs, which reads better than the best of them (Wortsman et al. 2022).

`python training/average.py training/out 6:2 8:1 10:2` writes `average.pt` from `average-6.pt`, `average-8.pt`, `average-10.pt`, weighted.
"""

import pathlib
import sys

import torch

folder = pathlib.Path(sys.argv[1])
parts = [(torch.load(folder / f"average-{epoch}.pt", map_location="cpu"), float(weight)) for epoch, weight in (a.split(":") for a in sys.argv[2:])]
out = {}
for name in parts[-1][0]:
    # A head that the first cycle did not have is averaged over the others.
    have = [(tensors[name], weight) for tensors, weight in parts if name in tensors]
    out[name] = sum(tensor * weight for tensor, weight in have) / sum(weight for _, weight in have)
torch.save(out, folder / "average.pt")
