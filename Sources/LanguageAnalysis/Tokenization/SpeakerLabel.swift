import SourceText

/// The label of a turn in a transcript: `MR. HALE:`, `QUESTION:`, `Hale:` at the beginning of a paragraph.
///
/// It says who speaks and is no part of the first sentence, whose parse it would disturb.
enum SpeakerLabel {
  /// Who asks and is nobody known.
  static let questioners: Set<String> = [
    "q", "question", "questioner", "interviewer", "reporter", "moderator", "host",
  ]
  /// Who is asked, without a name.
  static let answerers: Set<String> = ["a", "answer"]

  /// Ranks and forms of address by which transcripts in capitals name speakers.
  private static let addresses: Set<String> = [
    "mr", "mrs", "ms", "dr", "sir", "senator", "sen", "rep", "secretary", "minister", "president",
    "ambassador", "general", "gen", "chairman", "chairwoman", "chair", "governor", "gov",
  ]
  private static let smallWords: Set<String> = ["of", "de", "van", "von", "bin", "al", "the", "-"]

  /// The number of tokens of the label that a paragraph begins with, its colon included; nil where there is none.
  static func length(in forms: ArraySlice<String>) -> Int? {
    guard let colon = forms.prefix(7).firstIndex(of: ":"), colon > forms.startIndex,
      let next = forms[colon...].dropFirst().first
    else { return nil }
    guard isLabel(forms[forms.startIndex..<colon]), !begins(next, \.isLowercase) else { return nil }
    return colon - forms.startIndex + 1
  }

  private static func isLabel(_ words: ArraySlice<String>) -> Bool {
    guard let first = words.first, begins(first, \.isUppercase) else { return false }
    return words.allSatisfy {
      begins($0, \.isUppercase) || $0 == "." || smallWords.contains($0)
    }
  }

  private static func begins(_ word: String, _ isSuch: (Unicode.Scalar.Properties) -> Bool) -> Bool
  {
    word.unicodeScalars.first.map { isSuch($0.properties) } ?? false
  }

  /// Whether a word, in lower case without period, is a form of address.
  static func isAddress(_ word: String) -> Bool { addresses.contains(word) }

  /// The words of a label without its colon, in lower case and without periods.
  static func words(_ label: ArraySlice<String>) -> [String] {
    label.map { $0.lowercased().filter { $0 != "." && $0 != ":" } }.filter { !$0.isEmpty }
  }

  /// Whether these labels, one for each labelled paragraph, are those of people who speak with each other.
  ///
  /// One that asks or answers, or a form of address in capitals, tells enough beside another turn; of names, two
  /// must come twice, as in no list of headwords.
  static func areTurns(_ labels: [ArraySlice<String>]) -> Bool {
    guard labels.count > 1 else { return false }
    var counts: [[String]: Int] = [:]
    var isSure = false
    for label in labels {
      let words = words(label)
      counts[words, default: 0] += 1
      guard let first = words.first else { continue }
      if words.count == 1, questioners.contains(first) || answerers.contains(first) {
        isSure = true
      }
      let isInCapitals = label.allSatisfy { $0 == $0.uppercased() }
      if words.count > 1, isInCapitals, addresses.contains(first) { isSure = true }
    }
    return isSure && counts.count > 1 || counts.values.filter { $0 > 1 }.count > 1
  }
}

extension [Sentence] {
  /// The sentences, in transcripts with the labels of turns as units of their own.
  func splitAtSpeakerLabels(_ tokens: Tokens) -> [Sentence] {
    func length(_ sentence: Sentence) -> Int? {
      guard sentence.beginsBlock, !sentence.isHeading else { return nil }
      return SpeakerLabel.length(in: tokens.forms[sentence.tokens])
    }
    let labels = compactMap { one in
      length(one).map { tokens.forms[one.tokens].prefix($0) }
    }
    guard SpeakerLabel.areTurns(labels) else { return self }
    return flatMap { one in length(one).map { one.split(after: $0, tokens) } ?? [one] }
  }
}

extension Sentence {
  /// The sentence in two: so many tokens, which begin a block if it does, and the others.
  func split(after length: Int, _ tokens: Tokens) -> [Sentence] {
    let middle = self.tokens.lowerBound + length
    guard length > 0, middle < self.tokens.upperBound else { return [self] }
    var head = self
    head.tokens = self.tokens.lowerBound..<middle
    head.span.end = tokens.spans[middle - 1].end
    var rest = self
    rest.tokens = middle..<self.tokens.upperBound
    rest.span.start = tokens.spans[middle].start
    rest.beginsBlock = false
    return [head, rest]
  }
}
