extension Ontology {
  /// In which way a surface form names an entity.
  public enum NameKind: UInt8, Sendable, CaseIterable {
    /// A full name, an official name, another name or an acronym: *United Nations*, *UN*.
    case name
    /// The adjective of a country or region: *Russian*, *European*.
    case adjective
    /// A word for the people: *Russians*, *a Russian*.
    case demonym
    /// A seat of power that stands for its holder where it acts or speaks: *the Kremlin*, *Moscow*.
    case metonym
    /// The part of a person's name that is used alone after the first mention: *Rubio*.
    case familyName
    /// A city; the entity is the country that administers or is assigned it in the table.
    case city
  }

  /// One reading of a surface form.
  public struct Candidate: Sendable, Hashable {
    public var entity: EntityID
    public var kind: NameKind
    /// Whether the spelling was made by transliteration rules and is attested in no source.
    public var isGenerated: Bool

    public init(entity: EntityID, kind: NameKind, isGenerated: Bool = false) {
      self.entity = entity
      self.kind = kind
      self.isGenerated = isGenerated
    }
  }

  /// What `ambiguous.tsv` says of a surface form.
  public struct Ambiguity: Sendable, Hashable {
    /// What the form may mean, as `kind:key`; also `word:…`, `name:…`, `title:…` and `city:…`.
    public var readings: [String]
    /// The reading to take where the context says nothing; nil where the context must decide.
    public var preferred: String?
    /// Whether the form is also a common English word: *Chad*, *Reading*, *May*.
    public var isCommonWord: Bool
    /// Whether the form is also a given name: *Jordan*, *Georgia*.
    public var isGivenName: Bool
  }
}

/// The gender that a source records for a person, or that a form of address tells.
public enum Gender: String, Sendable {
  case male = "m"
  case female = "f"
}
