/// Ids that XML can hold (NMTOKENs), made of any id, and back.
///
/// ASCII letters, digits, `_`, `-` and `:` stay; every other byte of the UTF-8 becomes `.` and two
/// hexadecimal digits, the point itself included: `issue:aid(country:US,country:UA)` gives
/// `issue:aid.28country:US.2Ccountry:UA.29`. What would not begin with a letter gets `x.-` before it,
/// which no escape contains.
public enum XMLName {
  /// The NMTOKEN of an id; never empty, begins with a letter, different for different ids.
  public static func encode(_ id: String) -> String {
    var name: [UInt8] = []
    for byte in id.utf8 {
      if isPlain(byte) {
        name.append(byte)
      } else {
        name += [UInt8(ascii: "."), digit(byte >> 4), digit(byte & 15)]
      }
    }
    if !(name.first.map(isLetter) ?? false) { name = prefix + name }
    return String(decoding: name, as: UTF8.self)
  }

  /// The id of an NMTOKEN; nil for one that `encode` does not make.
  public static func decode(_ name: String) -> String? {
    var rest = Array(name.utf8)[...]
    if rest.starts(with: prefix) { rest = rest.dropFirst(prefix.count) }
    var bytes: [UInt8] = []
    while let byte = rest.popFirst() {
      if byte != UInt8(ascii: ".") {
        bytes.append(byte)
      } else if let high = rest.popFirst().flatMap(value), let low = rest.popFirst().flatMap(value)
      {
        bytes.append(high << 4 | low)
      } else {
        return nil
      }
    }
    guard let id = String(validating: bytes, as: UTF8.self), encode(id) == name else { return nil }
    return id
  }

  private static let prefix = Array("x.-".utf8)

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":")
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
