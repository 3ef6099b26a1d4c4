/// How to make the lemma of a form: cut some characters from its end and add others, with or without
/// lowering its case first, or take another word (Chrupała 2006).
enum EditScript: Sendable, Equatable {
  case edit(lowered: Bool, cut: Int, add: String)
  case replace(String)

  /// Reads `K|n|s`, `L|n|s` (lowered) or `R|s`; nil if it is none of them.
  init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false)
    switch (parts.first, parts.count) {
    case ("R", 2...): self = .replace(parts[1...].joined(separator: "|"))
    case ("K", 3), ("L", 3):
      guard let cut = Int(parts[1]), cut >= 0 else { return nil }
      self = .edit(lowered: parts[0] == "L", cut: cut, add: String(parts[2]))
    default: return nil
    }
  }

  /// The lemma of `form`; the form itself where nothing would be left of it.
  func lemma(of form: String) -> String {
    switch self {
    case .replace(let word): return word.isEmpty ? form : word
    case .edit(let lowered, let cut, let add):
      let base = lowered ? form.lowercased() : form
      if cut == 0 { return add.isEmpty ? base : base + add }
      let scalars = base.unicodeScalars
      guard
        let end = scalars.index(scalars.endIndex, offsetBy: -cut, limitedBy: scalars.startIndex),
        end > scalars.startIndex
      else { return base }
      return String(scalars[..<end]) + add
    }
  }
}
