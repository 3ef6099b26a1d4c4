import StanceOntology

extension Target {
  /// Reads what `id` writes; nil where it is neither an entity, an issue nor a proposition.
  ///
  /// A comma inside an argument can't be told from the one between two arguments, so not every
  /// target comes back as it was; `Target(id: target.id) == target` tells.
  public init?(id: String) {
    if let entity = EntityID(scalars: id) {
      self = .entity(entity)
      return
    }
    // Scalars, not characters: a combining mark after a bracket or comma must not hide it.
    let scalars = id.unicodeScalars
    guard let colon = scalars.firstIndex(of: ":") else { return nil }
    let body = scalars[scalars.index(after: colon)...]
    guard let open = body.firstIndex(of: "("), body.last == ")" else { return nil }
    let name = String(body[..<open])
    let parts = Self.split(body[body.index(after: open)...].dropLast())
    switch String(scalars[..<colon]) {
    case "issue":
      var roles: [EntityID?] = []
      for part in parts {
        guard part != "*" else {
          roles.append(nil)
          continue
        }
        guard let entity = EntityID(scalars: part) else { return nil }
        roles.append(entity)
      }
      self = .issue(slug: name, roles: roles)
    case "proposition":
      self = .proposition(predicate: name, arguments: parts.map { $0 == "-" ? "" : $0 })
    default:
      return nil
    }
  }

  /// The parts between the commas that stand in no inner brackets.
  private static func split(_ inside: Substring.UnicodeScalarView) -> [String] {
    guard !inside.isEmpty else { return [] }
    var parts: [String.UnicodeScalarView] = []
    var part = String.UnicodeScalarView()
    var depth = 0
    for scalar in inside {
      if scalar == "," && depth == 0 {
        parts.append(part)
        part = String.UnicodeScalarView()
        continue
      }
      if scalar == "(" { depth += 1 }
      if scalar == ")" { depth = max(0, depth - 1) }
      part.append(scalar)
    }
    parts.append(part)
    return parts.map { String($0) }
  }
}

extension EntityID {
  /// Reads `kind:key` scalar by scalar, so that a key may begin with a combining mark.
  init?(scalars text: String) {
    let scalars = text.unicodeScalars
    guard let colon = scalars.firstIndex(of: ":"),
      let kind = Kind(rawValue: String(scalars[..<colon]))
    else { return nil }
    let key = String(scalars[scalars.index(after: colon)...])
    guard !key.isEmpty else { return nil }
    self.init(kind, key)
  }
}
