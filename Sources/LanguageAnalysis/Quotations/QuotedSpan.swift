import SourceText

/// The words between a pair of quotation marks.
struct QuotedSpan: Hashable {
  /// The tokens between the marks.
  var tokens: Range<Int>
  /// The tokens of the marks; nil where one is missing and was supplied.
  var opening: Int?
  var closing: Int?
  /// How many pairs stand around it.
  var level: Int
  /// Whether the next paragraph goes on with it.
  var continues = false
}

/// Pairs the quotation marks of a document.
///
/// Single marks are told from apostrophes by their neighbours, marks are paired by a stack in each
/// paragraph, a paragraph may leave a quotation open for the next one, and a lone closing mark gets its
/// beginning at the verb of saying before it.
struct QuotationMarks {
  private enum Family { case double, single, guillemet }
  private enum Direction { case open, close, either }
  private struct Open {
    var token: Int
    var family: Family
  }

  private static let reach = 200

  private let tree: SyntaxTree
  private let sentences: [Sentence]
  private let cues: ReportingCues
  private var stack: [Open] = []
  private(set) var spans: [QuotedSpan] = []

  /// The quoted spans in order of their first token, an outer one before one inside it.
  static func pair(_ tree: SyntaxTree, sentences: [Sentence], cues: ReportingCues) -> [QuotedSpan] {
    var marks = QuotationMarks(tree: tree, sentences: sentences, cues: cues)
    marks.run()
    return marks.spans.sorted {
      ($0.tokens.lowerBound, -$0.tokens.upperBound) < ($1.tokens.lowerBound, -$1.tokens.upperBound)
    }
  }

  private init(tree: SyntaxTree, sentences: [Sentence], cues: ReportingCues) {
    self.tree = tree
    self.sentences = sentences
    self.cues = cues
  }

  private mutating func run() {
    for (index, sentence) in sentences.enumerated() {
      if sentence.beginsBlock, index > 0 { endBlock(before: index) }
      for token in sentence.tokens.clamped(to: 0..<tree.count) {
        guard let (family, direction) = mark(at: token, in: sentence) else { continue }
        switch direction {
        case .open: open(token, family)
        case .close: close(token, family, in: sentence)
        case .either:
          if stack.contains(where: { $0.family == family }) {
            close(token, family, in: sentence)
          } else {
            open(token, family)
          }
        }
      }
    }
    endBlock(before: sentences.count)
  }

  private mutating func open(_ token: Int, _ family: Family) {
    if let position = stack.lastIndex(where: { $0.family == family }) {
      // The earlier one was never closed.
      let lost = stack[position]
      stack.removeSubrange(position...)
      add(lost.token, end: endOfSentence(lost.token, before: token), closing: nil)
    }
    stack.append(Open(token: token, family: family))
  }

  private mutating func close(_ token: Int, _ family: Family, in sentence: Sentence) {
    if let position = stack.lastIndex(where: { $0.family == family }) {
      let opening = stack[position].token
      stack.removeSubrange(position...)
      add(opening, end: token, closing: token)
    } else {
      repairClose(token, in: sentence)
    }
  }

  /// A closing mark without an opening one: the quotation begins after the verb of saying before it.
  private mutating func repairClose(_ token: Int, in sentence: Sentence) {
    var first = sentence.tokens.lowerBound
    if let previous = spans.last, previous.tokens.upperBound > first {
      first = previous.tokens.upperBound + 1
    }
    // A verb farther off than a long quotation is none of it.
    first = max(first, token - Self.reach)
    guard first < token else { return }
    for candidate in (first..<token).reversed()
    where tree.tokens.upos[candidate] == .verb
      && cues.verbs[tree.tokens.lemmas[candidate]].map({ $0.kind != .want }) == true
    {
      var start = candidate + 1
      while start < token, tree.tokens.upos[start] == .punct || tree.relations[start] == .mark {
        start += 1
      }
      if token - start >= 3 {
        spans.append(
          QuotedSpan(tokens: start..<token, opening: nil, closing: token, level: 0))
      }
      return
    }
  }

  private mutating func endBlock(before next: Int) {
    guard let lowest = stack.first else { return }
    stack.removeAll(keepingCapacity: true)
    if closes(lowest.family, from: next) {
      // The next paragraph goes on without a mark of its own, and closes.
      stack.append(lowest)
      return
    }
    let end = sentences[next - 1].tokens.upperBound
    let goesOn =
      next < sentences.count
      && mark(at: sentences[next].tokens.lowerBound, in: sentences[next]).map {
        $0.0 == mark(at: lowest.token, in: nil)?.0 && $0.1 != .close
      } == true
    if goesOn {
      spans.append(
        QuotedSpan(
          tokens: (lowest.token + 1)..<end, opening: lowest.token, closing: nil, level: 0,
          continues: true))
    } else {
      add(lowest.token, end: endOfSentence(lowest.token, before: end), closing: nil)
    }
  }

