/// What one table of the ontology holds: its columns, and what a cell of each may say.
struct TableSchema: Sendable {
  /// What a cell may hold.
  enum Cell: Sendable {
    case text
    /// A key of its own, which ids are made of.
    case key
    /// Values separated by `|`.
    case list
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    case date
    case number
    /// One of these words, or nothing.
    case word([String])
    /// The key of a row of that table, or nothing.
    case reference(EntityID.Kind)
    /// Several keys of rows of that table, separated by `|`.
    case references(EntityID.Kind)
    /// `kind:key`, or nothing.
    case entity
    /// `kind:key` of what an ambiguous form may mean, separated by `|`.
    case readings
  }

  struct Column: Sendable {
    var name: String
    var cell: Cell
    /// Whether the cell may not be empty.
    var isRequired = false

    init(_ name: String, _ cell: Cell = .text, required: Bool = false) {
      self.name = name
      self.cell = cell
      isRequired = required
    }
  }

  let name: String
  let columns: [Column]
  /// The columns that together tell one row from another.
  let keyColumns: [Int]
  /// Whether the ontology can't do without the table.
  let isRequired: Bool

  init(_ name: String, key: Int = 1, required: Bool = true, _ columns: [Column]) {
    self.name = name
    keyColumns = Array(0..<key)
    isRequired = required
    self.columns = columns
  }

  var fileName: String { name + ".tsv" }
}

extension TableSchema {
  /// Every table that this module reads, in the order in which they are loaded.
  static let all = [
    countries, people, organizations, regions, offices, memberships, claims, cities, givenNames,
    titles, ambiguous,
  ]

  /// Tables of other modules that may stand beside ours.
  static let othersFiles = [
    "cues.tsv", "issue-patterns.tsv", "issues.tsv", "relations.tsv", "reporting-cues.tsv",
  ]

  /// Columns that any table may have and that nothing reads.
  static let freeColumns = ["note", "source"]

  enum Countries {
    static let id = 0, name = 1, officialName = 2, aliases = 3, singular = 4, plural = 5,
      adjectives = 6, metonyms = 8, wikidata = 9
  }

  static let countries = TableSchema(
    "countries",
    [
      Column("id", .key, required: true), Column("name", required: true), Column("official_name"),
      Column("aliases", .list), Column("demonym_singular", .list), Column("demonym_plural", .list),
      Column("adjective", .list), Column("capitals", .list), Column("metonyms", .list),
      Column("wikidata"), Column("status"), Column("start", .date), Column("end", .date),
    ])

  enum People {
    static let id = 0, name = 1, familyNames = 2, variants = 3, generated = 4, gender = 5,
      countries = 6, wikidata = 7
  }

  static let people = TableSchema(
    "people",
    [
      Column("id", .key, required: true), Column("name", required: true),
      Column("family_names", .list), Column("variants", .list),
      Column("generated_variants", .list), Column("gender", .word(["m", "f"])),
      Column("countries", .references(.country)), Column("wikidata"),
    ])

  enum Organizations {
    static let id = 0, name = 1, variants = 2, adjectives = 3, type = 4, homeCountry = 5,
      metonyms = 6, wikidata = 7
  }

  static let organizations = TableSchema(
    "organizations",
    [
      Column("id", .key, required: true), Column("name", required: true),
      Column("variants", .list), Column("adjective", .list),
      Column("type", .word(Organization.Kind.allCases.map(\.rawValue)), required: true),
      Column("home_country", .reference(.country)), Column("metonyms", .list),
      Column("wikidata"), Column("start", .date), Column("end", .date),
    ])

  enum Regions {
    static let id = 0, name = 1, variants = 2, demonyms = 3, adjectives = 4, kind = 5, isoCode = 6,
      wikidata = 7, parent = 8
  }

  static let regions = TableSchema(
    "regions",
    [
      Column("id", .key, required: true), Column("name", required: true),
      Column("variants", .list), Column("demonyms", .list), Column("adjective", .list),
      Column("kind"), Column("iso_3166_2"), Column("wikidata"), Column("parent", .entity),
    ])

  enum Offices {
    static let person = 0, entity = 1, office = 2, start = 3, title = 4, end = 5, asOf = 6,
      speaksFor = 7
  }

  static let offices = TableSchema(
    "offices", key: 5,
    [
      Column("person", .reference(.person), required: true),
      Column("entity", .entity, required: true), Column("office", required: true),
      Column("start", .date), Column("title"), Column("end", .date), Column("as_of", .date),
      Column("speaks_for", .word(["yes", "no"])),
    ])

  enum Memberships { static let organization = 0, member = 1, role = 2, start = 3, end = 4 }

  static let memberships = TableSchema(
    "memberships", key: 4,
    [
      Column("organization", .reference(.organization), required: true),
      Column("member", .entity, required: true),
      Column(
        "role",
        .word(["member", "permanent-member", "elected-member", "candidate", "partner"]),
        required: true),
      Column("start", .date), Column("end", .date),
    ])

  enum Claims {
    static let entity = 0, claimant = 1, claim = 2, start = 3, end = 4, note = 5, source = 6
  }

  static let claims = TableSchema(
    "claims", key: 4,
    [
      Column("entity", .entity, required: true), Column("claimant", .entity, required: true),
      Column("claim", .word(Claim.Kind.allCases.map(\.rawValue)), required: true),
      Column("start", .date), Column("end", .date), Column("note"), Column("source"),
    ])

  enum Cities {
    static let id = 0, name = 1, variants = 2, country = 3, population = 4, capital = 5
  }

  static let cities = TableSchema(
    "cities",
    [
      Column("id", .key, required: true), Column("name", required: true),
      Column("variants", .list), Column("country", .reference(.country), required: true),
      Column("population", .number), Column("capital", .word(["yes"])),
    ])

  enum GivenNames { static let name = 0, gender = 1 }

  static let givenNames = TableSchema(
    "given-names",
    [
      Column("name", required: true),
      Column("gender", .word(["female", "mostly-female", "unisex", "mostly-male", "male"])),
    ])

  enum Titles {
    static let id = 0, title = 1, variants = 2, plural = 3, kind = 4, gender = 5, speaksFor = 6,
      office = 7
  }

  static let titles = TableSchema(
    "titles",
    [
      Column("id", .key, required: true), Column("title", required: true),
      Column("variants", .list), Column("plural", .list),
      Column("kind", .word(Title.Kind.allCases.map(\.rawValue)), required: true),
      Column("gender", .word(["m", "f"])),
      Column("speaks_for", .word(Title.SpeaksFor.allCases.map(\.rawValue))), Column("office"),
    ])

  enum Ambiguous { static let alias = 0, readings = 1, preferred = 2 }

  static let ambiguous = TableSchema(
    "ambiguous",
    [
      Column("alias", required: true), Column("readings", .readings, required: true),
      Column("preferred"), Column("reason"),
    ])
}
