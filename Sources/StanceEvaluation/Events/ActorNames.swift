import LanguageAnalysis
import StanceOntology

/// The ids that the names of a coder's actors stand for.
struct ActorNames {
  let ontology: Ontology

  /// The ids of a name; where the ontology has none, those that a reader makes of the name alone.
  struct Actor {
    var ids: [String]
    var isKnown: Bool
  }

  func person(_ name: String) -> Actor {
    for spelling in spellings(name) {
      let readings = ontology.candidates(named: spelling).filter { $0.kind != .city }
      let people = readings.filter { $0.entity.kind == .person }
      let found = people.isEmpty ? readings : people
      if !found.isEmpty { return known(found.map(\.entity)) }
    }
    return Actor(ids: [own(.person, spellings(name).last ?? name)], isKnown: false)
  }

  func organization(_ name: String) -> Actor {
    for spelling in spellings(name) {
      let readings = ontology.candidates(named: spelling)
        .filter { $0.kind != .city && $0.entity.kind != .person }
      if !readings.isEmpty { return known(readings.map(\.entity)) }
    }
    var ids = [own(.organization, name)]
    // `Farmers`, `Environmental groups`: no name, so that a group may be meant.
    if !name.dropFirst().contains(where: \.isUppercase) { ids.append(own(.group, name)) }
    return Actor(ids: ids, isKnown: false)
  }

  private func own(_ kind: EntityID.Kind, _ name: String) -> String {
    EntityID(kind, words: name.split(separator: " ").map { String($0) }).description
  }

  private func known(_ entities: [EntityID]) -> Actor {
    var ids: [String] = []
    for entity in entities {
      // A ministry acts for its country.
      for id in [entity, governed(entity)].compactMap({ $0?.description }) where !ids.contains(id) {
        ids.append(id)
      }
    }
    return Actor(ids: ids, isKnown: true)
  }

  private func governed(_ entity: EntityID) -> EntityID? {
    guard let body = ontology.organization(entity), body.kind == .ministry || body.kind == .agency
    else { return nil }
    return body.homeCountry
  }

  /// A name as coders write it, in the order in which it is looked up: `European Union (EU)`, `Roe, Jane`,
  /// `Government of Norway`.
  private func spellings(_ name: String) -> [String] {
    var found = [name]
    if let open = name.firstIndex(of: "("), name.last == ")" {
      let whole = name[..<open].trimmingBlanks()
      let short = name[name.index(after: open)...].dropLast().trimmingBlanks()
      found = [name, whole, short].filter { !$0.isEmpty }
    }
    let parts = name.split(separator: ",").map { $0.trimmingBlanks() }
    if parts.count == 2, !name.contains("(") { found.append(parts[1] + " " + parts[0]) }
    let words = name.split(separator: " ")
    if words.first?.lowercased() == "government", words.count > 2, words[1] == "of" {
      found.append(words.dropFirst(2).joined(separator: " "))
    }
    if words.last?.lowercased() == "government", words.count > 1 {
      found.append(words.dropLast().joined(separator: " "))
    }
    return found
  }
}