  /// Whether the first mark of a family in the block that begins with a sentence is a closing one.
  private func closes(_ family: Family, from next: Int) -> Bool {
    var index = next
    while index < sentences.count, index == next || !sentences[index].beginsBlock {
      let range = sentences[index].tokens.clamped(to: 0..<tree.count)
      for token in range {
        if token - sentences[next].tokens.lowerBound > Self.reach { return false }
        if let (other, direction) = mark(at: token, in: sentences[index]), other == family {
          return direction == .close && token > sentences[next].tokens.lowerBound
        }
      }
      index += 1
    }
    return false
  }

  private mutating func add(_ opening: Int, end: Int, closing: Int?) {
    guard end > opening + 1 else { return }
    spans.append(
      QuotedSpan(
        tokens: (opening + 1)..<end, opening: opening, closing: closing, level: stack.count))
  }

  private func endOfSentence(_ token: Int, before limit: Int) -> Int {
    let index = tree.sentenceIndices[token]
    guard index >= 0 else { return limit }
    return min(sentences[index].tokens.upperBound, limit)
  }

  // MARK: Marks and apostrophes

  private func mark(at token: Int, in sentence: Sentence?) -> (Family, Direction)? {
    let form = tree.tokens.forms[token]
    guard form.utf8.count <= 3 else { return nil }
    switch form {
    case "“", "„", "``": return (.double, .open)
    case "”", "''": return (.double, .close)
    case "«": return (.guillemet, .open)
    case "»": return (.guillemet, .close)
    case "\"": return (.double, straightDirection(token))
    case "‘", "`", "‚":
      // A mark set the wrong way round inside a word or before its ending.
      if gluedBefore(token), !isOpeningPunctuation(token - 1) { return nil }
      return (.single, .open)
    case "’", "'":
      return singleDirection(token, in: sentence).map { (.single, $0) }
    default: return nil
    }
  }

  private func straightDirection(_ token: Int) -> Direction {
    let before = gluedBefore(token)
    let after = gluedAfter(token)
    if before == after {
      return before && isOpeningPunctuation(token - 1) ? .open : .either
    }
    return before && !isOpeningPunctuation(token - 1) ? .close : .open
  }

  private func singleDirection(_ token: Int, in sentence: Sentence?) -> Direction? {
    if tree.tokens.xpos[token] == "POS" { return nil }
    let before = gluedBefore(token)
    let after = gluedAfter(token)
    if !before || isOpeningPunctuation(token - 1) {
      // ’ does not open; ' does, unless blanks stand on both sides.
      return tree.tokens.forms[token] == "'" && after ? .open : nil
    }
    if isPunctuation(token - 1) { return .close }
    if after, !isPunctuation(token + 1) { return nil }
    let possible = tree.tokens.forms[token - 1].lowercased().hasSuffix("s")
    if possible, token + 1 < tree.count, !isPunctuation(token + 1) {
      // `the allies’ plan`: an apostrophe, unless nothing later could close what is open.
      guard stack.contains(where: { $0.family == .single }), let sentence else { return nil }
      if hasLaterClose(after: token, in: sentence) { return nil }
    }
    return .close
  }

  private func hasLaterClose(after token: Int, in sentence: Sentence) -> Bool {
    let end = min(sentence.tokens.upperBound, tree.count, token + Self.reach)
    for later in (token + 1)..<max(token + 1, end) {
      let form = tree.tokens.forms[later]
      if form == "‘" { return false }
      guard form == "’" || form == "'" else { continue }
      if tree.tokens.xpos[later] == "POS" || !gluedBefore(later) { continue }
      if isPunctuation(later - 1) || later + 1 >= tree.count || isPunctuation(later + 1) {
        return true
      }
      if !gluedAfter(later), !tree.tokens.forms[later - 1].lowercased().hasSuffix("s") {
        return true
      }
    }
    return false
  }

  private func gluedBefore(_ token: Int) -> Bool {
    token > 0 && tree.tokens.spans[token - 1].end == tree.tokens.spans[token].start
  }

  private func gluedAfter(_ token: Int) -> Bool {
    token + 1 < tree.count && tree.tokens.spans[token].end == tree.tokens.spans[token + 1].start
  }

  private func isPunctuation(_ token: Int) -> Bool {
    tree.tokens.forms.indices.contains(token) && tree.tokens.upos[token] == .punct
  }

  private func isOpeningPunctuation(_ token: Int) -> Bool {
    guard tree.tokens.forms.indices.contains(token) else { return false }
    return ["(", "[", "{", "“", "‘", "«", "—", "–", "-", "--", "…"].contains(
      tree.tokens.forms[token])
  }
}
