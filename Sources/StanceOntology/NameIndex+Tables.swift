extension NameIndex {
  /// The names of all countries, people, organisations, regions and cities.
  init(of pool: TablePool) {
    var filler = NameFiller(pool, NameIndex(capacity: 48_000))
    typealias Countries = TableSchema.Countries
    filler.add(.countries, Countries.name, .name)
    filler.add(.countries, Countries.officialName, .name)
    filler.add(.countries, Countries.aliases, .name)
    filler.add(.countries, Countries.singular, .demonym)
    filler.add(.countries, Countries.plural, .demonym)
    filler.add(.countries, Countries.adjectives, .adjective)
    filler.add(.countries, Countries.metonyms, .metonym)
    typealias People = TableSchema.People
    filler.add(.people, People.name, .name)
    filler.add(.people, People.familyNames, .familyName)
    filler.add(.people, People.variants, .name)
    filler.add(.people, People.generated, .name, isGenerated: true)
    typealias Organizations = TableSchema.Organizations
    filler.add(.organizations, Organizations.name, .name)
    filler.add(.organizations, Organizations.variants, .name)
    filler.add(.organizations, Organizations.adjectives, .adjective)
    filler.add(.organizations, Organizations.metonyms, .metonym)
    typealias Regions = TableSchema.Regions
    filler.add(.regions, Regions.name, .name)
    filler.add(.regions, Regions.variants, .name)
    filler.add(.regions, Regions.demonyms, .demonym)
    filler.add(.regions, Regions.adjectives, .adjective)
    typealias Cities = TableSchema.Cities
    filler.add(.cities, Cities.name, .city)
    filler.add(.cities, Cities.variants, .city)
    self = filler.index
  }

  /// The forms of the titles; the kind is 1 for a plural.
  init(titlesOf pool: TablePool) {
    var filler = NameFiller(pool, NameIndex(capacity: 1024))
    filler.add(.titles, TableSchema.Titles.title, kind: 0)
    filler.add(.titles, TableSchema.Titles.variants, kind: 0)
    filler.add(.titles, TableSchema.Titles.plural, kind: 1)
    self = filler.index
  }

  /// The values of one column.
  init(column: Int, of schema: TableSchema, in pool: TablePool) {
    var filler = NameFiller(pool, NameIndex(capacity: 8192))
    filler.add(schema, column, kind: 0)
    self = filler.index
  }
}

/// Puts the names of a column into an index.
private struct NameFiller {
  let pool: TablePool
  var index: NameIndex
  private var scratch = NamePieces(.letterCase)

  init(_ pool: TablePool, _ index: NameIndex) {
    self.pool = pool
    self.index = index
  }

  mutating func add(
    _ schema: TableSchema, _ column: Int, _ kind: Ontology.NameKind, isGenerated: Bool = false
  ) {
    add(schema, column, kind: kind.rawValue, isGenerated: isGenerated)
  }

  mutating func add(
    _ schema: TableSchema, _ column: Int, kind: UInt8, isGenerated: Bool = false
  ) {
    let pool = pool
    let table = pool.table(schema)
    guard let number = TableSchema.all.firstIndex(where: { $0.name == schema.name }) else { return }
    let isList = if case .list = schema.columns[column].cell { true } else { false }
    for row in 0..<table.count {
      let cell = table.cell(row, column)
      guard !cell.isEmpty else { continue }
      var start = Int(cell.start)
      let end = Int(cell.end)
      for place in start...end
      where place == end || isList && pool.bytes[place] == UInt8(ascii: "|") {
        index.add(
          NameIndex.Entry(
            name: PoolRange(start, place), row: row, table: number, kind: kind,
            isGenerated: isGenerated),
          pool.bytes, &scratch)
        start = place + 1
      }
    }
  }
}
