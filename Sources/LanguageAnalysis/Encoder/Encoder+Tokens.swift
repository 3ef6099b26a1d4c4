import EncoderTensors

extension Encoder {
  /// Fills the columns of tags, lemmas, heads and relations of a document's tokens.
  /// - Parameters:
  ///   - tokens: Their spans and forms are read.
  ///   - sentences: They cover tokens once each; a token in no sentence becomes a root tagged `X`.
  /// - Returns: The names, as ranges of `tokens`, in order, and what coreference compares of the tokens.
  @discardableResult
  public func analyse(_ tokens: inout Tokens, _ sentences: [Sentence])
    -> (names: [NamePhrase], views: TokenViews)
  {
    let count = tokens.forms.count
    tokens.lemmas = tokens.forms
    tokens.upos = Array(repeating: .x, count: count)
    tokens.xpos = Array(repeating: "_", count: count)
    tokens.features = Array(repeating: "_", count: count)
    tokens.heads = Array(repeating: -1, count: count)
    tokens.relations = Array(repeating: "root", count: count)
    var names: [NamePhrase] = []
    var views = TokenViews(scorer: antecedents, count: count)
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
      views.append(output, from: range.lowerBound)
      for name in output.names {
        let words = name.words
        names.append(
          NamePhrase(
            words: (words.lowerBound + range.lowerBound)..<(words.upperBound + range.lowerBound),
            type: name.type))
      }
    }
    return (names, views)
  }
}

/// What the encoder's vectors tell of a document's tokens beyond their own sentence: which word reports, and
/// which phrases refer to the same.
public struct TokenViews: Sendable {
  let scorer: AntecedentScorer
  private var rows: [Int32]
  private var views = AntecedentScorer.Views()

  init(scorer: AntecedentScorer, count: Int) {
    self.scorer = scorer
    rows = [Int32](repeating: -1, count: count)
  }

  fileprivate mutating func append(_ output: Encoder.Output, from first: Int) {
    for (row, word) in output.viewed.enumerated() where first + word < rows.count {
      rows[first + word] = Int32(views.count)
      views.append(row, of: output.views)
    }
  }

  /// Whether a token is known here; those of other parts of speech than nouns, pronouns and the like are not.
  func contains(_ token: Int) -> Bool { rows.indices.contains(token) && rows[token] >= 0 }

  /// The score of a token's phrase for referring to nothing before.
  func none(_ token: Int, features: [Int]) -> Float {
    scorer.none(Int(rows[token]), views, features: features)
  }

  /// The scores of a token's phrase with those of tokens before it.
  func scores(_ token: Int, _ candidates: [Int], features: [Int]) -> [Float] {
    scorer.scores(
      Int(rows[token]), candidates.map { Int(rows[$0]) }, views, features: features)
  }
}
