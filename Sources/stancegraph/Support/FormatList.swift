import StanceExports

/// The table of `export --list`.
enum FormatList {
  static func print() {
    let rows = exporters.map { type in
      [type.name, type.dialects.joined(separator: " "), type.readers, type.summary]
    }
    let header = ["format", "dialects", "read by", "what it is"]
    let widths = header.indices.map { column in
      (rows + [header]).map { $0[column].count }.max() ?? 0
    }
    for row in [header] + rows {
      let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
      Swift.print(cells.joined(separator: "  ").trimmed)
    }
  }
}

extension String {
  /// Without the spaces at its end.
  fileprivate var trimmed: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
