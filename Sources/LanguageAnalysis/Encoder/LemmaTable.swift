import EncoderTensors

/// The lemmas of forms that the training data has, and of forms that lead back to a lemma it has.
///
/// The lemma head alone can't tell whether `urged` comes from *urg* or *urge*; a list of words can.
struct LemmaTable: Sendable {
  /// Entries `form TAB UPOS TAB lemma`, sorted by bytes, one after the other.
  private let text: MappedArray<UInt8>
  /// Where each entry begins, and the end.
  private let starts: MappedArray<UInt32>

  /// Verbs that are known beside those of the training data, by their lemmas.
  private let verbs: Set<String>

  init(_ file: WeightsFile, verbs: Set<String>) throws {
    self.verbs = verbs
    text = try file.text("lemmas.text")
    starts = try file.naturals("lemmas.starts", shape: nil)
    guard let last = starts.last, last == text.count,
      zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 })
    else { throw file.broken("lemmas.starts does not fit lemmas.text") }
  }

  /// The lemma of a form; `guess` is what the lemma head says.
  func lemma(of form: String, upos: UPOS, xpos: String, guess: String) -> String {
    switch upos {
    case .verb, .aux, .noun, .adj, .adv, .pron, .det: break
    default: return guess
    }
    let lowered = form.lowercased()
    // `freed`, `agreed`: whatever the data says, a past form ends so only behind -ee.
    if xpos == "VBD" || xpos == "VBN", lowered.hasSuffix("eed"), lowered.utf8.count > 4 {
      return String(lowered.dropLast())
    }
    if xpos == "VBD" || xpos == "VBN", let known = IrregularVerbs.lemma(of: lowered) {
      return known
    }
    if let known = entry(lowered, upos) { return known }
    guard lowered.utf8.count > 2, lowered.utf8.allSatisfy({ $0 >= 97 && $0 <= 122 || $0 == 45 })
    else { return guess }
    let candidates = Self.candidates(lowered, xpos)
    if candidates.isEmpty {
      if upos == .verb, verbs.contains(lowered) { return lowered }
      // A past form that was taken for a base form; any other base form is its own lemma.
      let past = upos == .verb ? Self.candidates(lowered, "VBD") : []
      return past.first { verbs.contains($0) } ?? (Self.isBase(xpos) ? lowered : guess)
    }
    if upos == .verb, let known = candidates.first(where: { verbs.contains($0) }) { return known }
    // Verbs are made of nouns and the other way round: any word class will do.
    let classes = [upos, .verb, .noun, .adj]
    for candidate in candidates
    where classes.contains(where: { entry(candidate, $0) == candidate }) { return candidate }
    // `visited`, `devoted`: only behind a single vowel and consonant may an e be lost, and the head may know.
    return isOpen(candidates[0]) && candidates.contains(guess) ? guess : candidates[0]
  }

  private func isOpen(_ stem: String) -> Bool {
    let end = stem.suffix(3).map { "aeiou".contains($0) }
    return end.count == 3 && !end[0] && end[1] && !end[2]
  }

  private static func isBase(_ xpos: String) -> Bool {
    ["NN", "VB", "VBP", "JJ", "RB"].contains(xpos)
  }

  /// What a regular form may come from, the likeliest first (Porter 1980 has the endings).
  private static func candidates(_ form: String, _ xpos: String) -> [String] {
    func cut(_ ending: String) -> String? {
      form.hasSuffix(ending) ? String(form.dropLast(ending.count)) : nil
    }
    func vowelEndings(_ stem: String) -> [String] {
      var found: [String] = []
      let last = stem.suffix(2)
      if stem.count > 3, last.count == 2, last.first == last.last,
        !"lsfz".contains(last.last ?? "l")
      {
        found.append(String(stem.dropLast()))
      }
      // `urg`, `receiv`, `reduc`, `creat`, `us`: no word of English ends so.
      let needsE =
        "cgvuz".contains(stem.last ?? "a")
        || ["at", "is", "iz", "ur", "ir", "rs", "ns"].contains(last) && !stem.hasSuffix("our")
        // `rebuk`, `provok`, but not `look`
        || last.last == "k" && "aiou".contains(last.first ?? "k")
          && !"aeiou".contains(stem.dropLast(2).last ?? "a")
      found += needsE ? [stem + "e", stem] : [stem, stem + "e"]
      if stem.count > 3, last.first == last.last { found.append(String(stem.dropLast())) }
      return found
    }
    switch xpos {
    case "VBD", "VBN":
      if let stem = cut("ied") { return [stem + "y", stem + "ie"] }
      if form.hasSuffix("eed") { return [String(form.dropLast())] }
      if let stem = cut("ed") { return vowelEndings(stem) }
    case "VBG":
      if let stem = cut("ying"), stem.count == 1 { return [stem + "ie"] }
      if let stem = cut("ing"), stem.count > 1 { return vowelEndings(stem) }
    case "VBZ", "NNS":
      if let stem = cut("ies") { return [stem + "y", stem + "ie"] }
      if let stem = cut("ves") { return [stem + "ve", stem + "f", stem + "fe"] }
      if let stem = cut("sses") { return [stem + "ss"] }
      if let stem = cut("ches") { return [stem + "ch", stem + "che"] }
      if let stem = cut("shes") { return [stem + "sh"] }
      if let stem = cut("xes") { return [stem + "x", stem + "xe"] }
      if let stem = cut("oes") { return [stem + "o", stem + "oe"] }
      if let stem = cut("s"), !stem.hasSuffix("s") { return [stem] }
    case "JJR", "RBR":
      if let stem = cut("ier") { return [stem + "y"] }
      if let stem = cut("er") { return vowelEndings(stem) }
    case "JJS", "RBS":
      if let stem = cut("iest") { return [stem + "y"] }
      if let stem = cut("est") { return vowelEndings(stem) }
    default: break
    }
    return []
  }

  /// The lemma that stands for this form and class.
  private func entry(_ form: String, _ upos: UPOS) -> String? {
    let key = Array(form.utf8) + [9] + Array(upos.rawValue.utf8) + [9]
    var low = 0
    var high = starts.count - 1
    while low < high {
      let middle = (low + high) / 2
      if precedes(middle, key) { low = middle + 1 } else { high = middle }
    }
    guard low < starts.count - 1 else { return nil }
    let entry = text[Int(starts[low])..<Int(starts[low + 1])]
    guard entry.starts(with: key) else { return nil }
    return String(decoding: entry.dropFirst(key.count), as: UTF8.self)
  }

  private func precedes(_ index: Int, _ key: [UInt8]) -> Bool {
    let start = Int(starts[index])
    let end = Int(starts[index + 1])
    var position = start
    for byte in key {
      guard position < end else { return true }
      let own = text[position]
      if own != byte { return own < byte }
      position += 1
    }
    return false
  }
}
