import StanceOntology

/// What a document tells of an entity, beside its name.
struct EntityProfile {
  var gender: Gender?
  /// Classes of offices that titles and appositions give it (`foreign-minister`), and of what.
  var offices: [(officeClass: String, of: EntityID?)] = []
  /// The country or organisation that it belongs to in this document.
  var affiliation: EntityID?
  /// The common nouns that name the bearer's work (`archbishop`, `lawyer`).
  var nouns: Set<String> = []
}
