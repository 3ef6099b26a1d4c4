import LanguageAnalysis
import SourceText
import StanceModel
import StanceOntology

/// The words of a sentence that show a statement: who holds it, what carries it, and what it is about.
struct StatementMarks {
  /// The index of the sentence.
  let sentence: Int
  /// The token that the reading began with; nil where the statement has no trace.
  let start: Int?
  /// The token that stands for the holder; nil where the sentence has none.
  private(set) var holder: Int?
  private(set) var marks: [TextMark] = []
  private(set) var speaker: TextSpan?

  init?(_ statement: Statement, in context: Context) {
    let tree = context.tree
    func token(at span: TextSpan) -> Int? {
      context.tokens.spans.firstIndex { $0.overlaps(span) }
    }
    start = statement.trace.first.flatMap { token(at: $0.span) }
    guard let anchor = start ?? token(at: statement.evidence),
      context.document.sentences.indices.contains(tree.sentenceIndices[anchor])
    else { return nil }
    sentence = tree.sentenceIndices[anchor]
    let tokens = context.document.sentences[sentence].tokens.clamped(to: 0..<tree.count)

    holder = Self.holder(of: statement, near: anchor, in: tokens, context)
    if let holder {
      let range = context.mention(at: holder)?.tokens ?? tree.core(of: holder)
      marks.append(TextMark(.holder, tree.span(of: range)))
    } else {
      speaker = Self.speaker(of: statement, around: anchor, context)
    }
    for range in Self.cue(statement.cue, near: anchor, in: tokens, context) {
      marks.append(TextMark(.cue, tree.span(of: range)))
    }
    if let last = statement.trace.last, let content = token(at: last.span),
      tokens.contains(content)
    {
      let range = Self.target(content, without: holder, context)
      marks.append(TextMark(.target, tree.span(of: range)))
    }
  }

  /// The phrase of the sentence that stands for the holder: a subject or owner of the cue before others, the nearest
  /// before one that is farther.
  private static func holder(
    of statement: Statement, near cue: Int, in tokens: Range<Int>, _ context: Context
  ) -> Int? {
    let tree = context.tree
    var arguments: Set<Int> = []
    for head in [cue] + tree.ancestors(of: cue) {
      for place in [tree.agent(of: head), tree.subject(of: head), tree.possessor(of: head)] {
        if let place { arguments.formUnion(tree.coordinated(from: place)) }
      }
    }
    func rank(_ token: Int) -> (Int, Int, Int)? {
      guard let entity = context.entity(at: token) else { return nil }
      let isItself = entity == statement.holder || context.holder(entity) == statement.holder
      guard isItself || context.polity(of: entity) == statement.holder else { return nil }
      return (isItself ? 0 : 1, arguments.contains(token) ? 0 : 1, abs(token - cue))
    }
    return tokens.compactMap { token in rank(token).map { (token, $0) } }.min { $0.1 < $1.1 }?.0
  }

  private static func speaker(of statement: Statement, around cue: Int, _ context: Context)
    -> TextSpan?
  {
    context.quotations(around: cue).reversed().map { context.document.quotations[$0] }
      .first { quotation in
        guard let speaker = quotation.speaker else { return false }
        return speaker == statement.holder || context.polity(of: speaker) == statement.holder
          || context.holder(speaker) == statement.holder
      }?.source.map { context.tree.span(of: $0) }
  }

  /// The words of the cue in the sentence, those side by side together: `[cue ruled] it [cue out]`.
  private static func cue(
    _ words: String, near anchor: Int, in tokens: Range<Int>, _ context: Context
  ) -> [Range<Int>] {
    var found: Set<Int> = []
    for word in words.split(separator: " ") {
      let alike = tokens.filter {
        !found.contains($0) && context.isWord(word.lowercased(), $0)
      }
      if let nearest = alike.min(by: { abs($0 - anchor) < abs($1 - anchor) }) {
        found.insert(nearest)
      }
    }
    if found.isEmpty { found = [anchor] }
    var ranges: [Range<Int>] = []
    for token in found.sorted() {
      if let last = ranges.last, last.upperBound == token {
        ranges[ranges.count - 1] = last.lowerBound..<(token + 1)
      } else {
        ranges.append(token..<(token + 1))
      }
    }
    return ranges
  }

  /// The phrase or clause that the walk ended at, without the holder and what only binds it to the sentence.
  private static func target(_ content: Int, without holder: Int?, _ context: Context)
    -> Range<Int>
  {
    let tree = context.tree
    guard tree.isClausal(content) else { return tree.phrase(of: content) }
    let subject = tree.child(of: content, RelationSet(.nsubj, .csubj))
    let isHolders =
      subject.map { subject in
        holder.map { tree.isInside($0, subtreeOf: subject) } ?? false
      } ?? false
    let negations = tree.negations(of: content)
    let edges = RelationSet(.mark, .cc, .parataxis, .discourse, .advcl, .punct)
    return tree.run(around: content) { child in
      guard tree.head(of: child) == content else { return false }
      if edges.contains(tree.relations[child]) { return true }
      if tree.relations[child] == .conj { return tree.isClausal(child) }
      guard isHolders || subject == nil else { return false }
      return child == subject || negations.contains(child)
        || RelationSet(.aux, .cop, .expl).contains(tree.relations[child])
    }
  }
}
