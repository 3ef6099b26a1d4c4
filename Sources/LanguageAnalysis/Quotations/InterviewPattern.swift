/// Finds the answers of an interview without labels: paragraphs that ask and paragraphs in the first person take
/// turns.
struct InterviewPattern {
  let tree: SyntaxTree
  let sentences: [Sentence]
  /// The sentences of each block.
  let blocks: [Range<Int>]
  private var tokens: Tokens { tree.tokens }

  private enum Kind { case asks, answers, either }

  private static let asked: Set<String> = ["you", "your", "yours", "yourself"]
  private static let speaking: Set<String> = ["i", "me", "my", "mine", "we", "us", "our", "ours"]

  /// The answers as token ranges, and the sentence of the first question; nil where the text is no interview.
  func answers() -> (turns: [Range<Int>], begin: Int)? {
    let kinds = blocks.map(kind)
    guard let first = kinds.firstIndex(of: .asks), first <= 6, kinds.count - first >= 6 else {
      return nil
    }
    let answers = alternating(kinds, from: first) ?? asked(kinds, from: first)
    guard let answers else { return nil }
    return (answers.map(tokens), blocks[first].lowerBound)
  }

  private func tokens(of block: Range<Int>) -> Range<Int> {
    sentences[block.lowerBound].tokens
      .lowerBound..<sentences[block.upperBound - 1].tokens.upperBound
  }

  /// Every second paragraph answers: few may be of neither kind, and none of the wrong one.
  private func alternating(_ kinds: [Kind], from first: Int) -> [Range<Int>]? {
    var counts = (asks: 0, answers: 0, either: 0)
    var found: [Range<Int>] = []
    for index in first..<kinds.count {
      let isAnswer = (index - first) % 2 == 1
      switch kinds[index] {
      case .asks where !isAnswer: counts.asks += 1
      case .answers where isAnswer: counts.answers += 1
      case .either: counts.either += 1
      default: return nil
      }
      if isAnswer { found.append(blocks[index]) }
    }
    guard counts.asks >= 3, counts.answers >= 3,
      counts.either * 4 <= counts.asks + counts.answers + counts.either
    else { return nil }
    return found
  }

  /// Answers of several paragraphs: after each question, up to the next one.
  private func asked(_ kinds: [Kind], from first: Int) -> [Range<Int>]? {
    let questions = (first..<kinds.count).filter { kinds[$0] == .asks }
    guard questions.count >= 4,
      questions.allSatisfy({ endsWithQuestion(blocks[$0]) }),
      questions.dropLast().allSatisfy({ kinds[$0 + 1] == .answers })
    else { return nil }
    return questions.enumerated().compactMap { place, question in
      let next = place + 1 < questions.count ? questions[place + 1] : kinds.count
      guard question + 1 < next else { return nil }
      let end = ((question + 1)..<next).first { isHeading($0) } ?? next
      guard end > question + 1 else { return nil }
      return blocks[question + 1].lowerBound..<blocks[end - 1].upperBound
    }
  }

  private func isHeading(_ block: Int) -> Bool {
    sentences[blocks[block].lowerBound].isHeading
  }

  private func endsWithQuestion(_ block: Range<Int>) -> Bool {
    sentences[block.upperBound - 1].tokens.last.map { tokens.forms[$0] } == "?"
  }

  /// What a paragraph's own words, outside marks, tell.
  private func kind(_ block: Range<Int>) -> Kind {
    var isQuoted = false
    var (asks, answers, isMarked) = (endsWithQuestion(block), false, false)
    for token in tokens(of: block) {
      let form = tokens.forms[token].lowercased()
      switch form {
      case "“": (isQuoted, isMarked) = (true, true)
      case "”": isQuoted = false
      case "\"": (isQuoted, isMarked) = (!isQuoted, true)
      default:
        if isQuoted { continue }
        if Self.asked.contains(form) { asks = true }
        if Self.speaking.contains(form), form != "us" || tokens.upos[token] == .pron {
          answers = true
        }
      }
    }
    if answers {
      return isMarked && asks ? .either : asks && endsWithQuestion(block) ? .either : .answers
    }
    return asks ? .asks : .either
  }
}
