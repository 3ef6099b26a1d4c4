/// Cells and lines of delimited tables (RFC 4180): quoted where they must be, lines end with CR LF.
enum CSVText {
  static func line(_ cells: [String], separator: String = ",") -> String {
    cells.map { quoted($0, separator) }.joined(separator: separator) + "\r\n"
  }

  /// Quoted where a separator, a quotation mark, a line end or white space at an end would be misread.
  private static func quoted(_ cell: String, _ separator: String) -> String {
    let special = (separator + "\"\r\n").unicodeScalars
    let bare = cell.unicodeScalars
    guard
      bare.contains(where: { special.contains($0) })
        || bare.first?.properties.isWhitespace ?? false
        || bare.last?.properties.isWhitespace ?? false
    else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}
