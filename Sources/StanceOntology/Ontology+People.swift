extension Ontology {
  /// A person's names, gender and countries; nil for an id without a row.
  public func person(_ id: EntityID) -> Person? {
    guard id.kind == .person, let row = row(of: id) else { return nil }
    typealias People = TableSchema.People
    func values(_ column: Int) -> [String] {
      pool.values(cell(row, column)).map { pool.string($0) }
    }
    return Person(
      id: id, name: pool.string(cell(row, People.name)),
      gender: pool.text(cell(row, People.gender)).flatMap { Gender(rawValue: $0) },
      countries: values(People.countries).map { EntityID(.country, $0) },
      familyNames: values(People.familyNames), variants: values(People.variants))
  }

  /// The gender that at least three quarters of the bearers of a given name have; nil where it is
  /// shared or unknown.
  public func genderOfGivenName(_ name: String) -> Gender? {
    guard let row = givenName(name) else { return nil }
    switch pool.text(pool.table(.givenNames).cell(row, TableSchema.GivenNames.gender)) {
    case "male", "mostly-male": return .male
    case "female", "mostly-female": return .female
    default: return nil
    }
  }

  /// Whether the table of given names has this one.
  public func isGivenName(_ name: String) -> Bool { givenName(name) != nil }

  private func givenName(_ name: String) -> Int? {
    entries(NamePieces(name.utf8, .spacing), false, in: givenNames).first.map { Int($0.row) }
  }
}

extension Ontology {
  /// The offices of a person on a date, latest start first; all of them without a date.
  ///
  /// A tenure without an end counts as held at any later date: `Office.isVouchedFor(on:)` says
  /// whether its source is recent enough for that.
  /// - Parameter date: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; one of another form counts as none.
  public func offices(of person: EntityID, on date: String?) -> [Office] {
    guard let row = row(of: person) else { return [] }
    let asked = date.flatMap { DateRange($0) }
    return references.offices.indices
      .filter { references.offices[$0]?.first == row && isHeld($0, asked) }
      .compactMap { office($0) }.sorted(by: Self.latestFirst)
  }

  /// Everybody who held an office class of an entity on a date, latest start first.
  public func tenures(ofOffice officeClass: String, entity: EntityID, on date: String?) -> [Office]
  {
    guard let row = row(of: entity) else { return [] }
    let asked = date.flatMap { DateRange($0) }
    let table = pool.table(.offices)
    return references.offices.indices
      .filter {
        references.offices[$0]?.second == row
          && pool.slice(table.cell($0, TableSchema.Offices.office))
            .elementsEqual(officeClass.utf8)
          && isHeld($0, asked)
      }
      .compactMap { office($0) }.sorted(by: Self.latestFirst)
  }

  /// Who held an office class (`head-of-state`, `foreign-minister`, …) of an entity on a date.
  ///
  /// The holder who took office last, where tenures of the day touch. Nil where the tables don't
  /// know: no tenure, one whose source was read more than a year before, two people who began on
  /// the same day (a collective head of state), or no date and more than one holder ever.
  public func holder(ofOffice officeClass: String, entity: EntityID, on date: String?) -> EntityID?
  {
    let tenures = tenures(ofOffice: officeClass, entity: entity, on: date)
    guard let latest = tenures.first else { return nil }
    guard let date, DateRange(date) != nil else {
      return tenures.allSatisfy { $0.person == latest.person } ? latest.person : nil
    }
    guard latest.isVouchedFor(on: date) else { return nil }
    let isShared = tenures.contains { $0.person != latest.person && $0.start == latest.start }
    return isShared ? nil : latest.person
  }

  private func isHeld(_ row: Int, _ date: DateRange?) -> Bool {
    guard let date else { return true }
    let table = pool.table(.offices)
    func range(_ column: Int) -> DateRange? {
      DateRange(utf8: pool.slice(table.cell(row, column)))
    }
    return date.overlaps(
      start: range(TableSchema.Offices.start), end: range(TableSchema.Offices.end))
  }

  private func office(_ row: Int) -> Office? {
    guard let pair = references.offices[row] else { return nil }
    let table = pool.table(.offices)
    typealias Offices = TableSchema.Offices
    func cell(_ column: Int) -> String? { pool.text(table.cell(row, column)) }
    return Office(
      person: id(pair.first), entity: id(pair.second), officeClass: cell(Offices.office) ?? "",
      title: cell(Offices.title) ?? "", start: cell(Offices.start), end: cell(Offices.end),
      asOf: cell(Offices.asOf), speaksFor: cell(Offices.speaksFor) == "yes")
  }

  private static func latestFirst(_ a: Office, _ b: Office) -> Bool {
    let (first, second) = (a.start ?? "", b.start ?? "")
    if first != second { return first > second }
    return (a.person, a.entity, a.officeClass) < (b.person, b.entity, b.officeClass)
  }
}
