#!/usr/bin/env python3
"""Trains UDPipe's model on UD English EWT with the trainer that comes with the package.

    train_udpipe.py TRAIN.conllu.gz DEV.conllu.gz MODEL

The settings are those that UDPipe's authors chose for this treebank (training/models-ud-2.0 in its repository),
with fewer passes so that one core is done in about a quarter of an hour; what differs is marked below. Progress
goes to standard error.
"""

import gzip
import json
import pathlib
import sys
import time

TOKENIZER = {
    "dimension": 64,
    "epochs": 6,  # theirs: 100
    "initialization_range": 0.1,
    "batch_size": 100,
    "learning_rate": 0.005,
    "dropout": 0.1,
    "early_stopping": 1,
}
TAGGER = {
    "models": 2, "iterations_1": 2, "iterations_2": 2,  # theirs: 20 each
    "templates_1": "tagger", "guesser_suffix_rules_1": 12, "guesser_enrich_dictionary_1": 6,
    "guesser_prefixes_max_1": 0, "use_lemma_1": 1, "use_xpostag_1": 1, "use_feats_1": 1, "provide_lemma_1": 0,
    "provide_xpostag_1": 1, "provide_feats_1": 1, "prune_features_1": 0,
    "templates_2": "lemmatizer", "guesser_suffix_rules_2": 6, "guesser_enrich_dictionary_2": 6,
    "guesser_prefixes_max_2": 4, "use_lemma_2": 1, "use_xpostag_2": 0, "use_feats_2": 0, "provide_lemma_2": 1,
    "provide_xpostag_2": 0, "provide_feats_2": 0, "prune_features_2": 0,
}
PARSER = {
    "iterations": 2,  # theirs: 30, from word2vec vectors of the same text
    "embedding_upostag": 20, "embedding_feats": 20, "embedding_xpostag": 0, "embedding_form": 50,
    "embedding_lemma": 0, "embedding_deprel": 20,
    "learning_rate": 0.01,
    "learning_rate_final": 0.001,
    "l2": 0.5,
    "hidden_layer": 200,
    "batch_size": 10,
    "transition_system": "projective",
    "transition_oracle": "dynamic",
    "structured_interval": 8,
}


def options(settings):
    return ";".join(f"{key}={value}" for key, value in settings.items())


SETTINGS = {"tokenizer": options(TOKENIZER), "tagger": options(TAGGER), "parser": options(PARSER)}


def sentences(path):
    """The sentences of a gzipped CoNLL-U file, as UDPipe holds them."""
    from ufal import udpipe

    reader = udpipe.InputFormat.newConlluInputFormat()
    with gzip.open(path, "rt", encoding="utf-8") as file:
        reader.setText(file.read())
    found, error = udpipe.Sentences(), udpipe.ProcessingError()
    sentence = udpipe.Sentence()
    while reader.nextSentence(sentence, error):
        found.append(sentence)
        sentence = udpipe.Sentence()
    if error.occurred():
        sys.exit(f"train_udpipe.py: {path}: {error.message}")
    return found


def train(train_path, dev_path, model):
    from ufal import udpipe

    began, error = time.process_time(), udpipe.ProcessingError()
    trained = udpipe.Trainer.train(
        "morphodita_parsito", sentences(train_path), sentences(dev_path), SETTINGS["tokenizer"], SETTINGS["tagger"],
        SETTINGS["parser"], error)
    if error.occurred():
        sys.exit(f"train_udpipe.py: {error.message}")
    seconds = round(time.process_time() - began)
    model = pathlib.Path(model)
    model.parent.mkdir(parents=True, exist_ok=True)
    model.write_bytes(trained)
    # Says what the model was trained with; compare.py trains anew where that is not SETTINGS.
    model.with_suffix(".json").write_text(json.dumps({"settings": SETTINGS, "seconds": seconds}, indent=1) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        print(__doc__, file=sys.stderr)
        sys.exit(64)
    train(*sys.argv[1:])
