import EncoderTensors

/// The label sets of the heads, in the order of their scores.
struct Labels: Sendable {
  let upos: [UPOS]
  let xpos: [String]
  let features: [String]
  let scripts: [EditScript]
  let names: [NameTag]
  let relations: [String]
  /// The place of `root` among the relations.
  let root: Int

  let uposRange: Range<Int>
  let xposRange: Range<Int>
  let featuresRange: Range<Int>
  let scriptsRange: Range<Int>
  let namesRange: Range<Int>
  /// How many scores a word has for its tags.
  let tagCount: Int

  init(_ file: WeightsFile) throws {
    func labels<T>(_ kind: String, _ read: (String) -> T?) throws -> [T] {
      try file.lines("labels.\(kind)").map { label in
        guard let value = read(label) else {
          throw file.broken(
            "the label '\(label)' in labels.\(kind) is none that this program knows")
        }
        return value
      }
    }
    upos = try labels("upos") { UPOS(rawValue: $0) }
    xpos = try labels("xpos") { $0 }
    features = try labels("feats") { $0 }
    scripts = try labels("lemma") { EditScript($0) }
    names = try labels("names") { NameTag($0) }
    relations = try labels("relations") { $0 }
    guard let root = relations.firstIndex(of: "root"), relations.count > 1 else {
      throw file.broken("labels.relations lacks root, or all others")
    }
    self.root = root
    var end = 0
    func next(_ count: Int) -> Range<Int> {
      defer { end += count }
      return end..<(end + count)
    }
    uposRange = next(upos.count)
    xposRange = next(xpos.count)
    featuresRange = next(features.count)
    scriptsRange = next(scripts.count)
    namesRange = next(names.count)
    tagCount = end
  }
}
