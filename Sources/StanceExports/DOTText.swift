/// Text in Graphviz's language. Every id and value is quoted: unquoted, `NATO:membership` is a port of a
/// node, and `1st` two nodes, without an error.
public enum DOTText {
  /// A quoted id or value that Graphviz does not interpret.
  ///
  /// In the language a backslash stands for itself but before a quotation mark or a line's end, so it can't
  /// be told from an escape: it is always doubled, and a line feed written `\n`. `unquoted` takes it back.
  public static func quoted(_ text: String) -> String {
    literal(text, entities: false)
  }

  /// A quoted label or tooltip: entities as `&amp;` too, since Graphviz decodes them in plain labels.
  public static func label(_ text: String) -> String {
    literal(text, entities: true)
  }

  /// The same for an address: Graphviz copies its `&` raw into the SVG.
  ///
  /// - Returns: nil for what is no web address: a `javascript:` link would run in the drawing.
  public static func address(_ url: String) -> String? {
    let lower = url.lowercased()
    guard lower.hasPrefix("http://") || lower.hasPrefix("https://") else { return nil }
    return label(url)
  }

  /// The quoted name of a node: the id, or its `XMLName` where Graphviz would change it or copy it raw into
  /// the SVG.
  public static func name(_ uid: String) -> String {
    let plain =
      // Graphviz takes a name that begins with % for one of its own.
      uid.utf8.count < longestPiece && !uid.hasPrefix("%")
      && uid.unicodeScalars.allSatisfy { scalar in
        XMLText.isAllowed(scalar) && !scalar.properties.generalCategory.isControl
          && scalar != "&" && scalar != "\\"
      }
    return quoted(plain ? uid : XMLName.encode(uid))
  }

  /// Text inside an HTML-like label.
  public static func html(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars where XMLText.isAllowed(scalar) {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\n", "\r": escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// Graphviz 2 refuses a string of more than 16,384 bytes, but takes pieces that `+` joins.
  private static let longestPiece = 8000

  private static func literal(_ text: String, entities: Bool) -> String {
    var literal = "\""
    literal.reserveCapacity(text.utf8.count + 2)
    var start = 0
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars where XMLText.isAllowed(scalar) {
      if literal.utf8.count - start > longestPiece {
        literal += "\" + \""
        start = literal.utf8.count
      }
      switch scalar {
      case "\"": literal += "\\\""
      case "\\": literal += "\\\\"
      case "\n": if previous != "\r" { literal += "\\n" }
      case "\r": literal += "\\n"
      case "&" where entities: literal += "&amp;"
      default: literal.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return literal + "\""
  }

  /// Breaks a text into lines of about `width` characters, at spaces where there are any.
  ///
  /// A user-perceived character (a letter with its accents, an emoji with its parts) is never cut.
  ///
  /// - Parameter lines: At most so many lines; what is left out is shown by `…`.
  public static func wrapped(_ text: String, width: Int, lines limit: Int = .max) -> String {
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      var rest = word
      if !line.isEmpty && line.count + 1 + rest.count > width {
        lines.append(line)
        line = ""
      }
      while rest.count > width {
        lines.append(String(rest.prefix(width)))
        rest = rest.dropFirst(width)
      }
      line += line.isEmpty ? String(rest) : " " + rest
    }
    if !line.isEmpty { lines.append(line) }
    guard lines.count > limit, limit > 0 else { return lines.joined(separator: "\n") }
    var kept = lines.prefix(limit)
    let last = kept.removeLast()
    kept.append((last.count < width ? last : String(last.prefix(width - 1))) + "…")
    return kept.joined(separator: "\n")
  }
}

extension Unicode.GeneralCategory {
  fileprivate var isControl: Bool {
    switch self {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
