/// File names made of the names of documents, which may be paths or addresses.
enum FileNames {
  /// A system's limit is 255 bytes, and a temporary name is longer than the final one.
  private static let longest = 180

  /// Letters, digits, dots and hyphens stay, all else becomes `_`.
  static func flat(_ document: String) -> String {
    let name = document.unicodeScalars.map { scalar in
      let isPlain =
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
        || ("0"..."9").contains(scalar) || scalar == "." || scalar == "-"
      return isPlain ? Character(scalar) : "_"
    }
    return String(name.prefix(longest))
  }

  /// The last part of a document's name without its extension.
  static func stem(_ document: String) -> String {
    let last = document.split(separator: "/").last.map { String($0) } ?? document
    let stem =
      last.lastIndex(of: ".").map { $0 == last.startIndex ? last : String(last[..<$0]) } ?? last
    return String(stem.map { $0 == ":" || $0 == "\\" ? "-" : $0 }.prefix(longest))
  }

  /// The names with an ending; of two that are equal, the second gets `-2`, and so on.
  static func distinct(_ names: [String], ending: String) -> [String] {
    var taken: Set<String> = []
    return names.map { name in
      var candidate = name
      var number = 1
      while !taken.insert(candidate).inserted {
        number += 1
        candidate = "\(name)-\(number)"
      }
      return candidate + ending
    }
  }
}
