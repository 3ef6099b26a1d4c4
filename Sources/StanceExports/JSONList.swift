import StanceModel

extension ByteSink {
  /// The members of a JSON list, one a line.
  mutating func write<Row>(list rows: [Row], _ object: (Row) -> JSONObject) throws {
    for (index, row) in rows.enumerated() {
      try write(text: (index == 0 ? "\n" : ",\n") + object(row).closed)
    }
  }
}

extension JSONObject {
  /// The values of a row that are there, by their columns.
  mutating func put(
    _ values: [AttributeTable.Value?], _ columns: [AttributeTable.Column],
    renaming names: [String: String] = [:]
  ) {
    for (column, value) in zip(columns, values) {
      guard let value else { continue }
      let name = names[column.name] ?? column.name
      if case .string(let text) = value { put(name, text) } else { put(name, raw: value.text) }
    }
  }
}
