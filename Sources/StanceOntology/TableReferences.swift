/// A row of one of the four tables of entities.
struct EntityRow: Hashable, Sendable {
  var kind: EntityID.Kind
  var row: Int32

  init(_ kind: EntityID.Kind, _ row: Int) {
    self.kind = kind
    self.row = Int32(truncatingIfNeeded: row)
  }
}

/// The rows that the dated tables speak of, looked up once.
struct TableReferences: Sendable {
  struct Pair: Sendable {
    var first: EntityRow
    var second: EntityRow
  }

  /// For each office, who holds it and where.
  let offices: [Pair?]
  /// For each membership, the organisation and the member.
  let memberships: [Pair?]
  /// For each claim, the territory and the claimant.
  let claims: [Pair?]

  init(_ pool: TablePool) {
    func reference(_ cell: PoolRange, _ kind: EntityID.Kind) -> EntityRow? {
      guard let number = TableSchema.number(of: kind) else { return nil }
      return pool.row(pool.slice(cell), in: pool.tables[number]).map { EntityRow(kind, $0) }
    }
    func entity(_ cell: PoolRange) -> EntityRow? {
      pool.entity(cell).flatMap { reference($0.key, $0.kind) }
    }
    func pairs(_ schema: TableSchema, _ first: (PoolRange) -> EntityRow?) -> [Pair?] {
      let table = pool.table(schema)
      return (0..<table.count).map { row in
        guard let first = first(table.cell(row, 0)), let second = entity(table.cell(row, 1)) else {
          return nil
        }
        return Pair(first: first, second: second)
      }
    }
    offices = pairs(.offices) { reference($0, .person) }
    memberships = pairs(.memberships) { reference($0, .organization) }
    claims = pairs(.claims, entity)
  }
}

extension TablePool {
  func table(_ schema: TableSchema) -> Table {
    tables.first { $0.schema.name == schema.name } ?? Table(schema)
  }
}
