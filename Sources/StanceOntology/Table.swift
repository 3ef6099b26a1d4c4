import SourceText

/// The rows of one table, from one file or from several laid over each other.
struct Table: Sendable {
  let schema: TableSchema
  /// Row by row, the cells in the order of the schema's columns.
  fileprivate(set) var cells: [PoolRange] = []
  /// The line of each row in its file.
  fileprivate(set) var lines: [Int32] = []
  /// The index of each row's file in `TablePool.files`.
  fileprivate(set) var files: [Int32] = []
  fileprivate(set) var index = KeyIndex()

  init(_ schema: TableSchema) { self.schema = schema }

  var count: Int { lines.count }

  func cell(_ row: Int, _ column: Int) -> PoolRange { cells[row * schema.columns.count + column] }
}

/// Where a row comes from.
private struct Source {
  /// An index of `TablePool.files`.
  var file: Int
  var line: Int
}

extension Table {
  fileprivate mutating func reserve(_ rows: Int) {
    index.reserve(rows)
    cells.reserveCapacity(cells.count + rows * schema.columns.count)
  }

  /// Adds a row, or replaces the row of another file that has its key.
  ///
  /// Returns the line of an earlier row with that key in the same file, and then adds nothing.
  fileprivate mutating func add(
    _ cells: [PoolRange], _ positions: [Int?], _ source: Source, _ bytes: [UInt8]
  ) -> Int? {
    let empty = PoolRange(0, 0)
    func cell(_ column: Int) -> PoolRange { positions[column].map { cells[$0] } ?? empty }
    let width = schema.columns.count
    var hash = NamePieces.hash([])
    for column in schema.keyColumns {
      hash = NamePieces.hash(bytes[cell(column).range], from: hash)
    }
    let known = index.find(hash) { row in
      schema.keyColumns.allSatisfy { column in
        bytes[self.cells[row * width + column].range].elementsEqual(bytes[cell(column).range])
      }
    }
    let file = Int32(truncatingIfNeeded: source.file)
    let line = Int32(truncatingIfNeeded: source.line)
    guard let known else {
      for position in positions { self.cells.append(position.map { cells[$0] } ?? empty) }
      lines.append(line)
      files.append(file)
      index.add(hash)
      return nil
    }
    if files[known] == file { return Int(lines[known]) }
    for column in 0..<width { self.cells[known * width + column] = cell(column) }
    lines[known] = line
    files[known] = file
    return nil
  }
}

/// A range of bytes of the pool.
struct PoolRange: Sendable {
  var start: UInt32
  var end: UInt32

  init(_ start: Int, _ end: Int) {
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: end)
  }

  var range: Range<Int> { Int(start)..<Int(end) }
  var isEmpty: Bool { end <= start }
}

/// Finds a row by its key: a hash table of row numbers.
struct KeyIndex: Sendable {
  private var slots: [Int32] = []
  private var hashes: [UInt32] = []

  mutating func reserve(_ rows: Int) {
    var capacity = 16
    while capacity < (hashes.count + rows) * 2 { capacity *= 2 }
    guard capacity > slots.count else { return }
    slots = Array(repeating: -1, count: capacity)
    for row in hashes.indices { place(row) }
  }

  private mutating func place(_ row: Int) {
    var slot = Int(hashes[row]) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(truncatingIfNeeded: row)
  }

  /// Adds the next row; there must be room.
  mutating func add(_ hash: UInt32) {
    if (hashes.count + 1) * 2 > slots.count { reserve(hashes.count + 1) }
    hashes.append(hash)
    place(hashes.count - 1)
  }

  /// The first row with this hash for which `isEqual` holds.
  func find(_ hash: UInt32, _ isEqual: (Int) -> Bool) -> Int? {
    guard !slots.isEmpty else { return nil }
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let row = Int(slots[slot])
      if hashes[row] == hash, isEqual(row) { return row }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }
}

/// The bytes of all files that were read, one after the other, and the tables cut from them.
struct TablePool: Sendable {
  private(set) var bytes: [UInt8] = []
  private(set) var files: [String] = []
  private(set) var tables: [Table]
  private(set) var faults: [Diagnostic] = []
  /// Whether every table could be read, so that what is missing in one is a fault of another's.
  private(set) var isWhole = true

  init(_ schemas: [TableSchema]) { tables = schemas.map { Table($0) } }

  func string(_ range: PoolRange) -> String {
    String(decoding: bytes[range.range], as: UTF8.self)
  }

  func text(_ range: PoolRange) -> String? { range.isEmpty ? nil : string(range) }

  func slice(_ range: PoolRange) -> ArraySlice<UInt8> { bytes[range.range] }

  /// The values of a cell that are separated by `|`.
  func values(_ range: PoolRange) -> [PoolRange] {
    guard !range.isEmpty else { return [] }
    var values: [PoolRange] = []
    forEachValue(range) { values.append($0) }
    return values
  }

