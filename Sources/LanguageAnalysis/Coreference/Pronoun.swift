import StanceOntology

/// A pronoun that may refer to somebody: its person, number and gender.
struct Pronoun {
  enum Kind { case firstSingular, firstPlural, personal, thing, plural }

  var kind: Kind
  /// For `he` and `she`.
  var gender: Gender?
  var isPossessive: Bool
  var isReflexive: Bool

  /// Reads a form; nil for a pronoun that this does not resolve.
  init?(form: String) {
    guard form.utf8.count <= 10, let row = Self.table[form.lowercased()] else { return nil }
    self = row
  }

  private init(
    _ kind: Kind, _ gender: Gender? = nil, possessive: Bool = false, reflexive: Bool = false
  ) {
    self.kind = kind
    self.gender = gender
    isPossessive = possessive
    isReflexive = reflexive
  }

  private static let table: [String: Pronoun] = [
    "i": Pronoun(.firstSingular), "me": Pronoun(.firstSingular),
    "my": Pronoun(.firstSingular, possessive: true), "mine": Pronoun(.firstSingular),
    "myself": Pronoun(.firstSingular, reflexive: true),
    "we": Pronoun(.firstPlural), "us": Pronoun(.firstPlural),
    "our": Pronoun(.firstPlural, possessive: true), "ours": Pronoun(.firstPlural),
    "ourselves": Pronoun(.firstPlural, reflexive: true),
    "he": Pronoun(.personal, .male), "him": Pronoun(.personal, .male),
    "his": Pronoun(.personal, .male, possessive: true),
    "himself": Pronoun(.personal, .male, reflexive: true),
    "she": Pronoun(.personal, .female), "her": Pronoun(.personal, .female),
    "hers": Pronoun(.personal, .female), "herself": Pronoun(.personal, .female, reflexive: true),
    "it": Pronoun(.thing), "its": Pronoun(.thing, possessive: true),
    "itself": Pronoun(.thing, reflexive: true),
    "they": Pronoun(.plural), "them": Pronoun(.plural),
    "their": Pronoun(.plural, possessive: true), "theirs": Pronoun(.plural),
    "themselves": Pronoun(.plural, reflexive: true),
  ]
}

extension SyntaxTree {
  /// Whether an `it` refers to nothing: an expletive, the weather, time, or the front of a clause
  /// (`it is clear that`, `it was in May that`).
  func isPleonastic(_ token: Int) -> Bool {
    if relations[token] == .expl { return true }
    guard relations[token] == .nsubj, let predicate = head(of: token) else { return false }
    if child(of: predicate, .csubj) != nil { return true }
    if ["rain", "snow", "seem", "appear", "turn", "happen", "matter"].contains(
      tokens.lemmas[predicate]), child(of: predicate, RelationSet(.ccomp, .xcomp)) != nil
    {
      return true
    }
    guard child(of: predicate, .cop) != nil else { return false }
    if tokens.upos[predicate] == .adj || tokens.upos[predicate] == .noun {
      // The clause behind was taken for another complement.
      return children(of: predicate).contains {
        $0 > predicate && [.ccomp, .xcomp, .advcl, .acl].contains(relations[$0])
          && child(of: $0, .mark) != nil
      }
    }
    return ["time", "day", "year", "o'clock"].contains(tokens.lemmas[predicate])
  }
}
