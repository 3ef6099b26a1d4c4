import SourceText

/// Checks every cell of the tables against what its column may hold.
struct TableChecks {
  private let pool: TablePool
  private let found = Found()

  /// Outside the value, so that a check may report while it goes through the pool.
  private final class Found {
    var faults: [Diagnostic] = []
  }

  private init(_ pool: TablePool) { self.pool = pool }

  /// What is wrong with the tables, by file in the order of reading and by line.
  ///
  /// Cells are looked at only when every table could be read: a missing table of countries would
  /// make every mention of a country a fault.
  static func faults(of pool: TablePool) -> [Diagnostic] {
    guard pool.isWhole else { return pool.faults }
    let checks = TableChecks(pool)
    for table in pool.tables { checks.check(table) }
    let all = pool.faults + checks.found.faults
    return all.enumerated().map { offset, fault in
      (pool.files.firstIndex(of: fault.file) ?? -1, fault.line ?? 0, offset, fault)
    }
    .sorted { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }.map(\.3)
  }

  private func check(_ table: Table) {
    let isCountries = table.schema.name == "countries"
    let start = table.schema.columns.firstIndex { $0.name == "start" }
    let end = table.schema.columns.firstIndex { $0.name == "end" }
    for (number, column) in table.schema.columns.enumerated() {
      let isText = if case .text = column.cell { true } else { false }
      for row in 0..<table.count {
        let cell = table.cell(row, number)
        if cell.isEmpty {
          if column.isRequired { report(row, table) { TableFault.emptyCell($0, $1, column.name) } }
        } else if !isClean(cell) || !isText {
          check(cell, column, row, table, isCountries)
        }
      }
    }
    for row in 0..<table.count {
      if let start, let end { checkOrder(table.cell(row, start), table.cell(row, end), row, table) }
      if table.schema.name == "ambiguous" { checkPreferred(row, table) }
    }
  }

  /// Whether a cell neither begins nor ends with a space or a quotation mark.
  private func isClean(_ cell: PoolRange) -> Bool {
    let first = pool.bytes[Int(cell.start)]
    let last = pool.bytes[Int(cell.end) - 1]
    return first != 0x20 && last != 0x20 && first != 0x22 && last != 0x22
  }

