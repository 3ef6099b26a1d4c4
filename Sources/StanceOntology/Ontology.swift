public import SourceText

/// Everything wrong with the tables of an ontology.
public struct OntologyErrors: Error, Hashable, Sendable, CustomStringConvertible {
  public var diagnostics: [Diagnostic]

  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  /// One fault after the other, each as `Diagnostic` writes it.
  public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}

/// The entities of the world as tables give them: countries, people with dated offices,
/// organisations with dated members, regions with dated claims, cities, titles and given names.
///
/// Immutable once read. Looking something up takes microseconds; strings are made when asked for.
public final class Ontology: Sendable {
  let pool: TablePool
  let names: NameIndex
  let titleNames: NameIndex
  let givenNames: NameIndex
  /// For each row of `ambiguous.tsv`, found by its alias.
  let ambiguousNames: NameIndex
  let references: TableReferences

  /// Reads the tables of one or more directories.
  ///
  /// A row of a later directory takes the place of an earlier directory's row with the same key
  /// (for people, countries and the like the `id`; for offices person, entity, class, start and
  /// title; for memberships and claims their first four columns), and other rows add to them. A
  /// directory need not hold every table.
  /// - Parameter directories: paths, the base first.
  /// - Throws: `OntologyErrors` with every fault of every table.
  public convenience init(directories: [String]) throws {
    let pool = TablePool(reading: directories)
    let faults = TableChecks.faults(of: pool)
    if !faults.isEmpty { throw OntologyErrors(faults) }
    self.init(pool)
  }

  /// Every fault of the tables in these directories, by file and line; empty when all is well.
  ///
  /// Beside what `init(directories:)` checks, it names tables that nothing reads.
  public static func validate(directories: [String]) -> [Diagnostic] {
    TableChecks.faults(of: TablePool(reading: directories))
      + directories.flatMap { TableFiles.strangers(in: $0) }
  }

  private init(_ pool: TablePool) {
    self.pool = pool
    names = NameIndex(of: pool)
    titleNames = NameIndex(titlesOf: pool)
    givenNames = NameIndex(column: TableSchema.GivenNames.name, of: .givenNames, in: pool)
    ambiguousNames = NameIndex(column: TableSchema.Ambiguous.alias, of: .ambiguous, in: pool)
    references = TableReferences(pool)
  }
}

extension Ontology {
  /// All countries, sorted by id.
  public var countries: [EntityID] { ids(of: .country) }
  /// All people, sorted by id.
  public var people: [EntityID] { ids(of: .person) }
  /// All organisations, sorted by id.
  public var organizations: [EntityID] { ids(of: .organization) }
  /// All regions, sorted by id.
  public var regions: [EntityID] { ids(of: .region) }

  private func ids(of kind: EntityID.Kind) -> [EntityID] {
    guard let number = TableSchema.number(of: kind) else { return [] }
    return (0..<pool.tables[number].count).map { id(EntityRow(kind, $0)) }.sorted()
  }

  /// Whether the ontology has a row for this entity.
  public func contains(_ entity: EntityID) -> Bool { row(of: entity) != nil }

  /// The name to print: *Ukraine*, *Volodymyr Zelenskyy*; nil for an entity without a row.
  public func label(of entity: EntityID) -> String? {
    // In all four tables the second column is the name.
    row(of: entity).flatMap { pool.text(cell($0, TableSchema.Countries.name)) }
  }

  /// The Wikidata item: `Q212`.
  public func wikidata(of entity: EntityID) -> String? {
    row(of: entity).flatMap { row in
      switch row.kind {
      case .country: pool.text(cell(row, TableSchema.Countries.wikidata))
      case .person: pool.text(cell(row, TableSchema.People.wikidata))
      case .organization: pool.text(cell(row, TableSchema.Organizations.wikidata))
      case .region: pool.text(cell(row, TableSchema.Regions.wikidata))
      case .group, .document: nil
      }
    }
  }

  /// ISO 3166-1 alpha-2 of a country, ISO 3166-2 of a region that has one.
  public func isoCode(of entity: EntityID) -> String? {
    row(of: entity).flatMap { row in
      switch row.kind {
      case .country: entity.key
      case .region: pool.text(cell(row, TableSchema.Regions.isoCode))
      default: nil
      }
    }
  }

  func row(of entity: EntityID) -> EntityRow? {
    guard let number = TableSchema.number(of: entity.kind),
      let row = pool.row(entity.key, in: pool.tables[number])
    else { return nil }
    return EntityRow(entity.kind, row)
  }

  func id(_ row: EntityRow) -> EntityID {
    EntityID(row.kind, pool.string(cell(row, TableSchema.Countries.id)))
  }

  func cell(_ row: EntityRow, _ column: Int) -> PoolRange {
    guard let number = TableSchema.number(of: row.kind) else { return PoolRange(0, 0) }
    return pool.tables[number].cell(Int(row.row), column)
  }

  func table(_ schema: TableSchema) -> Table { pool.table(schema) }
}
