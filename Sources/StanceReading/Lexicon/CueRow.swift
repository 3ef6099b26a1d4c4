public import StanceModel

/// One row of `ontology/cues.tsv`: a stance-bearing word, its roles and what it does to polarity.
public struct CueRow: Hashable, Sendable {
  public enum PartOfSpeech: String, Sendable {
    case verb = "V"
    case noun = "N"
    case adjective = "A"
    /// A fixed prepositional phrase or preposition: `in favour of`, `against`.
    case phrase = "P"
  }

  /// What kind of predicate it is; `ontology/README.md` describes each.
  public enum Kind: String, Sendable, CaseIterable {
    case attitude, act, desire, demand, warn, speech, belief, implicative, evaluative, benefactive
    case shell, light
  }

  /// The lemma of the syntactic head first, then the words that must stand among its dependents.
  public var words: [String]
  public var partOfSpeech: PartOfSpeech
  public var kind: Kind
  /// 1, -1, or 0 where it takes no side.
  public var polarity: Int
  var holders: [Slot]
  var targets: [Slot]
  /// 1 (hinted) to 5 (vehement).
  public var strength: Int
  public var modality: Modality
  /// The PLOVER event type, or empty.
  public var plover: String

  /// Whether not to do it keeps the thing open: who does not rule out a step may take it.
  var isExclusion: Bool {
    [
      "rule out", "exclude", "preclude", "renounce", "forswear", "turn back on", "forsake",
      "desert",
      "give up on",
    ].contains(name)
  }

  /// The cue as it is printed: `rule out`.
  public var name: String { words.joined(separator: " ") }
}

/// The lemmas under which rows for verbs stand.
func verbHeads<Row>(
  of rows: [String: [Row]], _ part: (Row) -> CueRow.PartOfSpeech
) -> Set<String> {
  Set(rows.filter { $0.value.contains { part($0) == .verb } }.keys)
}
