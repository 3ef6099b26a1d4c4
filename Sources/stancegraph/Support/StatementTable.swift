import SourceText
import StanceModel
import StanceOntology

/// Statements as a table for people and for spreadsheets.
enum StatementTable {
  /// RFC 4180, a header line, UTF-8; offsets are UTF-8 bytes.
  static func csv(_ statements: [Statement]) -> String {
    var text =
      "id,document,start,end,holder,polarity,target,modality,source,cue,strength,confidence,evidence\r\n"
    for statement in Statement.sorted(statements) {
      let cells = [
        statement.id, statement.document, String(statement.evidence.start),
        String(statement.evidence.end), statement.holder.description, statement.polarity.rawValue,
        statement.target.id, statement.modality.rawValue, statement.source?.description ?? "",
        statement.cue, String(statement.strength), NumberText.twoDecimals(statement.confidence),
        statement.quotation,
      ]
      text += cells.map(quoted).joined(separator: ",") + "\r\n"
    }
    return text
  }

  private static func quoted(_ cell: String) -> String {
    // A leading = + - @ would be run as a formula by spreadsheets.
    let safe = cell.first.map { "=+-@\t".contains($0) } ?? false ? "'" + cell : cell
    guard safe.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else {
      return safe
    }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }

  /// Three lines a statement: who and what, the words, the place.
  static func text(_ statements: [Statement]) -> String {
    var text = ""
    for statement in Statement.sorted(statements) {
      let verb =
        statement.polarity == .support
        ? "supports" : statement.polarity == .oppose ? "opposes" : "on"
      let said = statement.source.map { $0 == statement.holder ? "" : ", says \($0)" } ?? ""
      let modality = statement.modality == .asserted ? "" : " (\(statement.modality.rawValue))"
      text += "\(statement.holder) \(verb) \(statement.target.id)\(modality)\(said)\n"
      text += "    “\(Self.line(statement.quotation))”\n"
      text +=
        "    \(statement.document):\(statement.evidence.start)–\(statement.evidence.end)  \(statement.id)  \(NumberText.twoDecimals(statement.confidence))\n"
    }
    return text
  }

  /// A text on one line, without control characters.
  static func line(_ text: String) -> String {
    String(text.map { $0.isNewline || $0.unicodeScalars.contains { $0.value < 32 } ? " " : $0 })
  }
}