  func forEachValue(_ range: PoolRange, _ body: (PoolRange) -> Void) {
    guard !range.isEmpty else { return }
    var start = Int(range.start)
    for place in range.range where bytes[place] == UInt8(ascii: "|") {
      body(PoolRange(start, place))
      start = place + 1
    }
    body(PoolRange(start, Int(range.end)))
  }

  func file(of row: Int, in table: Table) -> String { files[Int(table.files[row])] }

  func line(of row: Int, in table: Table) -> Int { Int(table.lines[row]) }

  /// The row whose only key column holds `key`.
  func row(_ key: ArraySlice<UInt8>, in table: Table) -> Int? {
    table.index.find(NamePieces.hash(key)) { row in
      slice(table.cell(row, 0)).elementsEqual(key)
    }
  }

  func row(_ key: String, in table: Table) -> Int? {
    row(ArraySlice(key.utf8), in: table)
  }

  mutating func report(_ fault: Diagnostic) { faults.append(fault) }

  /// Reports that a whole table can't be used.
  mutating func reportLost(_ fault: Diagnostic) {
    faults.append(fault)
    isWhole = false
  }
}

extension TablePool {
  /// Reads one file into a table: new keys are added, known ones take the later row's cells.
  mutating func read(_ contents: some Sequence<UInt8>, of file: String, into number: Int) {
    let base = bytes.count
    bytes.append(contentsOf: contents)
    files.append(file)
    let schema = tables[number].schema
    if let broken = invalidUTF8(from: base) {
      let line = bytes[base..<broken].reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
      reportLost(TableFault.notUTF8(file, line, byte: bytes[broken]))
      return
    }
    var reader = LineReader(at: base)
    if bytes[base...].starts(with: [0xEF, 0xBB, 0xBF]) { reader.place += 3 }
    var cells: [PoolRange] = []
    guard reader.next(in: bytes, &cells) else {
      reportLost(TableFault.empty(file, schema))
      return
    }
    guard let positions = positions(of: cells, schema, file, reader.line) else { return }
    let width = cells.count
    // Taken out while it grows, so that no copy of its arrays is made.
    var table = tables[number]
    tables[number] = Table(schema)
    defer { tables[number] = table }
    table.reserve((bytes.count - base) / 24)
    while reader.next(in: bytes, &cells) {
      if cells.count != width {
        report(TableFault.width(file, reader.line, cells.count, width))
      } else if let earlier = table.add(
        cells, positions, Source(file: files.count - 1, line: reader.line), bytes)
      {
        report(TableFault.duplicate(file, reader.line, key(cells, positions, schema), earlier))
      }
    }
  }

  private func key(
    _ cells: [PoolRange], _ positions: [Int?], _ schema: TableSchema
  ) -> String {
    schema.keyColumns.compactMap { positions[$0] }.map { string(cells[$0]) }
      .filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// Where each column of the schema stands in the file; nil when the header won't do.
  private mutating func positions(
    of header: [PoolRange], _ schema: TableSchema, _ file: String, _ line: Int
  ) -> [Int?]? {
    let names = header.map { string($0) }
    let known = schema.columns.map(\.name)
    var isUsable = true
    for name in names where !known.contains(name) && !TableSchema.freeColumns.contains(name) {
      reportLost(TableFault.unknownColumn(file, line, name, known))
      isUsable = false
    }
    for column in schema.columns where column.isRequired && !names.contains(column.name) {
      reportLost(TableFault.missingColumn(file, line, column.name, known))
      isUsable = false
    }
    return isUsable ? known.map { names.firstIndex(of: $0) } : nil
  }

  /// The place of the first byte that is not part of well-formed UTF-8.
  private func invalidUTF8(from base: Int) -> Int? {
    guard bytes[base...].contains(where: { $0 >= 0x80 }) else { return nil }
    guard String(validating: bytes[base...], as: UTF8.self) == nil else { return nil }
    var decoder = UTF8()
    var iterator = bytes[base...].makeIterator()
    var place = base
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): place += UTF8.width(scalar)
      case .emptyInput, .error: return min(place, bytes.count - 1)
      }
    }
  }
}

/// Cuts lines into cells at tabs; blank lines and lines that begin with `#` are passed over.
struct LineReader {
  var place: Int
  private(set) var line = 0

  init(at place: Int) { self.place = place }

  /// Puts the cells of the next line into `cells`; false at the end.
  mutating func next(in bytes: [UInt8], _ cells: inout [PoolRange]) -> Bool {
    while place < bytes.count {
      line += 1
      cells.removeAll(keepingCapacity: true)
      let lineStart = place
      var start = place
      var end = place
      let count = bytes.count
      while end < count {
        let byte = bytes[end]
        if byte <= 0x0A {
          if byte == 0x0A { break }
          if byte == 0x09 {
            cells.append(PoolRange(start, end))
            start = end + 1
          }
        }
        end += 1
      }
      place = end + 1
      if end > start, bytes[end - 1] == 0x0D { end -= 1 }
      cells.append(PoolRange(start, end))
      if end == lineStart || bytes[lineStart] == UInt8(ascii: "#") { continue }
      return true
    }
    return false
  }
}