  private func check(
    _ cell: PoolRange, _ column: TableSchema.Column, _ row: Int, _ table: Table,
    _ isCountries: Bool
  ) {
    let first = pool.bytes[Int(cell.start)]
    let last = pool.bytes[Int(cell.end) - 1]
    if first == 0x20 || last == 0x20 {
      report(row, table) { TableFault.space($0, $1, column.name, pool.string(cell)) }
      return
    }
    if first == 0x22 && last == 0x22 {
      report(row, table) { TableFault.quoted($0, $1, column.name) }
      return
    }
    switch column.cell {
    case .text: break
    case .key:
      if !isKey(cell, isCountries) {
        report(row, table) {
          TableFault.key($0, $1, pool.string(cell), isCountry: isCountries)
        }
      }
    case .list: checkList(cell, column, row, table)
    case .date:
      if DateRange(utf8: pool.slice(cell)) == nil {
        report(row, table) { TableFault.date($0, $1, column.name, pool.string(cell)) }
      }
    case .number:
      if !pool.slice(cell).allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
        report(row, table) { TableFault.number($0, $1, column.name, pool.string(cell)) }
      }
    case .word(let words):
      if !words.contains(where: { $0.utf8.elementsEqual(pool.slice(cell)) }) {
        report(row, table) { TableFault.word($0, $1, column.name, pool.string(cell), words) }
      }
    case .reference(let kind):
      checkReference(cell, kind, row, table, written: cell)
    case .references(let kind):
      pool.forEachValue(cell) { checkReference($0, kind, row, table, written: $0) }
    case .entity:
      checkEntity(cell, column, row, table)
    case .readings:
      pool.forEachValue(cell) { checkReading($0, column, row, table) }
    }
  }

  private func isKey(_ cell: PoolRange, _ isCountry: Bool) -> Bool {
    let key = pool.slice(cell)
    if isCountry { return key.count == 2 && key.allSatisfy { $0 >= 0x41 && $0 <= 0x5A } }
    return key.allSatisfy {
      $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x41 && $0 <= 0x5A || $0 >= 0x30 && $0 <= 0x39
        || $0 == 0x2D
    }
  }

  private func checkList(
    _ cell: PoolRange, _ column: TableSchema.Column, _ row: Int, _ table: Table
  ) {
    var hasEmpty = false
    var spaced: PoolRange?
    let bytes = pool.bytes
    pool.forEachValue(cell) { value in
      if value.isEmpty {
        hasEmpty = true
      } else if bytes[Int(value.start)] == 0x20 || bytes[Int(value.end) - 1] == 0x20 {
        spaced = value
      }
    }
    if hasEmpty { report(row, table) { TableFault.emptyValue($0, $1, column.name) } }
    if let spaced {
      let value = pool.string(spaced)
      report(row, table) { TableFault.space($0, $1, column.name, value) }
    }
  }

  private func checkReference(
    _ cell: PoolRange, _ kind: EntityID.Kind, _ row: Int, _ table: Table, written: PoolRange
  ) {
    guard let number = TableSchema.number(of: kind) else { return }
    let target = pool.tables[number]
    guard pool.row(pool.slice(cell), in: target) == nil else { return }
    let prefix = written.start == cell.start ? "" : kind.rawValue + ":"
    let known = (0..<target.count).map { prefix + pool.string(target.cell($0, 0)) }
    report(row, table) { file, line in
      TableFault.unknown(
        file, line, pool.string(written), kind, table: target.schema.fileName, known: known)
    }
  }

  private func checkEntity(
    _ cell: PoolRange, _ column: TableSchema.Column, _ row: Int, _ table: Table
  ) {
    guard let (kind, key) = pool.entity(cell) else {
      report(row, table) { TableFault.kind($0, $1, column.name, pool.string(cell)) }
      return
    }
    checkReference(key, kind, row, table, written: cell)
  }

  /// Readings may also be words, given names, titles and cities, which need no row.
  private func checkReading(
    _ cell: PoolRange, _ column: TableSchema.Column, _ row: Int, _ table: Table
  ) {
    for prefix in ["word:", "name:", "title:", "city:"]
    where pool.slice(cell).starts(with: prefix.utf8) {
      return
    }
    checkEntity(cell, column, row, table)
  }

  private func checkOrder(
    _ start: PoolRange, _ end: PoolRange, _ row: Int, _ table: Table
  ) {
    guard let from = DateRange(utf8: pool.slice(start)), let to = DateRange(utf8: pool.slice(end)),
      to.last < from.first
    else { return }
    report(row, table) { TableFault.order($0, $1, pool.string(start), pool.string(end)) }
  }

  private func checkPreferred(_ row: Int, _ table: Table) {
    let preferred = table.cell(row, TableSchema.Ambiguous.preferred)
    guard !preferred.isEmpty else { return }
    let readings = pool.values(table.cell(row, TableSchema.Ambiguous.readings))
    if !readings.contains(where: { pool.slice($0) == pool.slice(preferred) }) {
      report(row, table) { TableFault.preferred($0, $1, pool.string(preferred)) }
    }
  }

  private func report(
    _ row: Int, _ table: Table, _ message: (String, Int) -> Diagnostic
  ) {
    found.faults.append(message(pool.file(of: row, in: table), pool.line(of: row, in: table)))
  }
}

extension TablePool {
  /// Splits `kind:key`, where the kind has a table.
  func entity(_ cell: PoolRange) -> (kind: EntityID.Kind, key: PoolRange)? {
    guard let colon = bytes[cell.range].firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let kind: EntityID.Kind
    switch colon - Int(cell.start) {
    case 7: kind = .country
    case 6: kind = bytes[Int(cell.start)] == UInt8(ascii: "p") ? .person : .region
    case 12: kind = .organization
    default: return nil
    }
    guard bytes[Int(cell.start)..<colon].elementsEqual(kind.rawValue.utf8), colon + 1 < cell.end
    else { return nil }
    return (kind, PoolRange(colon + 1, Int(cell.end)))
  }
}

extension TableSchema {
  /// The place in `all` of the table of a kind of entity.
  static func number(of kind: EntityID.Kind) -> Int? {
    switch kind {
    case .country: 0
    case .person: 1
    case .organization: 2
    case .region: 3
    case .group, .document: nil
    }
  }
}
