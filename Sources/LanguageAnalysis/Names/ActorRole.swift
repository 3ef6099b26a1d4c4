/// Tells whether a seat of power is named as the place or as the one who acts there.
struct ActorRole {
  let tree: SyntaxTree

  private static let placePrepositions: Set<String> = [
    "in", "at", "near", "outside", "inside", "around", "through", "via", "across", "over",
    "throughout", "within", "beyond", "above", "off", "along", "past",
  ]
  private static let motion: Set<String> = [
    "travel", "go", "fly", "arrive", "return", "move", "head", "come", "drive", "walk", "march",
    "journey", "trip", "visit", "flight", "route", "road", "take", "bring", "rush", "flee", "leave",
    "depart", "hurry", "relocate", "transfer", "deport", "tour", "train", "land", "get", "welcome",
    "invite", "escape", "sail", "send", "summon", "ambassador", "envoy",
  ]
  private static let targets: Set<String> = [
    "visit", "leave", "enter", "reach", "attack", "bomb", "capture", "seize", "hit", "strike",
    "shell", "storm", "besiege", "liberate", "occupy", "encircle", "surround", "assault", "raid",
    "bombard", "take", "defend", "evacuate", "rock", "tour",
  ]
  private static let placeNouns: Set<String> = [
    "city", "town", "capital", "mayor", "suburb", "district", "region", "outskirts", "street",
    "centre", "center", "north", "south", "east", "west", "resident", "airport", "square",
    "metro", "university", "hotel", "hospital", "office", "courthouse", "court", "bureau",
    "skyline", "area", "neighbourhood", "neighborhood", "meeting", "summit", "conference", "talk",
    "agreement", "accord", "treaty", "protocol", "embassy", "correspondent", "time", "declaration",
  ]

  /// Whether the name at `head` acts, speaks, owns or is acted towards, rather than being a place.
  ///
  /// - Parameter isBuilding: the name is a building or office (`the Kremlin`), which stands for its holder
  ///   more often than a city does.
  func isActor(_ head: Int, isBuilding: Bool) -> Bool {
    guard let governor = tree.head(of: head) else { return isBuilding }
    let preposition = tree.preposition(of: head)
    let above = tree.tokens.lemmas[governor].lowercased()
    switch tree.relations[head] {
    case .nsubj:
      if tree.tokens.relations[head] == "nsubj:pass" { return !Self.targets.contains(above) }
      return tree.child(of: governor, .cop) == nil || tree.tokens.upos[governor] == .verb
        || isBuilding || isAttitude(governor)
    case .nmod where tree.tokens.relations[head] == "nmod:poss":
      return !Self.placeNouns.contains(above)
    case .compound, .amod:
      return ActorNouns.ofGovernment.contains(above) || isBuilding
    case .obj, .iobj:
      return isBuilding || !Self.targets.contains(above)
    case .obl, .nmod:
      guard let preposition else { return isBuilding && !Self.placeNouns.contains(above) }
      if preposition == "by" { return true }
      if Self.placePrepositions.contains(preposition) { return false }
      switch preposition {
      case "to", "into", "towards", "toward":
        return !Self.motion.contains(above)
      case "from": return isBuilding || !Self.motion.contains(above) && !Self.isMovement(above)
      case "of": return !Self.placeNouns.contains(above)
      case "on", "against":
        return !Self.targets.contains(above) && !["assault", "drone", "march"].contains(above)
      case "for": return !Self.motion.contains(above)
      default: return true
      }
    case .conj:
      var first = head
      while tree.relations[first] == .conj, let next = tree.head(of: first) { first = next }
      return first == head ? false : isActor(first, isBuilding: isBuilding)
    case .appos: return isBuilding
    default: return isBuilding
    }
  }

  private static func isMovement(_ lemma: String) -> Bool {
    ["report", "come", "arrive", "broadcast", "live"].contains(lemma)
  }

  private func isAttitude(_ predicate: Int) -> Bool {
    [
      "ready", "willing", "prepared", "committed", "opposed", "determined", "keen", "open",
      "unwilling", "reluctant", "concerned", "convinced", "confident", "wary", "eager", "right",
      "wrong", "responsible", "guilty", "ally", "partner", "member", "signatory", "against",
      "adamant", "silent", "sceptical", "skeptical", "angry", "furious", "grateful", "impressed",
      "unimpressed", "lukewarm", "displeased", "pleased", "unhappy", "happy", "unrepentant",
      "critical",
      "cautious", "hesitant", "dismissive", "supportive", "hostile", "indifferent", "worried",
      "nervous",
      "alarmed", "anxious", "outraged", "unmoved", "uneasy", "defiant", "unconvinced", "doubtful",
      "suspicious", "sympathetic", "receptive", "delighted", "irritated", "annoyed", "satisfied",
      "dissatisfied", "jubilant", "noncommittal",
    ].contains(tree.tokens.lemmas[predicate].lowercased())
  }
}
