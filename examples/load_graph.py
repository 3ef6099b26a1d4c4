#!/usr/bin/env python3
"""Reads articles with stancegraph and loads the result into networkx and pandas: load_graph.py ARTICLES…

Needs `stancegraph` on PATH (or its path in STANCEGRAPH), and `pip install networkx pandas`.
Prints whose positions are most, which issues divide, and the sentences behind the first of them.
"""
import io
import json
import os
import subprocess
import sys

import networkx as nx
import pandas as pd

PROGRAM = os.environ.get("STANCEGRAPH", "stancegraph")


def export(articles, file_format, *options):
    """What `stancegraph export` writes for these articles, as text."""
    command = [PROGRAM, "export", *articles, "--format", file_format, *options]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def main(articles):
    # The graph: a directed multigraph, an edge for each statement.
    graph = nx.node_link_graph(json.loads(export(articles, "nodelink")), edges="edges")
    print(f"{graph.number_of_nodes()} nodes, {graph.number_of_edges()} edges")

    # The statements as a table: one row each, with the sentence behind it.
    command = [PROGRAM, "statements", *articles, "--format", "csv"]
    table = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    statements = pd.read_csv(io.StringIO(table), keep_default_na=False)
    print(statements["holder"].value_counts().head(5).to_string())

    # Issues on which there are both sides.
    sides = statements.pivot_table(index="target", columns="polarity", values="id", aggfunc="count", fill_value=0)
    if {"support", "oppose"} <= set(sides.columns):
        divided = sides[(sides["support"] > 0) & (sides["oppose"] > 0)]
        for target in divided.sum(axis=1).sort_values(ascending=False).index[:3]:
            print(f"\n{graph.nodes[target]['label'] if target in graph else target}")
            for row in statements[statements["target"] == target].head(4).itertuples():
                print(f"  {row.holder} {row.polarity}s: “{row.evidence}” ({row.document})")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1:])
