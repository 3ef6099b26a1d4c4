extension Ontology {
  /// Every reading of a surface form, the preferred one first; empty when it names nothing known.
  ///
  /// Curly quotation marks, dashes and spacing make no difference, and a leading *the* and a final
  /// possessive may stand or not. A form spelt as in a table wins over one that differs by its
  /// diacritics (*Erdogan*), and that over one that differs by letter case, which is looked at only
  /// with `ignoringCase` (for headlines in capitals: *us* would be *US* otherwise).
  ///
  /// `candidates(named: "the Kremlin’s")` gives Russia as a metonym.
  public func candidates(named name: String, ignoringCase: Bool = false) -> [Candidate] {
    let pieces = NamePieces(name.utf8, .spacing)
    let whole = candidates(pieces, ignoringCase)
    if !whole.isEmpty { return whole }
    if let owner = pieces.withoutPossessive {
      let owned = candidates(owner, ignoringCase)
      if !owned.isEmpty { return owned }
      return candidates(owner.withoutArticle, ignoringCase)
    }
    return pieces.beginsWithArticle ? candidates(pieces.withoutArticle, ignoringCase) : []
  }

  /// The longest name that begins with the token at `index`, and its readings, preferred first.
  ///
  /// Tokens are those of Universal Dependencies (*U.S.*, *Côte d' Ivoire*, *Ukraine 's*); a name
  /// ends where a token ends, and no article or possessive is left out. Nil when none begins there.
  /// - Parameters:
  ///   - forms: the forms of the tokens of a sentence.
  ///   - index: the token to begin at.
  ///   - ignoringCase: as in `candidates(named:ignoringCase:)`.
  public func longestMatch(
    forms: [String], from index: Int, ignoringCase: Bool = false
  ) -> (count: Int, candidates: [Candidate])? {
    longest(in: names, forms, from: index) { candidates($0, ignoringCase) }
      .map { (count: $0.count, candidates: $0.found) }
  }

  /// What `ambiguous.tsv` says of a surface form; nil where the form stands in no row of it.
  public func ambiguity(of name: String) -> Ambiguity? {
    ambiguousRow(NamePieces(name.utf8, .spacing)).map { row in
      let table = pool.table(.ambiguous)
      let readings = pool.values(table.cell(row, TableSchema.Ambiguous.readings))
        .map { pool.string($0) }
      return Ambiguity(
        readings: readings,
        preferred: pool.text(table.cell(row, TableSchema.Ambiguous.preferred)),
        isCommonWord: readings.contains { $0.hasPrefix("word:") },
        isGivenName: readings.contains { $0.hasPrefix("name:") })
    }
  }

  /// The largest city of this name, of those in `countries` if one of them has such a city; nil where there is none.
  public func city(named name: String, in countries: Set<EntityID> = []) -> City? {
    let table = pool.table(.cities)
    let cities = entries(NamePieces(name.utf8, .spacing), false, in: names)
      .filter { $0.kind == NameKind.city.rawValue }.map { city(Int($0.row), table) }
    let near = cities.filter { countries.contains($0.country) }
    return (near.isEmpty ? cities : near).max {
      ($0.population ?? 0, $1.id) < ($1.population ?? 0, $0.id)
    }
  }

  /// The country of the largest city of this name.
  public func cityCountry(_ name: String) -> EntityID? { city(named: name)?.country }

  private func city(_ row: Int, _ table: Table) -> City {
    typealias Cities = TableSchema.Cities
    return City(
      id: pool.string(table.cell(row, Cities.id)), name: pool.string(table.cell(row, Cities.name)),
      country: EntityID(.country, pool.string(table.cell(row, Cities.country))),
      population: pool.text(table.cell(row, Cities.population)).flatMap { Int($0) },
      isCapital: !table.cell(row, Cities.capital).isEmpty)
  }

  private func candidates(_ pieces: NamePieces, _ ignoringCase: Bool) -> [Candidate] {
    let entries = entries(pieces, ignoringCase, in: names)
    guard !entries.isEmpty else { return [] }
    let preferred = ambiguousRow(pieces).flatMap {
      pool.text(pool.table(.ambiguous).cell($0, TableSchema.Ambiguous.preferred))
    }
    var ranked = entries.compactMap { entry in rank(entry, preferred) }
    ranked.sort {
      $0.rank != $1.rank ? $0.rank < $1.rank : $0.candidate.entity < $1.candidate.entity
    }
    var seen: Set<Seen> = []
    return ranked.map(\.candidate).filter {
      seen.insert(Seen(entity: $0.entity, kind: $0.kind)).inserted
    }
  }

  private struct Seen: Hashable {
    var entity: EntityID
    var kind: NameKind
  }

  private func rank(
    _ entry: NameIndex.Entry, _ preferred: String?
  ) -> (rank: Int, candidate: Candidate)? {
    guard let kind = NameKind(rawValue: entry.kind) else { return nil }
    let entity: EntityID
    var name: String
    if kind == .city {
      let table = pool.table(.cities)
      let row = Int(entry.row)
      entity = EntityID(.country, pool.string(table.cell(row, TableSchema.Cities.country)))
      name = "city:" + pool.string(table.cell(row, TableSchema.Cities.id))
    } else {
      guard let of = TableSchema.kind(of: Int(entry.table)) else { return nil }
      entity = id(EntityRow(of, Int(entry.row)))
      name = entity.description
    }
    let rank =
      (name == preferred ? 0 : 100) + (entry.isGenerated ? 50 : 0) + Int(entry.kind) * 5
      + Int(entry.table)
    return (rank, Candidate(entity: entity, kind: kind, isGenerated: entry.isGenerated))
  }

  private func ambiguousRow(_ pieces: NamePieces) -> Int? {
    entries(pieces, false, in: ambiguousNames).first.map { Int($0.row) }
  }
}

extension Ontology {
  /// The entries of a name, closest spelling first.
  func entries(
    _ pieces: NamePieces, _ ignoringCase: Bool, in index: NameIndex
  ) -> [NameIndex.Entry] {
    guard pieces.count > 0 else { return [] }
    return index.entries(
      pieces.refolded(.letterCase), ignoringCase ? .letterCase : .diacritics, pool.bytes
    ) { pieces.refolded($0) }
  }

  /// The longest run of tokens from `index` for which `lookUp` finds something.
  func longest<Found: Collection>(
    in index: NameIndex, _ forms: [String], from start: Int, _ lookUp: (NamePieces) -> Found
  ) -> (count: Int, found: Found)? {
    guard forms.indices.contains(start) else { return nil }
    var pieces = NamePieces(.spacing)
    pieces.append(forms[start].utf8)
    let limit = index.longest(from: pieces.refolded(.letterCase))
    guard limit > 0 else { return nil }
    var best: (count: Int, found: Found)?
    var next = start
    while pieces.count <= limit {
      let found = lookUp(pieces)
      next += 1
      if !found.isEmpty { best = (next - start, found) }
      guard forms.indices.contains(next) else { break }
      pieces.append(forms[next].utf8)
    }
    return best
  }
}

extension TableSchema {
  /// The kind of entity that a row of `all[number]` is.
  static func kind(of number: Int) -> EntityID.Kind? {
    switch number {
    case 0: .country
    case 1: .person
    case 2: .organization
    case 3: .region
    default: nil
    }
  }
}
