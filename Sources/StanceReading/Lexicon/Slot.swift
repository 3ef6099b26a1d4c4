import StanceOntology

/// Where an argument of a predicate stands in the sentence, as the tables of the ontology name it.
///
/// `subj`, `obj`, `iobj`, `poss`, `amod`, `self`, `xcomp`, `ccomp`, `acl`, `advcl`, `quote`, a preposition
/// (`against`), `X>Y` (slot Y of the word in slot X), `X+xcomp` (the infinitive that the word in slot X controls), or
/// `X@country` (only an entity of this kind).
indirect enum Slot: Hashable, Sendable {
  case subject, object, indirectObject, possessor, modifier, itself
  case openComplement, clause, adnominalClause, adverbialClause, quotation
  case preposition(String)
  case path(Slot, Slot)
  case controlled(by: Slot)
  /// The noun that the word modifies: `the Kremlin critic Jane Doe`.
  case modified
  /// Only an entity of this kind, or of any where the kind is nil (`@actor`).
  case only(Slot, EntityID.Kind?)
  /// Always this entity: *Brexit* is the withdrawal of `country:GB`.
  case constant(EntityID)

  /// Reads the name of a slot that names somebody, where `acl` is the noun that the word modifies.
  init?(role name: some StringProtocol) {
    if name == "acl" {
      self = .modified
    } else {
      self.init(name)
    }
  }

  /// Reads the name of a slot; nil where it is none.
  init?(_ name: some StringProtocol) {
    if let arrow = name.firstIndex(of: ">") {
      guard let first = Slot(name[..<arrow]), let second = Slot(name[name.index(after: arrow)...])
      else { return nil }
      self = .path(first, second)
      return
    }
    if let at = name.firstIndex(of: "@") {
      let word = String(name[name.index(after: at)...])
      let kind = EntityID.Kind(rawValue: word)
      guard let slot = Slot(role: name[..<at]), kind != nil || word == "actor" else { return nil }
      self = .only(slot, kind)
      return
    }
    if let entity = EntityID(name) {
      self = .constant(entity)
      return
    }
    if name.hasSuffix("+xcomp") {
      guard let controller = Slot(name.dropLast("+xcomp".count)) else { return nil }
      self = .controlled(by: controller)
      return
    }
    switch name {
    case "subj": self = .subject
    case "obj": self = .object
    case "iobj": self = .indirectObject
    case "poss": self = .possessor
    case "amod": self = .modifier
    case "self": self = .itself
    case "xcomp": self = .openComplement
    case "ccomp": self = .clause
    case "acl": self = .adnominalClause
    case "advcl": self = .adverbialClause
    case "quote": self = .quotation
    default:
      guard Self.prepositions.contains(String(name)) else { return nil }
      self = .preposition(String(name))
    }
  }

  /// A closed class, so that a misspelt `subj` is no preposition.
  private static let prepositions: Set<String> = [
    "about", "above", "across", "after", "against", "ahead", "along", "alongside", "amid", "among",
    "around", "as", "at", "before", "behind", "below", "beneath", "beside", "besides", "between",
    "beyond", "by", "concerning", "despite", "during", "except", "for", "from", "in", "inside",
    "into", "like", "near", "of", "off", "on", "onto", "out", "outside", "over", "past", "per",
    "regarding", "round", "since", "than", "through", "throughout", "to", "toward", "towards",
    "under", "until", "up", "upon", "via", "with", "within", "without",
  ]
}
