extension Ontology {
  /// An organisation's name, kind and home; nil for an id without a row.
  public func organization(_ id: EntityID) -> Organization? {
    guard id.kind == .organization, let row = row(of: id),
      let kind = pool.text(cell(row, TableSchema.Organizations.type))
        .flatMap({ Organization.Kind(rawValue: $0) })
    else { return nil }
    return Organization(
      id: id, name: pool.string(cell(row, TableSchema.Organizations.name)), kind: kind,
      homeCountry: pool.text(cell(row, TableSchema.Organizations.homeCountry))
        .map { EntityID(.country, $0) })
  }

  /// The country that an entity belongs to: an organisation's home, a region's country through its
  /// parents, a person's country if it is only one, a country itself.
  ///
  /// Nil for a region to which a country lays claim beside the one it is filed under: the claims
  /// say who, and no side is taken here. `parent(of:)` gives what the table files it under.
  public func country(of entity: EntityID) -> EntityID? {
    guard row(of: entity) != nil else { return nil }
    switch entity.kind {
    case .country: return entity
    case .organization: return organization(entity)?.homeCountry
    case .person:
      let countries = person(entity)?.countries ?? []
      return countries.count == 1 ? countries.first : nil
    case .region: return country(ofRegion: entity)
    case .group, .document: return nil
    }
  }

  private func country(ofRegion region: EntityID) -> EntityID? {
    var place: EntityID? = region
    // Deeper than any chain of parents that is not a circle.
    for _ in 0..<8 {
      guard let current = place else { return nil }
      if current.kind == .country { return current }
      let parent = parent(of: current)
      if claims(on: current).contains(where: { $0.end == nil && $0.claimant != parent }) {
        return nil
      }
      place = parent
    }
    return nil
  }

  /// What a region is filed under, by recognition of the United Nations; nil where that is
  /// contested there, or the region is no country's.
  public func parent(of region: EntityID) -> EntityID? {
    guard region.kind == .region, let row = row(of: region) else { return nil }
    return pool.entity(cell(row, TableSchema.Regions.parent))
      .map { EntityID($0.kind, pool.string($0.key)) }
  }

  /// The members of an organisation on a date, sorted; without a date, those whose membership has
  /// no end. Candidates and partners are left out.
  public func members(of organization: EntityID, on date: String?) -> [EntityID] {
    guard let row = row(of: organization) else { return [] }
    return memberships { $0.first == row }
      .filter { isMember($0, date.flatMap { DateRange($0) }) }
      .compactMap { references.memberships[$0].map { id($0.second) } }.deduplicated()
  }

  /// The organisations of which a country or organisation is a member on a date, sorted.
  public func organizations(withMember member: EntityID, on date: String?) -> [EntityID] {
    guard let row = row(of: member) else { return [] }
    return memberships { $0.second == row }
      .filter { isMember($0, date.flatMap { DateRange($0) }) }
      .compactMap { references.memberships[$0].map { id($0.first) } }.deduplicated()
  }

  private func memberships(_ isWanted: (TableReferences.Pair) -> Bool) -> [Int] {
    references.memberships.indices.filter { references.memberships[$0].map(isWanted) ?? false }
  }

  private func isMember(_ row: Int, _ date: DateRange?) -> Bool {
    let table = pool.table(.memberships)
    typealias Memberships = TableSchema.Memberships
    guard pool.slice(table.cell(row, Memberships.role)).reversed().starts(with: "rebmem".utf8)
    else { return false }
    let end = table.cell(row, Memberships.end)
    guard let date else { return end.isEmpty }
    return date.overlaps(
      start: DateRange(utf8: pool.slice(table.cell(row, Memberships.start))),
      end: DateRange(utf8: pool.slice(end)))
  }

  /// Every claim on a region or country, by start and claimant; each is one side's.
  public func claims(on region: EntityID) -> [Claim] {
    guard let row = row(of: region) else { return [] }
    return claims { $0.first == row }
  }

  /// Every claim that an entity makes.
  public func claims(by claimant: EntityID) -> [Claim] {
    guard let row = row(of: claimant) else { return [] }
    return claims { $0.second == row }
  }

  private func claims(_ isWanted: (TableReferences.Pair) -> Bool) -> [Claim] {
    let table = pool.table(.claims)
    typealias Claims = TableSchema.Claims
    return references.claims.indices.compactMap { row -> Claim? in
      func cell(_ column: Int) -> String? { pool.text(table.cell(row, column)) }
      guard let pair = references.claims[row], isWanted(pair),
        let kind = cell(Claims.claim).flatMap({ Claim.Kind(rawValue: $0) })
      else { return nil }
      return Claim(
        entity: id(pair.first), claimant: id(pair.second), kind: kind, start: cell(Claims.start),
        end: cell(Claims.end), note: cell(Claims.note) ?? "", source: cell(Claims.source) ?? "")
    }
    .sorted { a, b in
      let (first, second) = (a.start ?? "", b.start ?? "")
      if first != second { return first < second }
      return (a.entity, a.claimant, a.kind.rawValue) < (b.entity, b.claimant, b.kind.rawValue)
    }
  }
}

extension [EntityID] {
  /// Sorted, each once.
  fileprivate func deduplicated() -> [EntityID] { Set(self).sorted() }
}

extension Ontology {
  /// Whether a body is a parliament or a chamber of one: by its id, and no party.
  public func isLegislature(_ id: EntityID) -> Bool {
    id.kind == .organization && organization(id)?.kind != .party
      && Self.legislatures.contains { id.key.hasSuffix($0) }
  }

  private static let legislatures = [
    "parliament", "congress", "house", "senate", "assembly", "knesset", "duma", "npc",
  ]

  /// Whether a country's official name calls it a kingdom.
  public func isKingdom(_ country: EntityID) -> Bool {
    guard country.kind == .country, let row = row(of: country) else { return false }
    return pool.string(cell(row, TableSchema.Countries.officialName)).contains("Kingdom")
  }
}
