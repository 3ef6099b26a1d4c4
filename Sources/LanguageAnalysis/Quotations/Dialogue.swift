import StanceOntology

/// Who speaks in transcripts and interviews, whose words stand without marks.
///
/// In a transcript each turn has a label; in an interview, questions and answers take turns, and the introduction
/// says who is asked. What is asked is nobody's: it is left as it stands.
struct Dialogue {
  let tree: SyntaxTree
  let sentences: [Sentence]
  private var tokens: Tokens { tree.tokens }

  /// What one speaker says without a break.
  struct Turn {
    /// The tokens of the label; nil for the one who is asked in an interview.
    var label: Range<Int>?
    var content: Range<Int>
  }

  /// The turns of those who are named or asked, in text order; none where the document is no dialogue.
  let turns: [Turn]
  /// The sentences before the first turn, which introduce who is asked.
  let introduction: Range<Int>

  init(tree: SyntaxTree, sentences: [Sentence]) {
    self.tree = tree
    self.sentences = sentences
    let blocks = Self.blocks(sentences)
    let labelled = Self.labelledTurns(tree.tokens, sentences)
    if let first = labelled.first {
      turns = labelled.filter { !$0.isQuestion }.map(\.turn)
      introduction = 0..<first.sentence
    } else if let answers = InterviewPattern(tree: tree, sentences: sentences, blocks: blocks)
      .answers()
    {
      turns = answers.turns.map { Turn(label: nil, content: $0) }
      introduction = 0..<answers.begin
    } else {
      turns = []
      introduction = 0..<0
    }
  }

  /// The names that labels give, where nothing contradicts that a person is named.
  func names() -> [Range<Int>] {
    var found: [Range<Int>] = []
    for label in turns.compactMap(\.label) {
      let words = SpeakerLabel.words(tokens.forms[label])
      guard let first = words.first, !(words.count == 1 && SpeakerLabel.answerers.contains(first))
      else { continue }
      let inner = label.filter { tokens.forms[$0] != ":" && tokens.forms[$0] != "." }
      // Behind a form of address, else as it stands.
      guard let last = inner.last else { continue }
      let begin = inner.count > 1 && SpeakerLabel.isAddress(first) ? inner[1] : inner[0]
      found.append(begin..<(last + 1))
    }
    return found
  }

  /// The quotations that the turns are, with the head of the mention that names the speaker.
  func quotations(mentions: [Mention]) -> [Quotation] {
    guard !turns.isEmpty else { return [] }
    let asked = self.asked(mentions)
    return turns.compactMap { turn in
      var source = asked
      if let label = turn.label {
        let words = SpeakerLabel.words(tokens.forms[label])
        let isAnswer = words.count == 1 && SpeakerLabel.answerers.contains(words.joined())
        if !isAnswer {
          // `BBC:` asks.
          source = mentions.last { $0.type == .person && label.contains($0.head) }
        }
      }
      guard let source, !turn.content.isEmpty else { return nil }
      return Quotation(
        kind: .direct, content: [turn.content], sourceHead: source.head, source: source.tokens)
    }
  }

  /// The person whom the introduction of an interview presents.
  func asked(_ mentions: [Mention]) -> Mention? {
    guard let first = introduction.first, let last = introduction.last,
      sentences.indices.contains(first), sentences.indices.contains(last)
    else { return nil }
    let range = sentences[first].tokens.lowerBound..<sentences[last].tokens.upperBound
    let people = mentions.filter {
      $0.type == .person && range.contains($0.head) && $0.entity != nil && $0.tokens.count > 1
        && tree.preposition(of: $0.head) != "by"
        && tokens.relations[$0.head] != "nmod:poss"
    }
    return people.first { tree.prominence(of: $0.head) >= 2 } ?? people.first
  }

  // MARK: Transcripts

  private static func labelledTurns(_ tokens: Tokens, _ sentences: [Sentence])
    -> [(turn: Turn, isQuestion: Bool, sentence: Int)]
  {
    func isLabel(_ index: Int) -> Bool {
      let one = sentences[index]
      return one.beginsBlock && !one.isHeading && one.tokens.last.map { tokens.forms[$0] } == ":"
        && index + 1 < sentences.count && !sentences[index + 1].beginsBlock
        && SpeakerLabel.length(
          in: tokens.forms[one.tokens.lowerBound..<sentences[index + 1].tokens.upperBound])
          == one.tokens.count
    }
    let labels = sentences.indices.filter(isLabel)
    guard SpeakerLabel.areTurns(labels.map { tokens.forms[sentences[$0].tokens].dropLast() }) else {
      return []
    }
    return labels.enumerated().compactMap { place, label in
      let next = place + 1 < labels.count ? labels[place + 1] : sentences.count
      let end = ((label + 1)..<next).first { sentences[$0].isHeading } ?? next
      guard end > label + 1 else { return nil }
      let words = SpeakerLabel.words(tokens.forms[sentences[label].tokens])
      let isQuestion = words.count == 1 && SpeakerLabel.questioners.contains(words.joined())
      let content = sentences[label + 1].tokens.lowerBound..<sentences[end - 1].tokens.upperBound
      return (Turn(label: sentences[label].tokens, content: content), isQuestion, label)
    }
  }

  /// The sentences of each block.
  private static func blocks(_ sentences: [Sentence]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for index in sentences.indices {
      if sentences[index].beginsBlock || found.isEmpty {
        found.append(index..<(index + 1))
      } else {
        found[found.count - 1] = found[found.count - 1].lowerBound..<(index + 1)
      }
    }
    return found
  }
}
