/// Writes one JSON object on one line, its keys in the order they are put in.
package struct JSONObject {
  package private(set) var text = "{"

  package init() {}

  package mutating func put(_ key: String, _ value: String) { put(key, raw: Self.quoted(value)) }

  package mutating func put(_ key: String, orNull value: String?) {
    put(key, raw: value.map(Self.quoted) ?? "null")
  }

  package mutating func put(_ key: String, _ value: Int) { put(key, raw: String(value)) }

  package mutating func put(_ key: String, orNull value: Int?) {
    put(key, raw: value.map { String($0) } ?? "null")
  }

  package mutating func put(_ key: String, _ values: [String]) {
    put(key, raw: "[" + values.map(Self.quoted).joined(separator: ",") + "]")
  }

  package mutating func put(_ key: String, _ objects: [JSONObject]) {
    put(key, raw: "[" + objects.map(\.closed).joined(separator: ",") + "]")
  }

  package mutating func put(_ key: String, raw value: String) {
    if text.utf8.count > 1 { text += "," }
    text += Self.quoted(key) + ":" + value
  }

  /// The object with its closing brace.
  package var closed: String { text + "}" }

  /// RFC 8259, section 7; U+2028 and U+2029 as well, which end a line for some readers.
  package static func quoted(_ value: String) -> String {
    var quoted = "\""
    quoted.reserveCapacity(value.utf8.count + 2)
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}", "\u{85}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

/// Numbers as the outputs write them.
public enum NumberText {
  /// A value of 0 to 1 with two decimals, such as `0.85`; what is no number is `0.00`.
  public static func twoDecimals(_ value: Double) -> String {
    let hundredths = Int((min(1, max(0, value.isNaN ? 0 : value)) * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
