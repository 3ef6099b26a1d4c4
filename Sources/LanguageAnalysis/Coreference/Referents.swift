import StanceOntology

/// What a mention may be referred to as.
struct Referent {
  /// An index into the mentions.
  var mention: Int
  var head: Int
  var sentence: Int
  var entity: EntityID?
  var gender: Gender?
  /// A human being.
  var isPerson: Bool
  /// A country, organisation or other thing that is one.
  var isThing: Bool
  var isPlural: Bool
  /// Prominence by grammatical role: subjects before objects before others.
  var role: Int
}

extension SyntaxTree {
  /// How prominent a phrase is in its sentence: 3 subject, 2 object or possessor of a subject, 1 other.
  func prominence(of head: Int) -> Int {
    var token = head
    while relations[token] == .conj || relations[token] == .appos, let above = self.head(of: token)
    {
      token = above
    }
    switch relations[token] {
    case .nsubj, .csubj: return 3
    case .obj, .iobj: return 2
    case .nmod:
      if tokens.relations[token] == "nmod:poss", let owned = self.head(of: token),
        relations[owned] == .nsubj
      {
        return 2
      }
      return 1
    case .obl: return tokens.relations[token] == "obl:agent" ? 3 : 1
    case .root: return 2
    default: return 1
    }
  }

  /// The verb or other predicate whose clause a token stands in.
  func clause(of token: Int) -> Int {
    var current = token
    while let above = head(of: current) {
      switch relations[current] {
      case .nsubj, .obj, .iobj, .obl, .csubj, .expl: return above
      case .ccomp, .xcomp, .advcl, .acl, .parataxis, .root: return current
      case .conj where isClausal(current): return current
      default: current = above
      }
    }
    return current
  }
}
