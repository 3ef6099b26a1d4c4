extension Encoder {
  /// Fills the columns of tags, lemmas, heads and relations of a document's tokens.
  /// - Parameters:
  ///   - tokens: Their spans and forms are read.
  ///   - sentences: They cover tokens once each; a token in no sentence becomes a root tagged `X`.
  /// - Returns: The names, as ranges of `tokens`, in order.
  @discardableResult
  public func analyse(_ tokens: inout Tokens, _ sentences: [Sentence]) -> [NamePhrase] {
    let count = tokens.forms.count
    tokens.lemmas = tokens.forms
    tokens.upos = Array(repeating: .x, count: count)
    tokens.xpos = Array(repeating: "_", count: count)
    tokens.features = Array(repeating: "_", count: count)
    tokens.heads = Array(repeating: -1, count: count)
    tokens.relations = Array(repeating: "root", count: count)
    var names: [NamePhrase] = []
    let ranges = sentences.map { $0.tokens.clamped(to: 0..<count) }
    let outputs = encode(ranges.map { Array(tokens.forms[$0]) })
    for (range, output) in zip(ranges, outputs) {
      tokens.lemmas.replaceSubrange(range, with: output.lemmas)
      tokens.upos.replaceSubrange(range, with: output.upos)
      tokens.xpos.replaceSubrange(range, with: output.xpos)
      tokens.features.replaceSubrange(range, with: output.features)
      tokens.relations.replaceSubrange(range, with: output.relations)
      for (i, head) in zip(range, output.heads) {
        tokens.heads[i] = head == 0 ? -1 : range.lowerBound + head - 1
      }
      for name in output.names {
        let words = name.words
        names.append(
          NamePhrase(
            words: (words.lowerBound + range.lowerBound)..<(words.upperBound + range.lowerBound),
            type: name.type))
      }
    }
    return names
  }
}
