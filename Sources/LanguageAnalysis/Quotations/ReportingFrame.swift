/// How a reporting word has what is said beside it, other than as a finite clause, which needs no frame.
///
/// In the table: `inf` (*vowed to leave*), `ing` (*denied knowing*), `np` (any noun phrase: *demanded answers*),
/// `event` (the noun phrase of an act or event: *announced a withdrawal*), `as` (*described it as a threat*),
/// `name` (*called it a threat*), `raised` (*is said to be ill*), and a preposition (*called for a vote*). `obj-`
/// before it: the object belongs to what is said (*urged them to leave*, *accused them of lying*). `+inf`,
/// `+ing`, `+event` and `+as` behind a preposition: what must follow it.
public enum ReportingFrame: Sendable, Hashable {
  case infinitive, gerund, nounPhrase, event, predicate, naming, raised
  /// The object and an infinitive.
  case objectInfinitive
  case preposition(String, Need)
  /// The object and a phrase with the preposition.
  case object(String, Need)

  /// What must stand behind a preposition.
  public enum Need: String, Sendable, CaseIterable {
    case infinitive = "inf"
    case gerund = "ing"
    case event
    case predicate = "as"
    case anything = ""
  }

  private static let plain: [String: ReportingFrame] = [
    "inf": .infinitive, "obj-inf": .objectInfinitive, "ing": .gerund, "np": .nounPhrase,
    "event": .event, "as": .predicate, "name": .naming, "raised": .raised,
  ]
  private static let prepositions: Set<String> = [
    "about", "against", "at", "for", "from", "in", "into", "of", "on", "over", "to", "upon", "with",
  ]

  /// Reads the notation above; nil where it is none of these.
  init?(_ text: String) {
    if let frame = Self.plain[text] {
      self = frame
      return
    }
    let parts = text.split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false)
    guard let need = Need(rawValue: parts.count > 1 ? String(parts[1]) : "") else { return nil }
    let isObject = parts[0].hasPrefix("obj-")
    let word = String(isObject ? parts[0].dropFirst(4) : parts[0])
    guard Self.prepositions.contains(word) else { return nil }
    self = isObject ? .object(word, need) : .preposition(word, need)
  }
}
