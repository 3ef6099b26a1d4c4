import LanguageAnalysis

extension Context {
  /// The strength of a position, 1 (hinted) to 5 (vehement): that of its cue, a step more or less for how it is said
  /// (`strongly condemned`, `cautious support`). What is denied of a strong position leaves a weak one.
  func strength(of reading: Reading) -> Int {
    let words = tree.children(of: reading.cue, RelationSet(.advmod, .amod)).map {
      lemmas[$0].lowercased()
    }
    var shift = 0
    if words.contains(where: { Self.raising.contains($0) }) {
      shift = isNegated(reading.cue) ? -1 : 1
    } else if words.contains(where: { Self.lowering.contains($0) }) {
      shift = -1
    }
    return min(5, max(1, reading.strength + shift))
  }

  private static let raising: Set<String> = [
    "absolute", "absolutely", "adamantly", "bitter", "bitterly", "categorical", "categorically",
    "completely", "deep", "deeply", "emphatically", "entirely", "fierce", "fiercely", "firm",
    "firmly", "flatly", "full", "fully", "furious", "furiously", "harsh", "harshly", "outright",
    "resolute", "resolutely", "sharp", "sharply", "staunch", "staunchly", "steadfast",
    "steadfastly", "stern", "sternly", "strenuously", "strong", "strongly", "total", "totally",
    "unambiguously", "unconditional", "unconditionally", "unequivocal", "unequivocally",
    "unreservedly", "unwavering", "utterly", "vehement", "vehemently", "vigorously", "warmly",
    "wholeheartedly",
  ]
  private static let lowering: Set<String> = [
    "cautious", "cautiously", "conditional", "conditionally", "grudging", "grudgingly",
    "half-hearted", "half-heartedly", "limited", "lukewarm", "mild", "mildly", "muted", "partial",
    "partially", "partly", "qualified", "quietly", "reluctant", "reluctantly", "somewhat", "tacit",
    "tacitly", "tentative", "tentatively", "tepid",
  ]
}
