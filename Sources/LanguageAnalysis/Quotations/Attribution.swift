/// A word of reporting with the one who speaks and the clause that gives what is said.
struct Attribution {
  var cue: Range<Int>
  /// The verb, noun, adjective, adverb or preposition that reports.
  var cueHead: Int
  var kind: ReportingCues.Kind
  var standing = Quotation.Standing.statement
  /// The head of the phrase that names the speaker.
  var sourceHead: Int?
  /// What is said, by the tree, trimmed; empty where the tree shows none.
  var content: [Range<Int>]
}

/// Reads attributions off the trees: verbs, nouns and adjectives with what they report, and adverbials
/// (`according to`, `reportedly`).
struct AttributionReader {
  let tree: SyntaxTree
  let cues: ReportingCues
  /// Whether each token stands between quotation marks.
  let isQuoted: [Bool]

  var tokens: Tokens { tree.tokens }

  /// All attributions in text order of their cues, also those without content.
  func read() -> [Attribution] {
    var found: [Attribution] = []
    // `announced plans to leave`: the verb reports, and the noun belongs to what it reports.
    var shells: Set<Int> = []
    for token in 0..<tree.count {
      switch tokens.upos[token] {
      case .verb:
        if let one = adjective(token) {
          found.append(one)
        } else if let (one, shell) = verb(token) {
          found.append(one)
          if let shell { shells.insert(shell) }
          // `made clear`
          shells.formUnion(one.cue.dropFirst())
        }
      case .noun: if let one = noun(token) { found.append(one) }
      case .adj: if let one = adjective(token) { found.append(one) }
      case .adv: if let one = adverb(token) { found.append(one) }
      default: break
      }
      if tree.relations[token] == .caseMarker, let one = preposition(token) { found.append(one) }
    }
    return found.filter { !shells.contains($0.cueHead) }.sorted { $0.cueHead < $1.cueHead }
  }

  // MARK: What all share

  func hasMark(_ clause: Int, _ words: Set<String>) -> Bool {
    tree.children(of: clause).contains {
      (tree.relations[$0] == .mark || tree.relations[$0] == .caseMarker)
        && words.contains(tokens.lemmas[$0].lowercased())
    }
  }

  /// Whether a clause is an infinitive with *to*.
  func isInfinitive(_ clause: Int) -> Bool {
    tree.children(of: clause).contains {
      tree.relations[$0] == .mark && tokens.lemmas[$0].lowercased() == "to"
        && tokens.xpos[$0] != "IN"
    } && !tree.isFinite(clause)
  }

  /// Whether a noun stands for an act, an event or what somebody says.
  func isEvent(_ noun: Int) -> Bool {
    let lemma = tokens.lemmas[noun].lowercased()
    guard tokens.upos[noun] == .noun else { return false }
    if cues.nouns[lemma] != nil { return true }
    if tree.children(of: noun, .acl).contains(where: { isInfinitive($0) }) { return true }
    return EventNouns.areFormed(lemma)
  }

  /// Whether a phrase only takes up what was said before: a pronoun, `this change`.
  func isAnaphor(_ noun: Int) -> Bool {
    if tokens.upos[noun] == .pron || tokens.upos[noun] == .det { return true }
    return tree.children(of: noun, .det).contains {
      ["this", "that", "these", "those", "such", "what", "which"].contains(
        tokens.lemmas[$0].lowercased())
    }
  }
}

/// Nouns made of verbs, by their endings.
private enum EventNouns {
  private static let endings = [
    "tion", "sion", "ment", "ance", "ence", "val", "sal", "wal", "ial", "ding", "ning", "ting",
    "sing", "ying", "king", "ling", "cing", "ming", "ring", "ving",
  ]
  private static let things: Set<String> = [
    "government", "document", "station", "nation", "population",
    "institution", "constitution", "position", "audience", "conference", "intelligence",
    "residence", "element", "instrument", "monument", "apartment", "morning", "evening", "building",
    "ceiling", "material", "section", "question", "mention", "attention", "science", "moment",
    "segment",
    "television", "fraction", "faction", "option", "generation", "location",
    "regulation", "legislation", "delegation", "corporation",
  ]

  static func areFormed(_ lemma: String) -> Bool {
    lemma.utf8.count > 5 && endings.contains { lemma.hasSuffix($0) } && !things.contains(lemma)
      && !ActorNouns.organizations.contains(lemma) && !ActorNouns.people.contains(lemma)
  }
}
