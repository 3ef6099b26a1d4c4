extension Ontology {
  /// The title that a form is: *President*, *Foreign Minister*, *MPs*, *Gen.*; nil where none.
  ///
  /// Letter case makes no difference except in forms that would be read as a word or an initial
  /// otherwise: those of up to three letters (*PM*, *Dr*) and those with a full stop (*M.*).
  public func title(_ form: String) -> Title? {
    title(NamePieces(form.utf8, .spacing))
  }

  /// The longest title that begins with the token at `index`, and its number of tokens.
  public func longestTitle(forms: [String], from index: Int) -> (count: Int, title: Title)? {
    longest(in: titleNames, forms, from: index) { pieces in title(pieces).map { [$0] } ?? [] }
      .flatMap { match in match.found.first.map { (count: match.count, title: $0) } }
  }

  private func title(_ pieces: NamePieces) -> Title? {
    let mustAgree = pieces.bytes.count <= 3 || pieces.bytes.contains(UInt8(ascii: "."))
    let entries = entries(pieces, !mustAgree, in: titleNames)
    return entries.min { ($0.kind, $0.row) < ($1.kind, $1.row) }.flatMap { title($0) }
  }

  private func title(_ entry: NameIndex.Entry) -> Title? {
    let table = pool.table(.titles)
    typealias Titles = TableSchema.Titles
    func cell(_ column: Int) -> String? { pool.text(table.cell(Int(entry.row), column)) }
    guard let id = cell(Titles.id), let title = cell(Titles.title),
      let kind = cell(Titles.kind).flatMap({ Title.Kind(rawValue: $0) })
    else { return nil }
    return Title(
      id: id, title: title, kind: kind,
      gender: cell(Titles.gender).flatMap { Gender(rawValue: $0) },
      speaksFor: cell(Titles.speaksFor).flatMap { Title.SpeaksFor(rawValue: $0) },
      officeClass: cell(Titles.office), isPlural: entry.kind == 1)
  }
}
