"""UDPipe 1 with the model that train_udpipe.py makes."""

from ufal import udpipe

from common import Fault


class UDPipe:
    stages = "tokens, sentences, tags, features, lemmas, parse (UD); no names; CoNLL-U in memory"
    columns = ("Tokens", "Words", "Sentences", "UPOS", "Lemmas", "UAS", "LAS")

    def __init__(self, model):
        self.model = udpipe.Model.load(str(model))
        if not self.model:
            raise Fault(f"UDPipe can't load {model}")
        self.pipeline = udpipe.Pipeline(
            self.model, "tokenize", udpipe.Pipeline.DEFAULT, udpipe.Pipeline.DEFAULT, "conllu")
        version = udpipe.Version.current()
        self.name = f"UDPipe {version.major}.{version.minor}.{version.patch}, trained on EWT"

    def read(self, texts):
        for text in texts:
            self.process(text)

    def annotate(self, texts):
        return "".join(map(self.process, texts))

    def process(self, text):
        error = udpipe.ProcessingError()
        written = self.pipeline.process(text, error)
        if error.occurred():
            raise Fault(f"UDPipe: {error.message}")
        return written
