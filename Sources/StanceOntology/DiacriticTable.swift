/// The ASCII letters that accented Latin letters are written with where accents are dropped.
///
/// From the canonical decompositions of the Unicode Character Database, and for letters without one
/// (ł, đ, ø, ı, ß, æ) what English newspapers write.
enum DiacriticTable {
  /// The letters for a scalar; nil where there are none.
  static func base(of scalar: UInt32) -> [UInt8]? {
    let letter: UInt8
    switch scalar {
    case 0xC0..<0x250: letter = latin[Int(scalar) - 0xC0]
    case 0x259: letter = UInt8(ascii: "a")
    case 0x1E00..<0x1F00: letter = additional[Int(scalar) - 0x1E00]
    default: return nil
    }
    switch letter {
    case UInt8(ascii: "."): return nil
    case UInt8(ascii: "*"): return several(scalar)
    default: return [letter]
    }
  }

  private static func several(_ scalar: UInt32) -> [UInt8]? {
    switch scalar {
    case 0xC6: Array("AE".utf8)
    case 0xDE: Array("Th".utf8)
    case 0xDF: Array("ss".utf8)
    case 0xE6: Array("ae".utf8)
    case 0xFE: Array("th".utf8)
    case 0x152: Array("OE".utf8)
    case 0x153: Array("oe".utf8)
    case 0x1E9E: Array("SS".utf8)
    default: nil
    }
  }

  /// U+00C0 to U+024F; `.` has no base letter, `*` has several.
  private static let latin = Array(
    ("AAAAAA*CEEEEIIIIDNOOOOO.OUUUUY**aaaaaa*ceeeeiiiidnooooo.ouuuuy*y"
      + "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi..JjKkkLlLlLl."
      + ".LlNnNnNn.NnOoOoOo**RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs"
      + "...............A..f.............Oo.............Uu..............."
      + ".............AaIiOoUuUuUuUuUu.AaAa....GgKkOoOo..j...Gg..NnAa...."
      + "AaAaEeEeIiIiOoOoRrRrUuUuSsTt..Hh......AaEeOoOoOoOoYy............"
      + "................").utf8)

  /// U+1E00 to U+1EFF.
  private static let additional = Array(
    ("AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMm"
      + "MmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVv"
      + "WwWwWwWwWwXxXxYyZzZzZzhtwy....*.AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEe"
      + "EeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy......").utf8)
}
