public import StanceOntology

/// The key of an entity that is known only by its name.
///
/// Diacritics are folded, letters lowered, and runs of other characters become one `-`; a possessive
/// ending is dropped before.
func nameKey(_ words: some Sequence<String>) -> String {
  var key: [UInt8] = []
  var pending = false
  for word in words {
    if word == "'s" || word == "’s" { continue }
    pending = !key.isEmpty
    for scalar in word.unicodeScalars {
      if scalar == "'" || scalar == "’" || scalar == "." { continue }
      let folded = foldedLetters(scalar)
      if folded.isEmpty {
        pending = !key.isEmpty
      } else {
        if pending { key.append(UInt8(ascii: "-")) }
        pending = false
        key.append(contentsOf: folded)
      }
    }
  }
  return String(decoding: key, as: UTF8.self)
}

/// Lower-case letters or digits without diacritics; empty for anything else.
private func foldedLetters(_ scalar: Unicode.Scalar) -> [UInt8] {
  switch scalar.value {
  case 0x30...0x39, 0x61...0x7A: return [UInt8(scalar.value)]
  case 0x41...0x5A: return [UInt8(scalar.value) + 0x20]
  case 0..<0x80: return []
  default: break
  }
  if let special = specialLetters[scalar] { return Array(special.utf8) }
  guard scalar.properties.isAlphabetic else { return [] }
  // The canonical decomposition begins with the base letter.
  let lower = String(scalar).lowercased()
  let decomposed = lower.unicodeScalars.flatMap { decompose($0) }
  return decomposed.flatMap { piece -> [UInt8] in
    if piece.value < 0x80 { return [UInt8(piece.value)] }
    return piece.properties.isAlphabetic ? Array(String(piece).utf8) : []
  }
}

private func decompose(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
  // NFD through string comparison is not public; the common Latin letters are enough for names.
  latin[scalar].map { [$0] } ?? [scalar]
}

private let specialLetters: [Unicode.Scalar: String] = [
  "ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d",
  "ð": "d", "Ð": "d", "þ": "th", "Þ": "th", "ł": "l", "Ł": "l", "ı": "i", "İ": "i", "ə": "e",
  "Ə": "e",
]

private let latin: [Unicode.Scalar: Unicode.Scalar] = {
  let rows: [(Unicode.Scalar, String)] = [
    ("a", "àáâãäåāăąǎạảấầẩẫậắằẳẵặ"), ("c", "çćĉċč"), ("d", "ď"), ("e", "èéêëēĕėęěẹẻẽếềểễệ"),
    ("g", "ĝğġģ"), ("h", "ĥħ"), ("i", "ìíîïĩīĭįǐỉị"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľ"),
    ("n", "ñńņňŉ"), ("o", "òóôõöōŏőǒơọỏốồổỗộớờởỡợ"), ("r", "ŕŗř"), ("s", "śŝşšș"),
    ("t", "ţťț"), ("u", "ùúûüũūŭůűųưǔụủứừửữự"), ("w", "ŵ"), ("y", "ýÿŷỳỵỷỹ"), ("z", "źżž"),
  ]
  var table: [Unicode.Scalar: Unicode.Scalar] = [:]
  for (base, letters) in rows { for letter in letters.unicodeScalars { table[letter] = base } }
  return table
}()

extension EntityID {
  /// The entity of a kind that is known only by these words: `region:batumi`.
  public init(_ kind: Kind, words: some Sequence<String>) {
    self.init(kind, nameKey(words))
  }
}
